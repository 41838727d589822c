package org.wangge.demo;

import org.wangge.geo.LatticePoint;

/**
 * A car of the generated town. Nobody's: no register knows it, and it has no number plate that says
 * anything. Drawn into the pictures of generated cameras, and known nowhere else.
 *
 * @param number the same as long as it drives through the town or stands at a kerb; says nothing
 *     about it
 * @param location of its middle, on the road
 * @param headingDegrees where its front points, clockwise from north, from 0 up to 360
 * @param parked whether it stands at the kerb without its driver
 */
public record Car(long number, LatticePoint location, double headingDegrees, boolean parked) {}
