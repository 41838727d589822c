package org.wangge.plan.compare;

/**
 * Ground that goes from one grid to another.
 *
 * @param move from which to which
 * @param squareMeters how much
 */
public record GroundMove(Move move, double squareMeters) {}
