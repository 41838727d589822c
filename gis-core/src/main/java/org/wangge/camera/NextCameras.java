package org.wangge.camera;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.wangge.camera.sight.FootPlane;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.place.StreetEdge;

/**
 * The next cameras along the streets: those that somebody who leaves a camera's place on foot comes
 * by first, whichever way they go. A camera stands at the street that is nearest to it, and one is
 * not next when another stands on the shortest way to it; those at the same place stand in nobody's
 * way. Not thread-safe.
 */
public final class NextCameras {
  /** Farther from every street, a camera is on none. */
  private static final double AT_STREET_METERS = 40;

  private static final double SAME_PLACE_METERS = 20;
  static final double FARTHEST_METERS = 600;
  private static final int MOST = 8;

  private final FootPlane plane;
  private final LatticePoint origin;
  private final List<StreetEdge> streets;
  private final Map<String, List<Integer>> streetsAt = new HashMap<>();
  private final Map<Integer, List<Post>> postsOn = new HashMap<>();

  /**
   * A camera that is next.
   *
   * @param entry which
   * @param distanceMeters to walk there
   * @param bearingDegrees where it stands as seen from the first, clockwise from north
   */
  public record Next(CameraEntry entry, double distanceMeters, double bearingDegrees) {}

  private record Post(CameraEntry entry, int street, double along, double away) {}

  private record Walk(String node, double meters) {}

  private NextCameras(LatticePoint origin, List<StreetEdge> streets) {
    this.origin = origin;
    plane = FootPlane.at(origin);
    this.streets = streets;
    for (int i = 0; i < streets.size(); i++) {
      streetsAt.computeIfAbsent(streets.get(i).fromNode(), any -> new ArrayList<>()).add(i);
      streetsAt.computeIfAbsent(streets.get(i).toNode(), any -> new ArrayList<>()).add(i);
    }
  }

  /**
   * Those next to a camera, the nearest first.
   *
   * @param others cameras around; the first may be among them
   * @param streets around
   */
  static List<Next> to(CameraEntry first, List<CameraEntry> others, List<StreetEdge> streets) {
    NextCameras search = new NextCameras(first.camera().location(), streets);
    Optional<Post> begin = search.post(first, Double.MAX_VALUE);
    if (begin.isEmpty()) {
      return List.of();
    }
    for (CameraEntry other : others) {
      if (!other.camera().id().equals(first.camera().id())) {
        search
            .post(other, AT_STREET_METERS)
            .ifPresent(
                post ->
                    search
                        .postsOn
                        .computeIfAbsent(post.street, any -> new ArrayList<>())
                        .add(post));
      }
    }
    return search.from(begin.get());
  }

  private List<Next> from(Post begin) {
    Map<String, Next> found = new LinkedHashMap<>();
    PriorityQueue<Walk> open = new PriorityQueue<>(Comparator.comparingDouble(Walk::meters));
    StreetEdge street = streets.get(begin.street);
    double length = length(street);
    along(begin.street, begin.along, length, 0, found)
        .ifPresent(meters -> open.add(new Walk(street.toNode(), meters)));
    along(begin.street, begin.along, 0, 0, found)
        .ifPresent(meters -> open.add(new Walk(street.fromNode(), meters)));
    Map<String, Double> reached = new HashMap<>();
    while (!open.isEmpty()) {
      Walk walk = open.poll();
      if (walk.meters <= FARTHEST_METERS && reached.putIfAbsent(walk.node, walk.meters) == null) {
        goOn(walk, found, open);
      }
    }
    return found.values().stream()
        .sorted(
            Comparator.comparingDouble(Next::distanceMeters)
                .thenComparing(next -> next.entry().camera().id()))
        .limit(MOST)
        .toList();
  }

  private void goOn(Walk walk, Map<String, Next> found, PriorityQueue<Walk> open) {
    for (int number : streetsAt.getOrDefault(walk.node, List.of())) {
      StreetEdge street = streets.get(number);
      double length = length(street);
      boolean isForward = street.fromNode().equals(walk.node);
      String end = isForward ? street.toNode() : street.fromNode();
      along(number, isForward ? 0 : length, isForward ? length : 0, walk.meters, found)
          .ifPresent(meters -> open.add(new Walk(end, meters)));
    }
  }

  /**
   * Walks along a stretch up to its end or to the first camera that is not at the place it began.
   *
   * @param walked metres before
   * @return metres walked at its end; empty where a camera stands in the way
   */
  private Optional<Double> along(
      int street, double from, double to, double walked, Map<String, Next> found) {
    List<Post> met = new ArrayList<>(postsOn.getOrDefault(street, List.of()));
    met.removeIf(post -> post.along < Math.min(from, to) || post.along > Math.max(from, to));
    met.sort(Comparator.comparingDouble(post -> Math.abs(post.along - from)));
    double stoppedAt = Double.NaN;
    for (Post post : met) {
      double meters = walked + Math.abs(post.along - from);
      boolean isBehind = meters - stoppedAt > SAME_PLACE_METERS;
      if (meters > FARTHEST_METERS || isBehind) {
        break;
      }
      add(post, meters, found);
      if (meters > SAME_PLACE_METERS && Double.isNaN(stoppedAt)) {
        stoppedAt = meters;
      }
    }
    return Double.isNaN(stoppedAt) ? Optional.of(walked + Math.abs(to - from)) : Optional.empty();
  }

  private void add(Post post, double meters, Map<String, Next> found) {
    String id = post.entry.camera().id();
    Next before = found.get(id);
    if (before == null || before.distanceMeters > meters) {
      double bearing = Geodesy.azimuthDegrees(origin, post.entry.camera().location());
      found.put(id, new Next(post.entry, meters, bearing));
    }
  }

  private Optional<Post> post(CameraEntry entry, double within) {
    Post best = null;
    for (int i = 0; i < streets.size(); i++) {
      Post post = nearest(entry, i);
      if (post.away <= within && (best == null || post.away < best.away)) {
        best = post;
      }
    }
    return Optional.ofNullable(best);
  }

  private Post nearest(CameraEntry entry, int street) {
    double x = x(entry.camera().location());
    double y = y(entry.camera().location());
    List<LatticePoint> line = streets.get(street).line();
    double before = 0;
    double along = 0;
    double away = Double.MAX_VALUE;
    for (int i = 0; i + 1 < line.size(); i++) {
      double ax = x(line.get(i));
      double ay = y(line.get(i));
      double dx = x(line.get(i + 1)) - ax;
      double dy = y(line.get(i + 1)) - ay;
      double length = Math.hypot(dx, dy);
      double share =
          length == 0
              ? 0
              : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (length * length)));
      double distance = Math.hypot(x - ax - share * dx, y - ay - share * dy);
      if (distance < away) {
        away = distance;
        along = before + share * length;
      }
      before += length;
    }
    return new Post(entry, street, along, away);
  }

  private double length(StreetEdge street) {
    double length = 0;
    for (int i = 0; i + 1 < street.line().size(); i++) {
      LatticePoint a = street.line().get(i);
      LatticePoint b = street.line().get(i + 1);
      length += Math.hypot(x(b) - x(a), y(b) - y(a));
    }
    return length;
  }

  private double x(LatticePoint at) {
    return (at.lon() - origin.lon()) * plane.metersPerLon();
  }

  private double y(LatticePoint at) {
    return (at.lat() - origin.lat()) * plane.metersPerLat();
  }
}
