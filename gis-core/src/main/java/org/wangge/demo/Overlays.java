package org.wangge.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.wangge.geo.Validity;
import org.wangge.grid.Area;
import org.wangge.grid.AreaBuilder;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Duty;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.place.StreetClass;

/**
 * Divides the same ground in other ways than the tree does: by whole blocks, growing from chosen
 * places until they meet, preferably at the wide streets.
 */
final class Overlays {
  static final Partition BEATS = new Partition("police-beat", "警务区", "Police beats");
  static final Partition INSPECTION =
      new Partition("inspection", "纪检片区", "Discipline-inspection areas");

  private final Mesh mesh;
  private final Outlines outlines;
  private final Validity validity;
  private final StaffCodes staff;
  private final Map<Integer, List<Face>> blocks = new TreeMap<>();
  private final Map<Integer, Spot> centers = new HashMap<>();
  private final Map<Integer, Map<Integer, Double>> near = new HashMap<>();

  Overlays(Mesh mesh, Outlines outlines, Validity validity, StaffCodes staff) {
    this.mesh = mesh;
    this.outlines = outlines;
    this.validity = validity;
    this.staff = staff;
    for (Face face : mesh.faces()) {
      blocks.computeIfAbsent(face.block, key -> new ArrayList<>()).add(face);
    }
    blocks.forEach((block, faces) -> centers.put(block, mesh.ring(faces.get(0)).centroid()));
    mesh.faces().forEach(this::join);
  }

  /** Notes which blocks lie beside the block of a face, and how far it is to get there. */
  private void join(Face face) {
    for (int i = 0; i < face.ring.size(); i++) {
      int a = face.ring.get(i);
      int b = Mesh.next(face, i);
      Face other = mesh.left(b, a).orElse(face);
      if (other.block == face.block) {
        continue;
      }
      StreetClass crossed = mesh.strand(a, b).map(Strand::streetClass).orElse(StreetClass.PATH);
      double factor =
          switch (crossed) {
            case ARTERIAL -> 4.5;
            case COLLECTOR -> 2.6;
            default -> 1;
          };
      double distance = center(face.block).distance(center(other.block)) * factor;
      near.computeIfAbsent(face.block, key -> new TreeMap<>())
          .merge(other.block, distance, Math::min);
    }
  }

  private Spot center(int block) {
    return centers.getOrDefault(block, new Spot(0, 0));
  }

  List<Area> beats(Terrain terrain) {
    List<Spot> stations =
        List.of(
            terrain.at(0.13, 0.35),
            terrain.at(0.42, 0.2),
            terrain.at(0.3, 0.78),
            terrain.at(0.65, 0.55),
            terrain.at(0.86, 0.25),
            terrain.at(0.85, 0.85));
    return areas(BEATS, "JWQ-", "警务区", Duty.POLICE, stations);
  }

  List<Area> inspection(Terrain terrain) {
    List<Spot> middles =
        List.of(
            terrain.at(0.2, 0.2),
            terrain.at(0.2, 0.75),
            terrain.at(0.55, 0.42),
            terrain.at(0.8, 0.3),
            terrain.at(0.75, 0.85));
    return areas(INSPECTION, "JJ-", "纪检片区", Duty.STREET_CADRE, middles);
  }

  private List<Area> areas(
      Partition partition, String prefix, String kind, Duty duty, List<Spot> seeds) {
    List<Area> areas = new ArrayList<>();
    grow(seeds)
        .forEach(
            (seed, faces) -> {
              int number = seed + 1;
              int homes =
                  faces.stream()
                      .flatMap(f -> f.buildings.stream())
                      .mapToInt(b -> b.households)
                      .sum();
              areas.add(
                  new AreaBuilder()
                      .key(new AreaKey(partition.id(), prefix + "%02d".formatted(number)))
                      .level(Level.OVERLAY)
                      .name("第" + number + kind)
                      .households(homes)
                      .population(homes * 5 / 2)
                      .shape(outlines.of(faces))
                      .inCharge(List.of(staff.next(duty)))
                      .validity(validity)
                      .reason("generated")
                      .build());
            });
    return areas;
  }

  /** A block reached from a seed after some distance. */
  private record Reached(double distance, int block, int seed) {}

  private Map<Integer, List<Face>> grow(List<Spot> seeds) {
    PriorityQueue<Reached> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble(Reached::distance)
                .thenComparing(Reached::block)
                .thenComparing(Reached::seed));
    for (int seed = 0; seed < seeds.size(); seed++) {
      Spot from = seeds.get(seed);
      int block =
          blocks.keySet().stream()
              .min(Comparator.comparingDouble(key -> center(key).distance(from)))
              .orElseThrow();
      queue.add(new Reached(0, block, seed));
    }
    Map<Integer, Integer> seedOf = new LinkedHashMap<>();
    while (!queue.isEmpty()) {
      Reached here = queue.remove();
      if (seedOf.putIfAbsent(here.block, here.seed) == null) {
        near.getOrDefault(here.block, Map.of())
            .forEach((block, far) -> queue.add(new Reached(here.distance + far, block, here.seed)));
      }
    }
    Map<Integer, List<Face>> grown = new TreeMap<>();
    seedOf.forEach(
        (block, seed) ->
            grown
                .computeIfAbsent(seed, key -> new ArrayList<>())
                .addAll(blocks.getOrDefault(block, List.of())));
    return grown;
  }
}
