package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Polygon;

/** Divides land into parcels by halving it again and again, as land was inherited and sold. */
final class Parcels {
  private final Dice dice;

  Parcels(Dice dice) {
    this.dice = dice;
  }

  /** Parcels of about a size; slivers are left out. */
  List<Ring> of(Polygon land, double squareMeters) {
    List<Ring> parcels = new ArrayList<>();
    if (!land.isEmpty()) {
      divide(Ring.of(land), squareMeters, parcels);
    }
    return parcels;
  }

  private void divide(Ring ring, double squareMeters, List<Ring> parcels) {
    double area = ring.corners().size() < 3 ? 0 : ring.area();
    if (area < squareMeters * 0.3) {
      return;
    }
    if (area < squareMeters * dice.between(1.15, 1.75)) {
      parcels.add(ring);
      return;
    }
    double axis = ring.longAxis();
    double limit = ring.limitOfShare(axis, dice.between(0.4, 0.6));
    divide(ring.before(axis, limit), squareMeters, parcels);
    divide(ring.before(axis + Math.PI, -limit), squareMeters, parcels);
  }

  /** A rectangle well inside a parcel, along its longer side; empty where none fits. */
  static List<Ring> boxIn(Ring parcel, double share) {
    double axis = parcel.longAxis();
    Spot center = parcel.centroid();
    Polygon polygon = parcel.polygon();
    for (double scale = share; scale > 0.3; scale -= 0.08) {
      double across = axis + Math.PI / 2;
      Ring box = Ring.box(center, axis, parcel.extent(axis) * scale, parcel.extent(across) * scale);
      if (polygon.covers(box.polygon())) {
        return List.of(box);
      }
    }
    return List.of();
  }
}
