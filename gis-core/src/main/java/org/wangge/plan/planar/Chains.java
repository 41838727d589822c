package org.wangge.plan.planar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.geo.LatticePoint;

/** Borders as chains of edges that follow one another. Pure. */
public final class Chains {
  private Chains() {}

  /** The chains that edges make, each in its order; branches begin chains of their own. */
  public static List<List<Edge>> of(Collection<Edge> edges) {
    Set<Edge> open = new LinkedHashSet<>(edges);
    List<List<Edge>> chains = new ArrayList<>();
    while (!open.isEmpty()) {
      Edge first = open.iterator().next();
      open.remove(first);
      Deque<Edge> chain = new ArrayDeque<>(List.of(first));
      for (Optional<Edge> next = from(open, first.b()); next.isPresent(); ) {
        open.remove(next.get().undirected());
        chain.addLast(next.get());
        next = from(open, next.get().b());
      }
      for (Optional<Edge> next = from(open, first.a()); next.isPresent(); ) {
        open.remove(next.get().undirected());
        chain.addFirst(next.get().reversed());
        next = from(open, next.get().b());
      }
      chains.add(List.copyOf(chain));
    }
    return chains;
  }

  private static Optional<Edge> from(Set<Edge> open, LatticePoint node) {
    return open.stream()
        .filter(edge -> edge.has(node))
        .findFirst()
        .map(edge -> edge.a().equals(node) ? edge : edge.reversed());
  }

  /** The nodes of a chain, from its one end to the other. */
  public static List<LatticePoint> places(List<Edge> chain) {
    List<LatticePoint> places = new ArrayList<>(List.of(chain.get(0).a()));
    chain.forEach(edge -> places.add(edge.b()));
    return places;
  }

  /**
   * What may be left of a chain where a path meets it: nothing, all before the first place, all
   * after the last, or both; all of it or nothing where it is not met. Edges are undirected.
   */
  public static List<Set<Edge>> partsOutside(List<Edge> chain, List<LatticePoint> path) {
    Set<LatticePoint> met = new HashSet<>(path);
    int first = -1;
    int last = -1;
    for (int i = 0; i <= chain.size(); i++) {
      LatticePoint node = i == 0 ? chain.get(0).a() : chain.get(i - 1).b();
      if (met.contains(node)) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0) {
      return List.of(undirected(chain), Set.of());
    }
    Set<Edge> before = undirected(chain.subList(0, first));
    Set<Edge> after = undirected(chain.subList(last, chain.size()));
    Set<Edge> both = new HashSet<>(before);
    both.addAll(after);
    return List.copyOf(new LinkedHashSet<>(List.of(both, before, after, Set.<Edge>of())));
  }

  private static Set<Edge> undirected(List<Edge> edges) {
    Set<Edge> all = new LinkedHashSet<>();
    edges.forEach(edge -> all.add(edge.undirected()));
    return all;
  }
}
