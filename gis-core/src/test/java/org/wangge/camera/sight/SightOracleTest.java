package org.wangge.camera.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/** Sight against JTS, written down another way: no code is shared but the plane of the foot. */
class SightOracleTest {
  private static final double CLEAR = 3;

  @Test
  void what_sight_says_is_what_jts_says() {
    SightTown town = new SightTown(11, 260);
    int seen = 0;
    int asked = 0;
    for (Eye eye : town.eyes(120)) {
      List<Blocker> buildings = town.buildings(30);
      Sight sight = Sight.of(eye, buildings);
      for (int i = 0; i < 60; i++) {
        LatticePoint place = town.somewhere();
        Boolean expected = expected(sight, place, buildings);
        if (expected != null) {
          asked++;
          seen += expected ? 1 : 0;
          assertThat(sight.sees(place)).as("%s from %s", place, eye).isEqualTo(expected);
        }
      }
    }
    assertThat(asked).isGreaterThan(6_500);
    assertThat(seen).isGreaterThan(700);
  }

  /** Null within some centimetres of a border, where doubles cannot tell. */
  private static @Nullable Boolean expected(
      Sight sight, LatticePoint place, List<Blocker> buildings) {
    Eye eye = sight.eye();
    double x = (place.lon() - eye.place().lon()) * sight.plane().metersPerLon();
    double y = (place.lat() - eye.place().lat()) * sight.plane().metersPerLat();
    boolean held = false;
    for (Lens lens : eye.lenses()) {
      double off = Math.abs(Math.toDegrees(Math.atan2(x, y)) - lens.azimuthDegrees()) % 360;
      double offAxis = Math.min(off, 360 - off);
      double meters = Math.hypot(x, y);
      held |=
          meters >= lens.nearMeters()
              && meters <= lens.farMeters()
              && (lens.angleDegrees() == 360 || offAxis <= lens.angleDegrees() / 2);
    }
    if (!held) {
      return false;
    }
    LineString line = line(eye.place(), place, 0);
    for (Blocker building : buildings) {
      Geometry footprint = building.footprint().scaled();
      if (isUnclear(line, footprint)) {
        return null;
      }
      if (hides(eye, place, building)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hides(Eye eye, LatticePoint place, Blocker building) {
    double mount = eye.mountCentimeters();
    double roof = building.heightCentimeters();
    Geometry footprint = building.footprint().scaled();
    Geometry all = line(eye.place(), place, 0).intersection(footprint);
    boolean isIn = footprint.contains(point(eye.place()));
    if (isIn && eye.indoor()) {
      return !footprint.contains(point(place)) || all.getNumGeometries() > 1;
    }
    if (isIn && roof >= mount) {
      // Its own stretch is the first; what follows hides.
      return all.getNumGeometries() > 1;
    }
    double from = roof >= mount ? 0 : (mount - roof) / mount;
    return line(eye.place(), place, from).intersection(footprint).getLength() > 0;
  }

  /** Whether the line comes near a corner, or its ends near a wall. */
  private static boolean isUnclear(LineString line, Geometry footprint) {
    for (Coordinate corner : footprint.getCoordinates()) {
      if (line.distance(LatticeShape.SCALED.createPoint(corner)) < CLEAR) {
        return true;
      }
    }
    Geometry border = footprint.getBoundary();
    return line.getStartPoint().distance(border) < CLEAR
        || line.getEndPoint().distance(border) < CLEAR;
  }

  private static LineString line(LatticePoint from, LatticePoint to, double share) {
    double x = from.lon() + (to.lon() - (double) from.lon()) * share;
    double y = from.lat() + (to.lat() - (double) from.lat()) * share;
    return LatticeShape.SCALED.createLineString(
        new Coordinate[] {new Coordinate(x, y), new Coordinate(to.lon(), to.lat())});
  }

  private static Geometry point(LatticePoint place) {
    return LatticeShape.SCALED.createPoint(new Coordinate(place.lon(), place.lat()));
  }
}
