package org.wangge.plan.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Invalid;
import org.wangge.grid.CodeScheme;
import org.wangge.grid.Level;
import org.wangge.plan.operation.PlanOperation.Renumber;
import org.wangge.plan.planar.Mosaic;
import org.wangge.plan.topology.Drawn;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Refusal;
import org.wangge.plan.topology.Region;
import org.wangge.plan.topology.Topology;

/**
 * Begins every grid of a community anew on its own ground, with its micro-grids, so that all get
 * the next numbers from west to east under the next version of their code scheme; the old codes are
 * retired (domain.md, "Levels and codes"). One use, one thread.
 */
final class RenumberGrids {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final Topology topology;
  private final List<Face> grids;
  private final String scheme;
  private final int seq;
  private final Set<String> gone = new LinkedHashSet<>();
  private final Set<String> gonePieces = new LinkedHashSet<>();
  private final Map<String, Face> put = new LinkedHashMap<>();
  private final Map<String, String> putPieces = new LinkedHashMap<>();
  private final Map<String, String> ids = new LinkedHashMap<>();
  private Mosaic mosaic;

  private RenumberGrids(Topology topology, List<Face> grids, int seq) {
    this.topology = topology;
    this.grids = grids;
    this.seq = seq;
    this.scheme =
        CodeScheme.nextOf(
            grids.stream()
                .map(grid -> grid.area().scheme())
                .max(Comparator.comparing(String::length).thenComparing(one -> one))
                .orElseThrow());
    this.mosaic = topology.mosaic();
  }

  /**
   * Does it.
   *
   * @throws Invalid with code {@code renumber-no-grids}, {@code renumber-same} where the numbers
   *     run from west to east without a gap already, {@code face-not-laid} or {@code
   *     child-without-outline}
   */
  static Drawn apply(Topology topology, Renumber renumber, int seq) {
    String community = renumber.community();
    List<Face> grids = topology.children(community).stream().filter(Topology::isGrid).toList();
    if (grids.isEmpty()) {
      throw new Invalid("community", "renumber-no-grids", Map.of("community", community));
    }
    grids.forEach(grid -> Region.requireMayEnd(topology, grid));
    if (isInOrder(grids)) {
      Face first = grids.get(0);
      throw Refusal.at(first.label(), "community", "renumber-same", Map.of("community", community));
    }
    return new RenumberGrids(topology, grids, seq).make();
  }

  /** New grids are numbered in order anyway; old ones are where their codes say so. */
  private static boolean isInOrder(List<Face> grids) {
    long born = grids.stream().filter(Face::born).count();
    if (born > 0) {
      return born == grids.size();
    }
    for (int i = 1; i < grids.size(); i++) {
      if (!follows(grids.get(i - 1).area().code(), grids.get(i).area().code())) {
        return false;
      }
    }
    return true;
  }

  private static boolean follows(String code, String next) {
    return NUMBER.matcher(code).matches()
        && NUMBER.matcher(next).matches()
        && Long.parseLong(next) == Long.parseLong(code) + 1;
  }

  private Drawn make() {
    grids.forEach(grid -> renumber(grid, grid.parentOrNull()));
    List<Face> micros = new ArrayList<>();
    for (Face grid : grids) {
      topology.children(grid.id()).stream()
          .filter(face -> face.level() == Level.MICRO_GRID)
          .forEach(micros::add);
    }
    for (Face micro : Topology.inOrder(micros)) {
      renumber(micro, idOf(micro.parent().orElse("")));
    }
    grids.forEach(this::lay);
    Topology after =
        topology.with(new Topology.Change(mosaic, gone, put.values(), gonePieces, putPieces));
    List<String> made = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (Face grid : grids) {
      (grid.born() ? changed : made).add(idOf(grid.id()));
    }
    return new Drawn(after, made, changed, List.copyOf(gone), List.of(), List.of());
  }

  private void renumber(Face face, @Nullable String parent) {
    String id = face.born() ? face.id() : "e" + seq + "-" + (ids.size() + 1);
    if (!face.born()) {
      ids.put(face.id(), id);
      gone.add(face.id());
    }
    put.put(id, face.renumbered(id, parent, scheme));
  }

  private String idOf(String old) {
    return ids.getOrDefault(old, old);
  }

  /** Gives the pieces of a grid the ids of what they are ground of now. */
  private void lay(Face grid) {
    String now = idOf(grid.id());
    int rests = 0;
    for (String piece : topology.piecesOf(grid.id())) {
      boolean rest = !piece.equals(grid.id()) && topology.find(piece).isEmpty();
      String id = rest ? Topology.restId(now, ++rests) : idOf(piece);
      if (!id.equals(piece)) {
        mosaic = mosaic.renamed(piece, id);
        gonePieces.add(piece);
      }
      putPieces.put(id, now);
    }
  }
}
