package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Polygon;

/** A running track and what is left of the land beside it. */
final class Campus {
  private static final double LONG_METERS = 110;
  private static final double WIDE_METERS = 62;

  private Campus() {}

  /** The track: two straights and two half-circles; smaller where land is short. */
  static Ring pitch(Polygon land) {
    Ring ring = Ring.of(land);
    double axis = ring.longAxis();
    double across = axis + Math.PI / 2;
    double scale =
        Math.min(
            1,
            Math.min(
                ring.extent(across) * 0.8 / WIDE_METERS, ring.extent(axis) * 0.5 / LONG_METERS));
    boolean turned = ring.extent(axis) > 1.5 * ring.extent(across) && ring.extent(across) > 130;
    double direction = turned ? across : axis;
    double taken = (turned ? WIDE_METERS : LONG_METERS) * scale;
    Spot center = ring.centroid().move(axis, ring.extent(axis) / 2 - taken / 2 - 14, 0);
    double radius = WIDE_METERS * scale / 2;
    double straight = LONG_METERS * scale - 2 * radius;
    List<Spot> corners = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      double turn = Math.toRadians(15 * i + 7.5 - 90);
      double side = i < 12 ? 0.5 : -0.5;
      corners.add(
          center.move(
              direction,
              side * straight + radius * StrictMath.cos(turn),
              radius * StrictMath.sin(turn)));
    }
    return new Ring(corners);
  }

  static Polygon besidePitch(Polygon land) {
    return Ring.biggest(land.difference(pitch(land).polygon().buffer(9, 2)));
  }
}
