package org.wangge.campaign;

/**
 * A row of a form as it comes in.
 *
 * @param declared what is to be verified
 * @param address where, as people write it; empty where only the grid is known
 * @param grid code of the grid, for where the address is not known; empty where it is
 */
public record Declaration(Declared declared, String address, String grid) {}
