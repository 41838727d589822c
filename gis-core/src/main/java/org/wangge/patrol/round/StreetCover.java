package org.wangge.patrol.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.MapPlane;
import org.wangge.geo.Position;
import org.wangge.place.Street;

/**
 * Which parts of streets lie near to where somebody went. On the plane about the grid's middle, for
 * every straight part of a street and every leg, the places of the part that are no farther from
 * the leg than asked are one stretch, as the distance from a leg is convex; its ends are those of
 * the part's stretches in the two circles about the leg's ends and in the strip beside the leg.
 * What is walked is the union of these stretches, over all legs. Immutable.
 */
final class StreetCover {
  private final GridGround ground;
  private final MapPlane plane;
  private final List<Line> legs;
  private final double near;

  StreetCover(GridGround ground, List<KnownWay.Leg> legs, double nearMeters) {
    this.ground = ground;
    LatticePoint middle = ground.box().center();
    this.plane = new MapPlane(new Position(middle.lonDegrees(), middle.latDegrees()));
    this.near = nearMeters;
    this.legs = legs.stream().map(this::line).toList();
  }

  /** A straight line on the plane, in metres. */
  private record Line(double x, double y, double dx, double dy) {
    double length() {
      return Math.hypot(dx, dy);
    }

    Line part(double from, double to) {
      return new Line(x + from * dx, y + from * dy, (to - from) * dx, (to - from) * dy);
    }

    boolean isFarFrom(Line other, double meters) {
      return isBeside(x, dx, other.x, other.dx, meters)
          || isBeside(y, dy, other.y, other.dy, meters);
    }

    private static boolean isBeside(double a, double da, double b, double db, double meters) {
      return Math.min(a, a + da) > Math.max(b, b + db) + meters
          || Math.min(b, b + db) > Math.max(a, a + da) + meters;
    }
  }

  /** Shares of a line. */
  private record Stretch(double from, double to) {
    Optional<Stretch> and(double low, double high) {
      double begin = Math.max(from, low);
      double end = Math.min(to, high);
      return begin <= end ? Optional.of(new Stretch(begin, end)) : Optional.empty();
    }
  }

  private Line line(KnownWay.Leg leg) {
    return line(leg.from().location(), leg.to().location())
        .part(leg.share(leg.within().from()), leg.share(leg.within().to()));
  }

  private Line line(LatticePoint from, LatticePoint to) {
    MapPlane.Place begin = plane.of(from);
    MapPlane.Place end = plane.of(to);
    return new Line(
        begin.eastMeters(),
        begin.northMeters(),
        end.eastMeters() - begin.eastMeters(),
        end.northMeters() - begin.northMeters());
  }

  /** The parts of a street in the grid, in their order. */
  List<StreetPart> of(Street street) {
    List<StreetPart> parts = new ArrayList<>();
    List<LatticePoint> points = street.line();
    for (int i = 1; i < points.size(); i++) {
      LatticePoint from = points.get(i - 1);
      LatticePoint to = points.get(i);
      for (GridGround.Part part :
          from.equals(to) ? List.<GridGround.Part>of() : ground.partsOf(from, to)) {
        Line whole = line(from, to).part(part.from().value(), part.to().value());
        addParts(parts, street.id(), whole);
      }
    }
    return parts;
  }

  private void addParts(List<StreetPart> parts, String street, Line whole) {
    double at = 0;
    for (Stretch walked : walked(whole)) {
      add(parts, street, whole.part(at, walked.from()), false);
      add(parts, street, whole.part(walked.from(), walked.to()), true);
      at = walked.to();
    }
    add(parts, street, whole.part(at, 1), false);
  }

  private void add(List<StreetPart> parts, String street, Line line, boolean walked) {
    if (line.length() > 0) {
      parts.add(
          new StreetPart(
              street,
              plane.at(line.x(), line.y()),
              plane.at(line.x() + line.dx(), line.y() + line.dy()),
              line.length(),
              walked));
    }
  }

  /** What of a line was walked: stretches that do not meet, in their order. */
  private List<Stretch> walked(Line line) {
    List<Stretch> found = new ArrayList<>();
    for (Line leg : legs) {
      if (!line.isFarFrom(leg, near)) {
        nearTo(line, leg).ifPresent(found::add);
      }
    }
    found.sort(Comparator.comparingDouble(Stretch::from));
    List<Stretch> joined = new ArrayList<>();
    for (Stretch one : found) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).to() >= one.from()) {
        Stretch before = joined.get(last);
        joined.set(last, new Stretch(before.from(), Math.max(before.to(), one.to())));
      } else {
        joined.add(one);
      }
    }
    return joined;
  }

  private Optional<Stretch> nearTo(Line line, Line leg) {
    List<Stretch> all = new ArrayList<>();
    inCircle(line, leg.x(), leg.y()).ifPresent(all::add);
    inCircle(line, leg.x() + leg.dx(), leg.y() + leg.dy()).ifPresent(all::add);
    inStrip(line, leg).ifPresent(all::add);
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Stretch(
                all.stream().mapToDouble(Stretch::from).min().orElseThrow(),
                all.stream().mapToDouble(Stretch::to).max().orElseThrow()));
  }

  private Optional<Stretch> inCircle(Line line, double x, double y) {
    double ox = line.x() - x;
    double oy = line.y() - y;
    double a = line.dx() * line.dx() + line.dy() * line.dy();
    double half = ox * line.dx() + oy * line.dy();
    double root = half * half - a * (ox * ox + oy * oy - near * near);
    if (root < 0) {
      return Optional.empty();
    }
    double reach = Math.sqrt(root);
    return new Stretch(0, 1).and((-half - reach) / a, (-half + reach) / a);
  }

  private Optional<Stretch> inStrip(Line line, Line leg) {
    double length = leg.length();
    if (length == 0) {
      return Optional.empty();
    }
    double ex = leg.dx() / length;
    double ey = leg.dy() / length;
    double ox = line.x() - leg.x();
    double oy = line.y() - leg.y();
    return between(new Stretch(0, 1), ox * ex + oy * ey, line.dx() * ex + line.dy() * ey, 0, length)
        .flatMap(
            along ->
                between(along, oy * ex - ox * ey, line.dy() * ex - line.dx() * ey, -near, near));
  }

  /** Where a value that grows evenly from a start is between two others. */
  private static Optional<Stretch> between(
      Stretch within, double start, double growth, double low, double high) {
    if (growth == 0) {
      return start >= low && start <= high ? Optional.of(within) : Optional.empty();
    }
    double a = (low - start) / growth;
    double b = (high - start) / growth;
    return within.and(Math.min(a, b), Math.max(a, b));
  }
}
