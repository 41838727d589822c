package org.wangge.plan.cut;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Level;
import org.wangge.plan.planar.Lengths;
import org.wangge.plan.planar.Mosaic;
import org.wangge.plan.planar.Pieces;
import org.wangge.plan.topology.Drawn;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Topology;

/**
 * Gives the pieces of a divided region to grids, old and new, and makes faces of them. A micro-grid
 * goes on where its largest piece stays in its grid and the grid goes on; every other piece of one
 * becomes a new micro-grid, or part of its neighbour where it is too small to be one. One use, one
 * thread.
 */
public final class Settlement {
  /** A smaller piece of a micro-grid is nobody's place of work. */
  private static final double LEAST_MICRO_SQUARE_METERS = 100;

  private final Cut cut;
  private final Topology before;
  private final int seq;
  private final Map<String, Set<String>> members = new LinkedHashMap<>();
  private final Map<String, Face> heads = new LinkedHashMap<>();
  private final List<Face> put = new ArrayList<>();
  private final Map<String, String> gridOfPut = new LinkedHashMap<>();
  private final List<NewMicro> newMicros = new ArrayList<>();
  private Mosaic mosaic;
  private int given;

  /** A micro-grid that comes into being: its piece, what it is of, and its grid. */
  private record NewMicro(String piece, Face origin, String grid) {}

  public Settlement(Cut cut, int seq) {
    this.cut = cut;
    this.seq = seq;
    before = cut.region().topology();
    mosaic = cut.mosaic();
  }

  /** Gives pieces to a grid that goes on. */
  public Settlement keep(Face grid, Set<String> pieces) {
    heads.put(grid.id(), grid);
    members.computeIfAbsent(grid.id(), id -> new LinkedHashSet<>()).addAll(pieces);
    return this;
  }

  /** Makes new grids, each of some pieces; they are numbered west to east. */
  public Settlement begin(Map<Set<String>, Face> grids) {
    Map<Face, Set<String>> byFace = new LinkedHashMap<>();
    grids.forEach(
        (pieces, like) ->
            byFace.put(like.part("", like.parentOrNull(), mosaic.outline(pieces)), pieces));
    for (Face one : Topology.inOrder(byFace.keySet())) {
      Face grid = one.part(nextId(), one.parentOrNull(), one.shape());
      heads.put(grid.id(), grid);
      members.put(grid.id(), Objects.requireNonNull(byFace.get(one), "put above"));
    }
    return this;
  }

  private String nextId() {
    given++;
    return "e" + seq + "-" + given;
  }

  /** Makes the faces, and judges them. */
  public Drawn make() {
    Set<String> old = cut.region().pieces();
    Set<String> oldFaces = new LinkedHashSet<>();
    cut.region().grids().forEach(grid -> oldFaces.add(grid.id()));
    old.stream().filter(piece -> before.find(piece).isPresent()).forEach(oldFaces::add);
    heads.keySet().forEach(this::settle);
    nameMicros();
    List<String> made = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (Face head : heads.values()) {
      boolean born = before.find(head.id()).isEmpty();
      Face now = head.on(outlineOf(head.id()));
      put.add(now);
      if (born) {
        made.add(now.id());
      } else if (!now.shape().equals(before.getFace(now.id()).shape())) {
        changed.add(now.id());
      }
    }
    Set<String> gone = new LinkedHashSet<>(oldFaces);
    put.forEach(face -> gone.remove(face.id()));
    Topology after = before.with(new Topology.Change(mosaic, gone, put, old, gridOfPut));
    List<LatticePoint> path = cut.paths().stream().flatMap(List::stream).toList();
    SettledGround.require(cut, put);
    return new Drawn(after, made, changed, List.copyOf(gone), path, cut.paths());
  }

  private LatticeShape outlineOf(String grid) {
    Set<String> pieces = new LinkedHashSet<>();
    gridOfPut.forEach(
        (piece, of) -> {
          if (of.equals(grid)) {
            pieces.add(piece);
          }
        });
    return mosaic.outline(pieces);
  }

  /** Sorts the pieces of a grid into micro-grids that stay, new ones, and the rest. */
  private void settle(String grid) {
    Set<String> rest = new LinkedHashSet<>();
    Set<String> joining = new LinkedHashSet<>();
    Map<String, String> staying = staying(grid);
    boolean divided = isDivided(grid);
    for (String piece : members.getOrDefault(grid, Set.of())) {
      Face micro = microOf(piece);
      if (micro == null && divided && !isRest(piece)) {
        joining.add(piece);
      } else if (micro == null || !divided) {
        rest.add(piece);
      } else if (piece.equals(staying.get(micro.id()))) {
        keepMicro(piece, micro, grid);
      } else if (isCut(piece) && isSmall(piece)) {
        joining.add(piece);
      } else {
        newMicros.add(new NewMicro(piece, micro, grid));
      }
    }
    rest.addAll(joined(joining, grid));
    layRest(grid, rest);
  }

  /** Whether a grid consists of micro-grids. */
  private boolean isDivided(String grid) {
    Collection<String> pieces =
        before.find(grid).isPresent()
            ? before.piecesOf(grid)
            : members.getOrDefault(grid, Set.of());
    return pieces.stream().anyMatch(piece -> microOf(piece) != null);
  }

  private @Nullable Face microOf(String piece) {
    Face face = before.find(cut.origins().getOrDefault(piece, piece)).orElse(null);
    return face != null && face.level() == Level.MICRO_GRID ? face : null;
  }

  private boolean isCut(String piece) {
    return !piece.equals(cut.origins().get(piece));
  }

  private boolean isSmall(String piece) {
    return Geodesy.areaSquareMeters(mosaic.shape(piece)) < LEAST_MICRO_SQUARE_METERS;
  }

  /** The piece of each micro-grid of a grid that goes on as that micro-grid. */
  private Map<String, String> staying(String grid) {
    Map<String, String> staying = new HashMap<>();
    if (before.find(grid).isEmpty()) {
      return staying;
    }
    for (String piece : members.getOrDefault(grid, Set.of())) {
      Face micro = microOf(piece);
      if (micro != null && micro.parent().equals(Optional.of(grid))) {
        staying.merge(micro.id(), piece, this::larger);
      }
    }
    return staying;
  }

  private String larger(String one, String other) {
    return Pieces.doubledArea(mosaic.shape(one)) >= Pieces.doubledArea(mosaic.shape(other))
        ? one
        : other;
  }

  private void keepMicro(String piece, Face micro, String grid) {
    mosaic = mosaic.renamed(piece, micro.id());
    gridOfPut.put(micro.id(), grid);
    put.add(micro.on(mosaic.shape(micro.id())));
  }

  /** Ground that is no micro-grid's: as one piece where it hangs together. */
  private void layRest(String grid, Set<String> rest) {
    if (rest.isEmpty()) {
      return;
    }
    List<Set<String>> parts = mosaic.components(rest, Set.of());
    boolean all = parts.size() == 1 && rest.size() == members.getOrDefault(grid, Set.of()).size();
    List<String> waiting = new ArrayList<>();
    for (Set<String> part : parts) {
      String waits = "!" + grid + "~" + waiting.size();
      mosaic = mosaic.dissolved(part, waits);
      waiting.add(waits);
    }
    for (int i = 0; i < waiting.size(); i++) {
      String id = all ? grid : Topology.restId(grid, i + 1);
      mosaic = mosaic.renamed(waiting.get(i), id);
      gridOfPut.put(id, grid);
    }
  }

  /** Whether a piece is ground that no micro-grid of a divided grid had before either. */
  private boolean isRest(String piece) {
    String origin = cut.origins().getOrDefault(piece, piece);
    return !origin.equals(before.gridOf(origin));
  }

  /**
   * Adds what is too small, or never was a micro-grid's, to the micro-grids it shares most of its
   * border with, so that they cover their grid as before; tells what none of them is beside.
   */
  private Set<String> joined(Set<String> pieces, String grid) {
    Set<String> open = new LinkedHashSet<>(pieces);
    boolean goesOn = true;
    while (goesOn) {
      goesOn = open.removeIf(piece -> join(piece, grid));
    }
    Set<String> alone = new LinkedHashSet<>();
    for (String piece : open) {
      Face micro = microOf(piece);
      if (micro == null) {
        alone.add(piece);
      } else {
        newMicros.add(new NewMicro(piece, micro, grid));
      }
    }
    return alone;
  }

  private boolean join(String piece, String grid) {
    String best =
        mosaic.bordersOf(piece).entrySet().stream()
            .filter(border -> isIn(border.getKey(), grid))
            .max(Comparator.comparingDouble(border -> Lengths.units(border.getValue())))
            .map(Map.Entry::getKey)
            .orElse(null);
    if (best == null) {
      return false;
    }
    mosaic = mosaic.dissolved(Set.of(best, piece), best);
    put.replaceAll(face -> face.id().equals(best) ? face.on(mosaic.shape(best)) : face);
    return true;
  }

  private boolean isIn(String piece, String grid) {
    return grid.equals(gridOfPut.get(piece))
        || newMicros.stream().anyMatch(one -> one.piece().equals(piece) && one.grid().equals(grid));
  }

  /** Gives the new micro-grids their ids, west to east. */
  private void nameMicros() {
    Map<Face, NewMicro> byFace = new LinkedHashMap<>();
    for (NewMicro micro : newMicros) {
      LatticeShape shape = mosaic.shape(micro.piece());
      byFace.put(micro.origin().part("", micro.grid(), shape), micro);
    }
    for (Face one : Topology.inOrder(byFace.keySet())) {
      NewMicro micro = Objects.requireNonNull(byFace.get(one), "put above");
      Face face = one.part(nextId(), one.parentOrNull(), one.shape());
      mosaic = mosaic.renamed(micro.piece(), face.id());
      gridOfPut.put(face.id(), micro.grid());
      put.add(face);
    }
  }
}
