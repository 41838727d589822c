package org.wangge.demo;

import java.time.Instant;
import org.wangge.geo.LatticePoint;

/**
 * Where someone of the town truly was, whatever their phone said.
 *
 * @param who code of a person of the staff, or of a passer-by
 * @param location where
 * @param headingDegrees where they look, clockwise from north, from 0 up to 360
 * @param walking whether they walk or stand
 * @param since when they began to walk or stand so
 */
public record Whereabouts(
    String who, LatticePoint location, double headingDegrees, boolean walking, Instant since) {}
