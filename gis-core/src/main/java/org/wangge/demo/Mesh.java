package org.wangge.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ground as faces that share nodes and edges: the one set of edges that every level of areas
 * and every street is made of. A node put on an edge is put into both faces beside it, so faces
 * always fit together. Not thread-safe.
 */
final class Mesh {
  private final List<Spot> nodes = new ArrayList<>();
  private final List<Face> faces = new ArrayList<>();
  private final Map<Long, Face> leftFaces = new HashMap<>();
  private final Map<Long, Strand> strands = new HashMap<>();

  private static long directed(int from, int to) {
    return ((long) from << 32) | to;
  }

  private static long undirected(int a, int b) {
    return directed(Math.min(a, b), Math.max(a, b));
  }

  int addNode(Spot spot) {
    nodes.add(spot);
    return nodes.size() - 1;
  }

  Spot spot(int node) {
    return nodes.get(node);
  }

  int nodeCount() {
    return nodes.size();
  }

  List<Face> faces() {
    return faces;
  }

  Face addFace(List<Integer> ring) {
    Face face = new Face(ring);
    faces.add(face);
    register(face);
    return face;
  }

  private void register(Face face) {
    for (int i = 0; i < face.ring.size(); i++) {
      leftFaces.put(directed(face.ring.get(i), next(face, i)), face);
    }
  }

  static int next(Face face, int i) {
    return face.ring.get((i + 1) % face.ring.size());
  }

  /** The face to the left when going from one node to the next; none outside. */
  Optional<Face> left(int from, int to) {
    return Optional.ofNullable(leftFaces.get(directed(from, to)));
  }

  /** The street that runs along an edge. */
  Optional<Strand> strand(int a, int b) {
    return Optional.ofNullable(strands.get(undirected(a, b)));
  }

  void layStreet(int a, int b, Strand strand) {
    strands.put(undirected(a, b), strand);
  }

  /** Puts a new node on an edge, into both faces beside it. */
  int insert(int a, int b, Spot spot) {
    int node = addNode(spot);
    insertInto(leftFaces.remove(directed(a, b)), a, b, node);
    insertInto(leftFaces.remove(directed(b, a)), b, a, node);
    Strand strand = strands.remove(undirected(a, b));
    if (strand != null) {
      layStreet(a, node, strand);
      layStreet(node, b, strand);
    }
    return node;
  }

  private void insertInto(@Nullable Face face, int from, int to, int node) {
    if (face == null) {
      return;
    }
    for (int i = 0; i < face.ring.size(); i++) {
      if (face.ring.get(i) == from && next(face, i) == to) {
        face.ring.add(i + 1, node);
        break;
      }
    }
    leftFaces.put(directed(from, node), face);
    leftFaces.put(directed(node, to), face);
  }

  /**
   * Divides a face by a line from one of its nodes to another. The face keeps the side to the left
   * of the line.
   *
   * @param via corners of the line between its ends
   * @param strand the street along it, or null
   * @return the other side
   */
  Face split(Face face, int from, int to, List<Spot> via, @Nullable Strand strand) {
    List<Integer> line = new ArrayList<>();
    line.add(from);
    via.forEach(spot -> line.add(addNode(spot)));
    line.add(to);
    int start = face.ring.indexOf(from);
    int end = face.ring.indexOf(to);
    int size = face.ring.size();
    List<Integer> leftRing = new ArrayList<>(line);
    for (int i = (end + 1) % size; i != start; i = (i + 1) % size) {
      leftRing.add(face.ring.get(i));
    }
    List<Integer> rightRing = new ArrayList<>();
    for (int i = start; i != end; i = (i + 1) % size) {
      rightRing.add(face.ring.get(i));
    }
    for (int i = line.size() - 1; i > 0; i--) {
      rightRing.add(line.get(i));
    }
    Face right = face.sibling(rightRing);
    face.ring.clear();
    face.ring.addAll(leftRing);
    faces.add(right);
    register(face);
    register(right);
    if (strand != null) {
      for (int i = 0; i + 1 < line.size(); i++) {
        layStreet(line.get(i), line.get(i + 1), strand);
      }
    }
    return right;
  }

  Ring ring(Face face) {
    return new Ring(face.ring.stream().map(nodes::get).toList());
  }
}
