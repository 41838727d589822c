package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Puts buildings in rows that face south, as far as the land reaches. */
final class Rows {
  private static final double MOST_TURNED = Math.toRadians(16);
  private static final double STEP_METERS = 4;

  /** How far a row is moved to find where most of it fits. */
  private static final double LEEWAY_METERS = 16;

  private final Dice dice;

  Rows(Dice dice) {
    this.dice = dice;
  }

  List<Draft> of(Polygon land, RowStyle style) {
    List<Draft> drafts = new ArrayList<>();
    if (land.isEmpty()) {
      return drafts;
    }
    Ring ring = Ring.of(land);
    double radians = facingSouth(ring);
    PreparedGeometry fits = PreparedGeometryFactory.prepare(land);
    double[] up = ring.reach(radians + Math.PI / 2);
    double y = up[0] + style.depthMeters() / 2;
    while (y < up[1]) {
      List<Ring> best = List.of();
      double bestAt = y;
      for (double at = y; at <= y + LEEWAY_METERS; at += STEP_METERS) {
        List<Ring> row = row(fits, ring, radians, at, style);
        if (length(row, radians) > length(best, radians) + STEP_METERS) {
          best = row;
          bestAt = at;
        }
      }
      for (Ring box : best) {
        if (!dice.chance(0.04)) {
          drafts.add(draft(box, style, box.extent(radians)));
        }
      }
      y = bestAt + (best.isEmpty() ? LEEWAY_METERS : style.pitchMeters());
    }
    return drafts;
  }

  /** The buildings of one row. */
  private static List<Ring> row(
      PreparedGeometry fits, Ring ring, double radians, double y, RowStyle style) {
    List<Ring> row = new ArrayList<>();
    double[] along = ring.reach(radians);
    double x = along[0];
    while (x < along[1]) {
      double length = fit(fits, ring, radians, x, y, style);
      if (length > 0) {
        row.add(box(radians, x, y, length, style));
      }
      x += length > 0 ? length + style.gapMeters() : STEP_METERS;
    }
    return row;
  }

  private static double length(List<Ring> row, double radians) {
    return row.stream().mapToDouble(box -> box.extent(radians)).sum();
  }

  /** How long a building can be that starts here, or 0. */
  private static double fit(
      PreparedGeometry fits, Ring ring, double radians, double x, double y, RowStyle style) {
    for (double share : new double[] {1, 0.62}) {
      double length = style.lengthMeters() * share;
      Ring box = box(radians, x, y, length, style);
      if (box.corners().stream().allMatch(ring::holds) && fits.covers(box.polygon())) {
        return length;
      }
    }
    return 0;
  }

  private static Ring box(double radians, double x, double y, double length, RowStyle style) {
    Spot center = new Spot(0, 0).move(radians, x + length / 2, y);
    return Ring.box(center, radians, length, style.depthMeters());
  }

  private Draft draft(Ring box, RowStyle style, double length) {
    double floors = Math.rint(dice.between(style.lowMeters(), style.highMeters()) / 3);
    int dwellings = (int) (style.dwellings() * length / style.lengthMeters());
    return new Draft(box, floors * 3 + 0.6, style.use(), dwellings);
  }

  /** The direction of rows: along the streets that run more or less east, never far from it. */
  static double facingSouth(Ring ring) {
    double sum = 0;
    double weight = 0.001;
    for (int i = 0; i < ring.corners().size(); i++) {
      Spot a = ring.corners().get(i);
      Spot b = ring.corners().get((i + 1) % ring.corners().size());
      double turned = a.directionTo(b);
      turned -= Math.PI * Math.rint(turned / Math.PI);
      if (Math.abs(turned) < Math.PI / 5) {
        sum += turned * a.distance(b);
        weight += a.distance(b);
      }
    }
    return Math.max(-MOST_TURNED, Math.min(MOST_TURNED, sum / weight));
  }
}
