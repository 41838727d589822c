package org.wangge.campaign;

/**
 * A row of a form as it comes in.
 *
 * @param declared what is to be verified
 * @param grid code of the grid, whose office has decided so; empty where the address decides
 */
public record Declaration(Declared declared, String grid) {}
