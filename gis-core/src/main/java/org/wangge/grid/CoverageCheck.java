package org.wangge.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.CoverageFlaw.Kind;

/**
 * Looks how well areas of one level cover the ground: overlaps, gaps, neighbours that nearly touch,
 * and parts beyond the outline of the area above. Whether two areas overlap is decided exactly on
 * the lattice; sizes are rounded to it. Wants valid outlines. Pure; not thread-safe.
 */
public final class CoverageCheck {
  private static final String INTERIORS_MEET = "T********";

  private final List<Member> members;
  private final Bounds bounds;
  private final STRtree tree = new STRtree();
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private final List<CoverageFlaw> flaws = new ArrayList<>();
  private boolean complete = true;

  private CoverageCheck(List<Member> members, Bounds bounds) {
    this.members = members;
    this.bounds = bounds;
    members.forEach(member -> tree.insert(member.box(), member));
    tree.build();
  }

  /**
   * An area as this check sees it.
   *
   * @param code its code
   * @param shape a valid outline
   * @param given whether flaws of it are wanted; the others are only neighbours
   */
  public record Member(String code, LatticeShape shape, boolean given) {
    Geometry geometry() {
      return shape.scaled();
    }

    Envelope box() {
      return shape.scaled().getEnvelopeInternal();
    }
  }

  /**
   * How far the check goes.
   *
   * @param maxAreas above this many it does not start
   * @param maxPairs above this many pairs of close neighbours it stops counting
   * @param maxFlaws so many flaws are named, the largest first
   * @param narrowMeters neighbours closer than this and not touching are a narrow gap
   */
  public record Bounds(int maxAreas, int maxPairs, int maxFlaws, double narrowMeters) {
    public static final Bounds USUAL = new Bounds(100_000, 1_000_000, 500, 5);
  }

  /**
   * Looks at all areas of one level.
   *
   * @param parents outlines of the areas above, as far as they are known
   */
  public static CoverageReport check(List<Member> members, List<Parent> parents, Bounds bounds) {
    if (members.size() > bounds.maxAreas()) {
      return new CoverageReport(members.size(), 0, 0, Map.of(), List.of(), false);
    }
    return members.isEmpty()
        ? CoverageReport.empty()
        : new CoverageCheck(members, bounds).check(parents);
  }

  /**
   * An area above.
   *
   * @param code its code
   * @param shape its valid outline
   * @param children codes of those of the members that hang from it
   */
  public record Parent(String code, LatticeShape shape, java.util.Set<String> children) {}

  private CoverageReport check(List<Parent> parents) {
    lookAtPairs();
    Geometry union = OverlayNGRobust.union(members.stream().map(Member::geometry).toList());
    for (int i = 0; i < union.getNumGeometries(); i++) {
      if (union.getGeometryN(i) instanceof Polygon piece) {
        lookAtHoles(piece);
      }
    }
    parents.forEach(parent -> lookAtParent(parent, union));
    flaws.sort(
        Comparator.comparingDouble(CoverageFlaw::squareMeters)
            .reversed()
            .thenComparingDouble(CoverageFlaw::widthMeters)
            .thenComparing(CoverageFlaw::at));
    List<CoverageFlaw> named = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      flaws.stream().filter(f -> f.kind() == kind).limit(bounds.maxFlaws()).forEach(named::add);
    }
    return new CoverageReport(
        members.size(),
        union.getNumGeometries(),
        GroundSize.squareMeters(union),
        counts,
        named,
        complete);
  }

  private void lookAtPairs() {
    int pairs = 0;
    for (Member one : members) {
      if (!one.given()) {
        continue;
      }
      RelateNG prepared = RelateNG.prepare(one.geometry());
      Envelope near = new Envelope(one.box());
      near.expandBy(GroundSize.latticeUnits(bounds.narrowMeters()));
      for (Member other : near(near)) {
        if (isSeenFromTheOther(one, other)) {
          continue;
        }
        if (++pairs > bounds.maxPairs()) {
          complete = false;
          return;
        }
        lookAtPair(one, prepared, other);
      }
    }
  }

  private static boolean isSeenFromTheOther(Member one, Member other) {
    int order = other.code().compareTo(one.code());
    return order == 0 || (other.given() && order < 0);
  }

  private void lookAtPair(Member one, RelateNG prepared, Member other) {
    if (!one.box().intersects(other.box())
        || !prepared.evaluate(other.geometry(), RelatePredicate.intersects())) {
      lookForNarrowGap(one, other);
    } else if (prepared.evaluate(other.geometry(), RelatePredicate.matches(INTERIORS_MEET))) {
      Geometry shared =
          OverlayNGRobust.overlay(one.geometry(), other.geometry(), OverlayNG.INTERSECTION);
      LatticePoint at =
          inside(shared).or(() -> inside(other.geometry())).orElseGet(other.shape()::labelPoint);
      note(
          new CoverageFlaw(
              Kind.OVERLAP,
              GroundSize.squareMeters(shared),
              0,
              at,
              List.of(one.code(), other.code())));
    }
  }

  private void lookForNarrowGap(Member one, Member other) {
    Coordinate[] ends = DistanceOp.nearestPoints(one.geometry(), other.geometry());
    double meters = GroundSize.meters(ends[0], ends[1]);
    if (meters >= bounds.narrowMeters()) {
      return;
    }
    Coordinate middle = new Coordinate((ends[0].x + ends[1].x) / 2, (ends[0].y + ends[1].y) / 2);
    Geometry probe = LatticeShape.SCALED.createPoint(middle);
    boolean filled =
        near(new Envelope(middle)).stream().anyMatch(member -> member.geometry().covers(probe));
    if (!filled) {
      note(
          new CoverageFlaw(
              Kind.NARROW_GAP,
              0,
              meters,
              GroundSize.point(middle),
              List.of(one.code(), other.code())));
    }
  }

  private void lookAtHoles(Polygon piece) {
    for (int i = 0; i < piece.getNumInteriorRing(); i++) {
      LinearRing ring = piece.getInteriorRingN(i);
      noteGap(LatticeShape.SCALED.createPolygon(ring), List.of());
    }
  }

  private void lookAtParent(Parent parent, Geometry union) {
    List<Member> children =
        members.stream().filter(member -> parent.children().contains(member.code())).toList();
    RelateNG prepared = RelateNG.prepare(parent.shape().scaled());
    for (Member child : children) {
      if (child.given() && !prepared.evaluate(child.geometry(), RelatePredicate.covers())) {
        Geometry beyond =
            OverlayNGRobust.overlay(
                child.geometry(), parent.shape().scaled(), OverlayNG.DIFFERENCE);
        note(
            new CoverageFlaw(
                Kind.OUTSIDE_PARENT,
                GroundSize.squareMeters(beyond),
                0,
                inside(beyond).orElseGet(child.shape()::labelPoint),
                List.of(child.code(), parent.code())));
      }
    }
    if (!children.isEmpty()) {
      Geometry bare = OverlayNGRobust.overlay(parent.shape().scaled(), union, OverlayNG.DIFFERENCE);
      for (int i = 0; i < bare.getNumGeometries(); i++) {
        // A hole of the union was told already; what is left touches the parent's own outline.
        if (bare.getGeometryN(i) instanceof Polygon piece && touchesRim(piece, parent)) {
          noteGap(piece, List.of(parent.code()));
        }
      }
    }
  }

  private static boolean touchesRim(Polygon piece, Parent parent) {
    return piece.intersects(parent.shape().scaled().getBoundary());
  }

  private void noteGap(Polygon gap, List<String> also) {
    if (gap.isEmpty()) {
      return;
    }
    List<String> codes = new ArrayList<>(also);
    for (Member member : near(gap.getEnvelopeInternal())) {
      if (codes.size() < CoverageFlaw.MAX_CODES && member.geometry().intersects(gap)) {
        codes.add(member.code());
      }
    }
    Optional<LatticePoint> at = inside(gap);
    at.ifPresent(
        point -> note(new CoverageFlaw(Kind.GAP, GroundSize.squareMeters(gap), 0, point, codes)));
  }

  private void note(CoverageFlaw flaw) {
    counts.merge(flaw.kind(), 1, Integer::sum);
    flaws.add(flaw);
  }

  @SuppressWarnings("unchecked")
  private List<Member> near(Envelope box) {
    List<Member> found = new ArrayList<>((List<Member>) tree.query(box));
    found.sort(Comparator.comparing(Member::code));
    return found;
  }

  private static Optional<LatticePoint> inside(Geometry geometry) {
    return geometry.isEmpty()
        ? Optional.empty()
        : Optional.of(GroundSize.point(geometry.getInteriorPoint().getCoordinate()));
  }
}
