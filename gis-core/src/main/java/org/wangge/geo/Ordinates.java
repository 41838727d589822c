package org.wangge.geo;

/**
 * A place in the units and the plane of some {@link CoordinateSystem}, always east before north.
 *
 * @param x longitude in degrees, or easting in metres
 * @param y latitude in degrees, or northing in metres
 */
public record Ordinates(double x, double y) {}
