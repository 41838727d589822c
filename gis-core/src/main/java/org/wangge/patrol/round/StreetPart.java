package org.wangge.patrol.round;

import org.wangge.geo.Position;

/**
 * A straight part of a street in a grid, walked or not.
 *
 * @param streetId id of the street
 * @param from one end
 * @param to the other
 * @param meters its length
 * @param walked whether somebody went near enough to all of it
 */
public record StreetPart(
    String streetId, Position from, Position to, double meters, boolean walked) {}
