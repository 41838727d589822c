package org.wangge.camera;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/**
 * The ground that a camera may see, not yet cut by buildings: all places no farther from it than
 * its range whose direction is within half its angle of its azimuth; borders belong to it. Where
 * the direction is unknown it is the whole disc. Lengths and directions are geodesic.
 *
 * @param from where the camera stands
 * @param azimuthDegrees middle of the view, clockwise from north
 * @param angleDegrees opening of the view; 360 where the direction is unknown
 * @param rangeMeters on the ground
 * @param certainty how well the direction is known
 */
public record Sector(
    LatticePoint from,
    double azimuthDegrees,
    double angleDegrees,
    double rangeMeters,
    DirectionCertainty certainty) {
  private static final double FULL = 360;
  private static final double STEP_DEGREES = 5;

  public Sector {
    if (certainty == DirectionCertainty.UNKNOWN) {
      angleDegrees = FULL;
    }
  }

  public static Sector of(Camera camera) {
    return new Sector(
        camera.location(),
        camera.azimuthDegrees(),
        camera.angleDegrees(),
        camera.rangeMeters(),
        camera.directionCertainty());
  }

  /** Whether it goes all the way round. */
  public boolean isRound() {
    return angleDegrees >= FULL;
  }

  /** Whether it may lie elsewhere than drawn: its direction was not surveyed. */
  public boolean isEstimated() {
    return certainty != DirectionCertainty.MEASURED;
  }

  /** Whether a place lies in it. */
  public boolean holds(LatticePoint place) {
    return Geodesy.distanceMeters(from, place) <= rangeMeters
        && (isRound() || offAxisDegrees(place) <= angleDegrees / 2);
  }

  /**
   * How far a place lies off the middle of the view, from 0 to 180 degrees; 0 where there is no
   * known direction, and at the camera itself.
   */
  public double offAxisDegrees(LatticePoint place) {
    if (certainty == DirectionCertainty.UNKNOWN || from.equals(place)) {
      return 0;
    }
    double off = Math.abs(Geodesy.azimuthDegrees(from, place) - azimuthDegrees);
    return Math.min(off, FULL - off);
  }

  /** Its outline on the lattice; arcs are drawn by chords of at most 5 degrees. */
  public LatticeShape outline() {
    int steps = (int) Math.ceil(Math.min(angleDegrees, FULL) / STEP_DEGREES);
    double step = Math.min(angleDegrees, FULL) / steps;
    List<Coordinate> ring = new ArrayList<>();
    if (!isRound()) {
      ring.add(new Coordinate(from.lonDegrees(), from.latDegrees()));
    }
    for (int i = 0; i <= steps - (isRound() ? 1 : 0); i++) {
      LatticePoint at =
          Geodesy.destination(from, azimuthDegrees - angleDegrees / 2 + i * step, rangeMeters);
      ring.add(new Coordinate(at.lonDegrees(), at.latDegrees()));
    }
    ring.add(ring.get(0).copy());
    return LatticeShape.ofDegrees(
        LatticeShape.DEGREES.createPolygon(ring.toArray(Coordinate[]::new)));
  }
}
