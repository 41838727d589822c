package org.wangge.camera.cover;

import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/**
 * Ground of a grid that hangs together and that nobody sees.
 *
 * @param squareMeters how much
 * @param households at houses around it, by the share of the ground around them that lies in it
 * @param outline of the cells of the mesh whose middles nobody sees
 * @param labelPoint in it
 */
public record BlindSpot(
    double squareMeters, double households, LatticeShape outline, LatticePoint labelPoint) {}
