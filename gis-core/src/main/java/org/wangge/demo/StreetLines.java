package org.wangge.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wangge.geo.LatticePoint;
import org.wangge.place.Street;
import org.wangge.place.StreetClass;
import org.wangge.place.StreetGraph;

/** Reads the streets off the edges of the mesh: as lines under one name, and as a graph. */
final class StreetLines {
  private final Outlines outlines;

  /** Nodes of each strand in order. */
  private final Map<Integer, List<Integer>> chains = new TreeMap<>();

  private final Map<Integer, Strand> strands = new TreeMap<>();
  private final Map<Integer, Integer> ways = new TreeMap<>();

  StreetLines(Mesh mesh, Outlines outlines) {
    this.outlines = outlines;
    Map<Integer, Map<Integer, List<Integer>>> near = new TreeMap<>();
    for (Face face : mesh.faces()) {
      for (int i = 0; i < face.ring.size(); i++) {
        int a = face.ring.get(i);
        int b = Mesh.next(face, i);
        boolean once = a < b || mesh.left(b, a).isEmpty();
        mesh.strand(a, b).filter(s -> once).ifPresent(strand -> note(near, strand, a, b));
      }
    }
    near.forEach((number, links) -> chains.put(number, chain(links)));
  }

  private void note(Map<Integer, Map<Integer, List<Integer>>> near, Strand strand, int a, int b) {
    strands.put(strand.number(), strand);
    Map<Integer, List<Integer>> links =
        near.computeIfAbsent(strand.number(), key -> new LinkedHashMap<>());
    links.computeIfAbsent(a, key -> new ArrayList<>()).add(b);
    links.computeIfAbsent(b, key -> new ArrayList<>()).add(a);
    ways.merge(a, 1, Integer::sum);
    ways.merge(b, 1, Integer::sum);
  }

  private static List<Integer> chain(Map<Integer, List<Integer>> links) {
    int node =
        links.entrySet().stream()
            .filter(entry -> entry.getValue().size() == 1)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    List<Integer> chain = new ArrayList<>();
    int before = -1;
    while (node >= 0) {
      chain.add(node);
      int came = before;
      before = node;
      node =
          links.getOrDefault(node, List.of()).stream()
              .filter(n -> n != came)
              .findFirst()
              .orElse(-1);
    }
    return chain;
  }

  /** The nodes of a strand from one end to the other. */
  List<Integer> nodes(int strand) {
    return chains.getOrDefault(strand, List.of());
  }

  List<Street> streets() {
    List<Street> streets = new ArrayList<>();
    chains.forEach(
        (number, nodes) -> {
          Strand strand = strands.get(number);
          if (strand != null) {
            streets.add(street(strand, id(number), line(nodes)));
          }
        });
    return streets;
  }

  static Street street(Strand strand, String id, List<LatticePoint> line) {
    StreetClass streetClass = strand.streetClass();
    MadeUpNames.Name name = strand.name();
    return name == null
        ? new Street(id, "", "", streetClass, line)
        : new Street(
            id,
            name.zh() + kindZh(strand),
            name.pinyin() + " " + kindEn(strand),
            streetClass,
            line);
  }

  private static String kindZh(Strand strand) {
    return switch (strand.streetClass()) {
      case ARTERIAL -> "大道";
      case COLLECTOR -> "路";
      case LOCAL -> strand.number() % 3 == 0 ? "路" : "街";
      default -> "巷";
    };
  }

  private static String kindEn(Strand strand) {
    return switch (strand.streetClass()) {
      case ARTERIAL -> "Avenue";
      case COLLECTOR -> "Road";
      case LOCAL -> strand.number() % 3 == 0 ? "Road" : "Street";
      default -> "Lane";
    };
  }

  private static String id(int strand) {
    return "street-%03d".formatted(strand + 1);
  }

  private List<LatticePoint> line(List<Integer> nodes) {
    return nodes.stream().map(outlines::point).toList();
  }

  StreetGraph graph() {
    Map<Integer, Integer> numbers = new TreeMap<>();
    List<LatticePoint> nodes = new ArrayList<>();
    List<StreetGraph.Edge> edges = new ArrayList<>();
    chains.forEach(
        (number, chain) -> {
          int start = 0;
          for (int i = 1; i < chain.size(); i++) {
            boolean junction = ways.getOrDefault(chain.get(i), 0) != 2;
            if (junction || i == chain.size() - 1) {
              List<Integer> piece = chain.subList(start, i + 1);
              int from = number(numbers, nodes, piece.get(0));
              int to = number(numbers, nodes, piece.get(piece.size() - 1));
              Strand strand = strands.get(number);
              if (strand != null) {
                edges.add(
                    new StreetGraph.Edge(id(number), strand.streetClass(), from, to, line(piece)));
              }
              start = i;
            }
          }
        });
    return new StreetGraph(nodes, edges);
  }

  private int number(Map<Integer, Integer> numbers, List<LatticePoint> nodes, int node) {
    Integer known = numbers.get(node);
    if (known != null) {
      return known;
    }
    numbers.put(node, nodes.size());
    nodes.add(outlines.point(node));
    return nodes.size() - 1;
  }
}
