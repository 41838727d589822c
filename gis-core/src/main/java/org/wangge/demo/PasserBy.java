package org.wangge.demo;

import org.wangge.geo.LatticePoint;

/**
 * Someone who walks by: nobody of the staff, nobody who lives in any register. Drawn into the
 * pictures of generated cameras, and known nowhere else.
 *
 * @param number the same as long as they are out, and nobody else's; says nothing about them
 * @param location where on the pavement
 * @param headingDegrees where they look, clockwise from north, from 0 up to 360
 * @param walking whether they walk or stand
 */
public record PasserBy(
    long number, LatticePoint location, double headingDegrees, boolean walking) {}
