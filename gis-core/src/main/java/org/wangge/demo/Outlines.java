package org.wangge.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/**
 * Outlines of groups of faces, made by striking out every edge that two faces of the group share.
 * No vertex is dropped, so whatever runs along an edge runs along all of its vertices.
 */
final class Outlines {
  private final Mesh mesh;
  private final LocalFrame frame;

  Outlines(Mesh mesh, LocalFrame frame) {
    this.mesh = mesh;
    this.frame = frame;
  }

  LatticePoint point(int node) {
    Spot spot = mesh.spot(node);
    return frame.at(spot.x(), spot.y());
  }

  /** The outline of one or more faces; holes where they surround others. */
  LatticeShape of(Collection<Face> group) {
    List<LinearRing> rings = new ArrayList<>();
    for (List<Integer> ring : rings(group)) {
      rings.add(linear(ring));
    }
    rings.sort(Comparator.comparingDouble(ring -> -ring.getEnvelopeInternal().getArea()));
    LinearRing shell = rings.remove(0);
    return LatticeShape.ofScaled(
        LatticeShape.SCALED.createPolygon(shell, rings.toArray(new LinearRing[0])));
  }

  private LinearRing linear(List<Integer> ring) {
    Coordinate[] all = new Coordinate[ring.size() + 1];
    for (int i = 0; i < all.length; i++) {
      LatticePoint point = point(ring.get(i % ring.size()));
      all[i] = new Coordinate(point.lon(), point.lat());
    }
    return LatticeShape.SCALED.createLinearRing(all);
  }

  private List<List<Integer>> rings(Collection<Face> group) {
    Map<Integer, List<Integer>> next = new LinkedHashMap<>();
    for (Face face : group) {
      for (int i = 0; i < face.ring.size(); i++) {
        int from = face.ring.get(i);
        int to = Mesh.next(face, i);
        List<Integer> back = next.getOrDefault(to, List.of());
        if (back.contains(from)) {
          back.remove((Integer) from);
        } else {
          next.computeIfAbsent(from, key -> new ArrayList<>()).add(to);
        }
      }
    }
    List<List<Integer>> rings = new ArrayList<>();
    for (int start : List.copyOf(next.keySet())) {
      while (!next.getOrDefault(start, List.of()).isEmpty()) {
        rings.addAll(simple(walk(next, start)));
      }
    }
    return rings;
  }

  private static List<Integer> walk(Map<Integer, List<Integer>> next, int start) {
    List<Integer> ring = new ArrayList<>();
    int node = start;
    do {
      ring.add(node);
      List<Integer> ways = next.getOrDefault(node, List.of());
      node = ways.remove(ways.size() - 1);
    } while (node != start);
    return ring;
  }

  /** Where a ring comes through a node twice, it is two rings that touch. */
  private static List<List<Integer>> simple(List<Integer> ring) {
    List<List<Integer>> parts = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    Map<Integer, Integer> seen = new HashMap<>();
    for (int node : ring) {
      Integer first = seen.get(node);
      if (first != null) {
        List<Integer> loop = open.subList(first, open.size());
        parts.add(new ArrayList<>(loop));
        loop.forEach(seen::remove);
        loop.clear();
      }
      seen.put(node, open.size());
      open.add(node);
    }
    parts.add(open);
    return parts;
  }
}
