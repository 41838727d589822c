package org.wangge.grid;

/**
 * Someone in charge of an area, by code; who that is stands in {@code people}.
 *
 * @param duty what they do here
 * @param staffCode code of the person
 */
public record InCharge(Duty duty, String staffCode) {}
