package org.wangge.camera.cover;

import org.wangge.geo.LatticePoint;

/**
 * A camera that might be put up.
 *
 * @param place where
 * @param azimuthDegrees middle of its view, clockwise from north
 * @param gain beside all cameras there are, as if each worked, and the proposals before it
 * @param together of this and all proposals before it
 */
public record Proposal(LatticePoint place, double azimuthDegrees, Gain gain, Gain together) {}
