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
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
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

  /** Outlines with fewer pairs of edges between them are compared without counting first. */
  private static final long SMALL_PRODUCT = 40_000;

  /** What measuring an overlap of such outlines counts for. */
  private static final long SHARED_COST = 500;

  /** One pair of outlines may use up this part of all pairs of edges. */
  private static final long PAIR_SHARE = 10;

  /** A union is made while no more than this part was used up. */
  private static final long UNION_SHARE = 5;

  private final List<Member> members;
  private final Bounds bounds;
  private final STRtree tree = new STRtree();
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private final List<CoverageFlaw> flaws = new ArrayList<>();
  private boolean complete = true;
  private long edgePairs;
  private long verticesLeft;

  private CoverageCheck(List<Member> members, Bounds bounds) {
    this.members = members;
    this.bounds = bounds;
    this.verticesLeft = bounds.maxVertices();
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
   * How far the check goes, so that no file can hold it up for long.
   *
   * @param maxAreas above this many it does not start
   * @param maxVertices above this many vertices of close neighbours it stops comparing them
   * @param maxEdgePairs above this many edges of different outlines that come close it stops
   *     measuring what they share; a real coverage of a city stays far below
   * @param maxFlaws so many flaws of each kind are named, the largest first
   * @param narrowMeters neighbours closer than this and not touching are a narrow gap
   */
  public record Bounds(
      int maxAreas, long maxVertices, long maxEdgePairs, int maxFlaws, double narrowMeters) {
    public static final Bounds USUAL = new Bounds(200_000, 300_000_000, 5_000_000, 500, 5);
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
    parents.forEach(this::lookAtChildren);
    // A union holds all crossings in memory at once; what is measured pair by pair may be more.
    Geometry union =
        edgePairs <= bounds.maxEdgePairs() / UNION_SHARE
            ? OverlayNGRobust.union(members.stream().map(Member::geometry).toList())
            : LatticeShape.SCALED.createPolygon();
    for (int i = 0; i < union.getNumGeometries(); i++) {
      if (union.getGeometryN(i) instanceof Polygon piece) {
        lookAtHoles(piece);
      }
    }
    parents.forEach(parent -> lookForBareGround(parent, union));
    return new CoverageReport(
        members.size(),
        union.isEmpty() ? 0 : union.getNumGeometries(),
        GroundSize.squareMeters(union),
        counts,
        largestFlaws(),
        complete);
  }

  private List<CoverageFlaw> largestFlaws() {
    flaws.sort(
        Comparator.comparingDouble(CoverageFlaw::squareMeters)
            .reversed()
            .thenComparingDouble(CoverageFlaw::widthMeters)
            .thenComparing(CoverageFlaw::at));
    List<CoverageFlaw> largest = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      flaws.stream().filter(f -> f.kind() == kind).limit(bounds.maxFlaws()).forEach(largest::add);
    }
    return largest;
  }

  /**
   * Whether two outlines may be compared edge by edge; what that costs is added up. Outlines of a
   * few hundred vertices always may, as long as the sum is not reached.
   */
  private boolean isAffordable(Geometry one, Geometry other) {
    long left = bounds.maxEdgePairs() - edgePairs;
    if (left > 0 && (long) one.getNumPoints() * other.getNumPoints() > SMALL_PRODUCT) {
      long limit = Math.min(left, bounds.maxEdgePairs() / PAIR_SHARE);
      long count = EdgeMeetings.count(one, other, limit);
      edgePairs = count > limit ? bounds.maxEdgePairs() : edgePairs + count;
    }
    boolean affordable = edgePairs < bounds.maxEdgePairs();
    complete &= affordable;
    return affordable;
  }

  private void lookAtPairs() {
    for (Member one : members) {
      if (!one.given()) {
        continue;
      }
      RelateNG prepared = RelateNG.prepare(one.geometry());
      IndexedFacetDistance border = new IndexedFacetDistance(one.geometry());
      Envelope near = new Envelope(one.box());
      near.expandBy(GroundSize.latticeUnits(bounds.narrowMeters()));
      for (Member other : near(near)) {
        if (isSeenFromTheOther(one, other)) {
          continue;
        }
        verticesLeft -= one.shape().vertexCount() + other.shape().vertexCount();
        if (verticesLeft < 0 || !isAffordable(one.geometry(), other.geometry())) {
          complete = false;
          return;
        }
        lookAtPair(one, prepared, border, other);
      }
    }
  }

  private static boolean isSeenFromTheOther(Member one, Member other) {
    int order = other.code().compareTo(one.code());
    return order == 0 || (other.given() && order < 0);
  }

  private void lookAtPair(
      Member one, RelateNG prepared, IndexedFacetDistance border, Member other) {
    if (!one.box().intersects(other.box())
        || !prepared.evaluate(other.geometry(), RelatePredicate.intersects())) {
      lookForNarrowGap(one, border, other);
    } else if (prepared.evaluate(other.geometry(), RelatePredicate.matches(INTERIORS_MEET))) {
      noteShared(Kind.OVERLAP, one, other.code(), other.geometry(), OverlayNG.INTERSECTION);
    }
  }

  /** Notes what an overlay of a member with another outline leaves. */
  private void noteShared(Kind kind, Member member, String code, Geometry other, int operation) {
    edgePairs += SHARED_COST;
    Geometry left = OverlayNGRobust.overlay(member.geometry(), other, operation);
    note(
        new CoverageFlaw(
            kind,
            GroundSize.squareMeters(left),
            0,
            inside(left).orElseGet(member.shape()::labelPoint),
            List.of(member.code(), code)));
  }

  private void lookForNarrowGap(Member one, IndexedFacetDistance border, Member other) {
    double reach = GroundSize.latticeUnits(bounds.narrowMeters());
    if (!border.isWithinDistance(other.geometry(), reach)) {
      return;
    }
    Coordinate[] ends = border.nearestPoints(other.geometry());
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

  private List<Member> childrenOf(Parent parent) {
    return members.stream().filter(member -> parent.children().contains(member.code())).toList();
  }

  private void lookAtChildren(Parent parent) {
    Geometry outline = parent.shape().scaled();
    RelateNG prepared = RelateNG.prepare(outline);
    for (Member child : childrenOf(parent)) {
      if (child.given()
          && isAffordable(child.geometry(), outline)
          && !prepared.evaluate(child.geometry(), RelatePredicate.covers())) {
        noteShared(Kind.OUTSIDE_PARENT, child, parent.code(), outline, OverlayNG.DIFFERENCE);
      }
    }
  }

  private void lookForBareGround(Parent parent, Geometry union) {
    Geometry outline = parent.shape().scaled();
    if (union.isEmpty() || parent.children().isEmpty() || !isAffordable(outline, union)) {
      return;
    }
    Geometry bare = OverlayNGRobust.overlay(outline, union, OverlayNG.DIFFERENCE);
    for (int i = 0; i < bare.getNumGeometries(); i++) {
      // A hole of the union was told already; what is left touches the parent's own outline.
      if (bare.getGeometryN(i) instanceof Polygon piece && touchesRim(piece, parent)) {
        noteGap(piece, List.of(parent.code()));
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
