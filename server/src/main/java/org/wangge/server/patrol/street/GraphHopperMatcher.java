package org.wangge.server.patrol.street;

import com.graphhopper.matching.MapMatching;
import com.graphhopper.matching.MatchResult;
import com.graphhopper.matching.Observation;
import com.graphhopper.routing.querygraph.VirtualEdgeIteratorState;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.GHPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;
import org.wangge.patrol.Fix;
import org.wangge.patrol.Track;
import org.wangge.patrol.street.FixRuns;
import org.wangge.patrol.street.StreetMatcher;
import org.wangge.patrol.street.StreetWay;
import org.wangge.place.StreetEdge;

/**
 * The most probable way by a hidden Markov model (Newson and Krumm, "Hidden Markov map matching
 * through noise and sparseness", 2009), worked out by GraphHopper. What lies too far from every
 * street is left as it was said. Thread-safe.
 */
public final class GraphHopperMatcher implements StreetMatcher {
  /** Farther from every street somebody walks in a yard or a park. */
  static final double AT_STREET_METERS = 40;

  /** How far off phones usually are among houses; their error is not told. */
  private static final double SIGMA_METERS = 12;

  /** How much farther than straight on people usually go between two fixes. */
  private static final double BETA_METERS = 5;

  @Override
  public StreetWay match(Track track, Collection<StreetEdge> streets) {
    List<StreetWay.Piece> pieces = new ArrayList<>();
    try (StreetNet net = new StreetNet(streets)) {
      for (FixRuns.Run run :
          FixRuns.of(track.fixes(), fix -> net.metersTo(fix.location()) <= AT_STREET_METERS)) {
        if (run.onStreets()) {
          match(net, run.fixes(), pieces);
        } else {
          pieces.add(beside(run.fixes()));
        }
      }
    }
    return new StreetWay(pieces);
  }

  private static StreetWay.Piece beside(List<Fix> fixes) {
    return new StreetWay.Piece(
        null,
        fixes.stream().map(Fix::location).toList(),
        fixes.get(0).at(),
        fixes.get(fixes.size() - 1).at());
  }

  /** Where no way leads from one fix to the next, each half is tried by itself. */
  private static void match(StreetNet net, List<Fix> fixes, List<StreetWay.Piece> pieces) {
    MatchResult found = matched(net, fixes);
    if (found != null) {
      addStreets(net, Spurs.without(found.getMergedPath().calcEdges()), fixes, pieces);
    } else if (fixes.size() < 3) {
      pieces.add(beside(fixes));
    } else {
      int middle = fixes.size() / 2;
      match(net, fixes.subList(0, middle + 1), pieces);
      match(net, fixes.subList(middle, fixes.size()), pieces);
    }
  }

  private static @Nullable MatchResult matched(StreetNet net, List<Fix> fixes) {
    MapMatching matching = new MapMatching(net.graph(), net.index(), new OnFoot());
    matching.setMeasurementErrorSigma(SIGMA_METERS);
    matching.setTransitionProbabilityBeta(BETA_METERS);
    List<Observation> seen =
        fixes.stream()
            .map(Fix::location)
            .map(at -> new Observation(new GHPoint(at.latDegrees(), at.lonDegrees())))
            .toList();
    try {
      return matching.match(seen);
    } catch (IllegalArgumentException e) {
      // "Sequence is broken": between two of them there is no way.
      return null;
    }
  }

  private static void addStreets(
      StreetNet net, List<EdgeIteratorState> edges, List<Fix> fixes, List<StreetWay.Piece> pieces) {
    String street = null;
    List<LatticePoint> line = new ArrayList<>();
    for (EdgeIteratorState edge : edges) {
      String next = net.streetOf(numberOf(edge));
      if (!next.equals(street)) {
        add(street, line, fixes, pieces);
        line = new ArrayList<>();
        street = next;
      }
      extend(line, edge.fetchWayGeometry(FetchMode.ALL));
    }
    add(street, line, fixes, pieces);
  }

  private static int numberOf(EdgeIteratorState edge) {
    return edge instanceof VirtualEdgeIteratorState part
        ? part.getOriginalEdgeKey() / 2
        : edge.getEdge();
  }

  private static void extend(List<LatticePoint> line, PointList points) {
    for (int i = 0; i < points.size(); i++) {
      LatticePoint at = LatticePoint.ofDegrees(points.getLon(i), points.getLat(i));
      if (line.isEmpty() || !Objects.equals(line.get(line.size() - 1), at)) {
        line.add(at);
      }
    }
  }

  private static void add(
      @Nullable String street,
      List<LatticePoint> line,
      List<Fix> fixes,
      List<StreetWay.Piece> pieces) {
    if (line.size() > 1) {
      pieces.add(
          new StreetWay.Piece(street, line, fixes.get(0).at(), fixes.get(fixes.size() - 1).at()));
    }
  }
}
