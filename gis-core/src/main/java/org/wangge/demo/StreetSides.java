package org.wangge.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.place.Street;
import org.wangge.place.StreetNumber;

/**
 * Numbers what stands along the streets: odd on the left, even on the right, one step every 8 m.
 * Changed with every number given.
 */
final class StreetSides {
  private static final double REACH_METERS = 60;
  private static final double STEP_METERS = 8;

  private final LocalFrame frame;
  private final STRtree tree = new STRtree();
  private final Set<String> taken = new HashSet<>();
  private final List<StreetNumber> numbers = new ArrayList<>();

  StreetSides(List<Street> streets, LocalFrame frame) {
    this.frame = frame;
    for (Street street : PlaceMaker.named(streets)) {
      double along = 0;
      for (int i = 1; i < street.line().size(); i++) {
        Spot from = frame.spot(street.line().get(i - 1));
        Spot to = frame.spot(street.line().get(i));
        Envelope box = new Envelope(from.x(), to.x(), from.y(), to.y());
        tree.insert(box, new Stretch(street.id(), from, to, along));
        along += from.distance(to);
      }
    }
    tree.build();
  }

  /** A number on a street. */
  record Gate(String streetId, int number) {}

  private record Stretch(String streetId, Spot from, Spot to, double along) {

    /** How far along from {@code from} the foot of a point is, within the stretch. */
    double foot(Spot point) {
      double length = from.distance(to);
      double dot =
          (point.x() - from.x()) * (to.x() - from.x())
              + (point.y() - from.y()) * (to.y() - from.y());
      return length == 0 ? 0 : Math.max(0, Math.min(length, dot / length));
    }

    double distance(Spot point) {
      double length = from.distance(to);
      double share = length == 0 ? 0 : foot(point) / length;
      return point.distance(
          new Spot(from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y())));
    }

    boolean isLeft(Spot point) {
      return (to.x() - from.x()) * (point.y() - from.y())
              - (to.y() - from.y()) * (point.x() - from.x())
          > 0;
    }
  }

  /** Gives a point the next free number on the nearest named street within reach. */
  Optional<Gate> numbered(LatticePoint point) {
    Spot spot = frame.spot(point);
    Stretch nearest = nearest(spot, REACH_METERS);
    if (nearest == null) {
      return Optional.empty();
    }
    int number = 2 * (int) ((nearest.along() + nearest.foot(spot)) / STEP_METERS) + 1;
    if (!nearest.isLeft(spot)) {
      number++;
    }
    while (!taken.add(nearest.streetId() + "#" + number)) {
      number += 2;
    }
    String id =
        "number-%s-%04d".formatted(nearest.streetId().substring("street-".length()), number);
    numbers.add(new StreetNumber(id, nearest.streetId(), number, point));
    return Optional.of(new Gate(nearest.streetId(), number));
  }

  private @Nullable Stretch nearest(Spot spot, double reach) {
    Envelope box = new Envelope(new Coordinate(spot.x(), spot.y()));
    box.expandBy(reach);
    Stretch nearest = null;
    double meters = reach;
    for (Object candidate : tree.query(box)) {
      Stretch stretch = (Stretch) candidate;
      double distance = stretch.distance(spot);
      if (distance < meters) {
        meters = distance;
        nearest = stretch;
      }
    }
    return nearest;
  }

  /** The corner of an outline that is nearest to a named street. */
  LatticePoint nearestToStreet(LatticeShape outline) {
    LatticePoint best = outline.labelPoint();
    double meters = Double.POSITIVE_INFINITY;
    for (Coordinate corner : outline.scaled().getCoordinates()) {
      LatticePoint point = new LatticePoint((int) corner.x, (int) corner.y);
      Spot spot = frame.spot(point);
      Stretch nearest = nearest(spot, REACH_METERS);
      double distance = nearest == null ? REACH_METERS : nearest.distance(spot);
      if (distance < meters) {
        meters = distance;
        best = point;
      }
    }
    return best;
  }

  List<StreetNumber> numbers() {
    return List.copyOf(numbers);
  }
}
