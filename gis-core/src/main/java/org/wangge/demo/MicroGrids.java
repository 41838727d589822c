package org.wangge.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Joins faces that few people live on with a neighbour, until micro-grids have a fair size. */
final class MicroGrids {
  private static final int FEW = 8;
  private static final int MANY = 17;

  private final Mesh mesh;
  private final Map<Integer, List<Face>> members = new TreeMap<>();

  MicroGrids(Mesh mesh) {
    this.mesh = mesh;
    for (Face face : mesh.faces()) {
      members.computeIfAbsent(face.micro, key -> new ArrayList<>()).add(face);
    }
  }

  void join() {
    for (int micro : List.copyOf(members.keySet())) {
      int homes = homes(micro);
      while (homes > 0 && homes < FEW) {
        Optional<Integer> other = smallestNeighbour(micro);
        if (other.isEmpty() || homes + homes(other.get()) > MANY) {
          break;
        }
        List<Face> joining = members.remove(other.get());
        if (joining != null) {
          joining.forEach(face -> face.micro = micro);
          members.getOrDefault(micro, new ArrayList<>()).addAll(joining);
        }
        homes = homes(micro);
      }
    }
  }

  private int homes(int micro) {
    return members.getOrDefault(micro, List.of()).stream()
        .flatMap(face -> face.buildings.stream())
        .mapToInt(building -> building.households)
        .sum();
  }

  /** The neighbour in the same block with the fewest households, but some. */
  private Optional<Integer> smallestNeighbour(int micro) {
    Set<Integer> near = new HashSet<>();
    for (Face face : members.getOrDefault(micro, List.of())) {
      for (int i = 0; i < face.ring.size(); i++) {
        mesh.left(Mesh.next(face, i), face.ring.get(i))
            .filter(other -> other.block == face.block && other.micro != micro)
            .ifPresent(other -> near.add(other.micro));
      }
    }
    return near.stream()
        .filter(other -> homes(other) > 0)
        .min(Comparator.comparingInt(this::homes).thenComparing(Comparator.naturalOrder()));
  }
}
