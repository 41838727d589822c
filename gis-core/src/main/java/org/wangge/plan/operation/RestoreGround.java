package org.wangge.plan.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.wangge.fault.Conflict;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.AreaKey;
import org.wangge.plan.planar.Edge;
import org.wangge.plan.planar.RingEdges;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.FaceTraits;
import org.wangge.plan.topology.Topology;

/**
 * Gives an area the outlines it had once, vertex for vertex. What is still there keeps its code;
 * what has ended since comes back as a new area, for its code is never used again. Pure.
 */
public final class RestoreGround {
  /** Less of the smaller one's ground in common is a matter of rounding. */
  private static final double LEAST_SHARE = 0.01;

  private final Topology now;
  private final Topology then;
  private final String areaCode;
  private final Map<String, Face> put = new LinkedHashMap<>();
  private final Map<String, Face> gone = new LinkedHashMap<>();
  private final Map<String, AreaKey> first = new LinkedHashMap<>();

  private RestoreGround(Topology now, Topology then, String areaCode) {
    this.now = now;
    this.then = then;
    this.areaCode = areaCode;
  }

  /**
   * What comes of it.
   *
   * @param topology the faces as they were, among those that others have
   * @param first for each face that comes back, by id, the area that had its outline first
   */
  public record Restored(Topology topology, Map<String, AreaKey> first) {}

  /**
   * Does it.
   *
   * @param areas all that touched the ground of the area then
   * @throws Conflict with code {@code rollback-ground-changed}
   */
  public static Restored apply(Topology now, List<Area> areas, String areaCode) {
    return new RestoreGround(now, Topology.unrepaired(areas), areaCode).apply();
  }

  private Restored apply() {
    for (Face face : now.faces()) {
      if (now.isWithin(face, areaCode) && then.find(face.id()).isEmpty()) {
        gone.put(face.id(), face);
      }
    }
    List<Face> returning = new ArrayList<>();
    for (Face old : then.faces()) {
      Face face = now.find(old.id()).orElse(null);
      if (face == null && then.isWithin(old, areaCode)) {
        returning.add(old);
      } else if (face != null && isToChange(face, old)) {
        put.put(face.id(), face.outlined(old.shape()));
      }
    }
    bringBack(Topology.inOrder(returning));
    requireUntouched();
    return new Restored(now.laidAnew(put.values(), gone.keySet()), first);
  }

  /** Outside the area only vertices come and go: the ground of others is theirs. */
  private boolean isToChange(Face face, Face old) {
    if (face.shape().equals(old.shape())) {
      return false;
    }
    Set<LatticePoint> here = vertices(face.shape());
    Set<LatticePoint> there = vertices(old.shape());
    return now.isWithin(face, areaCode) || here.containsAll(there) || there.containsAll(here);
  }

  private void bringBack(List<Face> returning) {
    Map<String, String> ids = new HashMap<>();
    for (Face old : returning) {
      ids.put(old.id(), "r" + (ids.size() + 1));
    }
    for (Face old : returning) {
      String id = ids.getOrDefault(old.id(), "");
      String parent = old.parent().map(above -> ids.getOrDefault(above, above)).orElse(null);
      put.put(
          id,
          new Face(
              id,
              origins(old),
              true,
              parent,
              old.shape(),
              old.shape().labelPoint(),
              FaceTraits.NONE,
              true));
      first.put(id, old.area().key());
    }
  }

  /** The areas whose ground it takes over; itself where there are none. */
  private List<Area> origins(Face old) {
    Geometry ground = old.shape().scaled();
    List<Area> origins = new ArrayList<>();
    for (Face face : gone.values()) {
      Geometry other = face.shape().scaled();
      if (face.level() == old.level()
          && ground.intersection(other).getArea()
              > LEAST_SHARE * Math.min(ground.getArea(), other.getArea())) {
        origins.add(face.area());
      }
    }
    return origins.isEmpty() ? List.of(old.area()) : origins;
  }

  /** No area that stays as it is may use a border that goes. */
  private void requireUntouched() {
    Set<Edge> lost = new HashSet<>();
    gone.values().forEach(face -> lost.addAll(edges(face.shape())));
    put.keySet().forEach(id -> now.find(id).ifPresent(face -> lost.addAll(edges(face.shape()))));
    put.values().forEach(face -> lost.removeAll(edges(face.shape())));
    for (Face face : now.faces()) {
      if (!gone.containsKey(face.id())
          && !put.containsKey(face.id())
          && edges(face.shape()).stream().anyMatch(lost::contains)) {
        throw new Conflict(
            "rollback-ground-changed",
            Map.of(
                "area", face.area().code(),
                "lon", face.label().lonDegrees(),
                "lat", face.label().latDegrees()));
      }
    }
  }

  private static Set<LatticePoint> vertices(LatticeShape shape) {
    Set<LatticePoint> vertices = new HashSet<>();
    RingEdges.rings(shape).forEach(vertices::addAll);
    return vertices;
  }

  /** The edges of an outline, whichever way they run. */
  private static Set<Edge> edges(LatticeShape shape) {
    return RingEdges.edges(shape).stream().map(Edge::undirected).collect(Collectors.toSet());
  }
}
