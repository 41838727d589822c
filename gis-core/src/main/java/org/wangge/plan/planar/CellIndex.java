package org.wangge.plan.planar;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticeShape;

/**
 * Which faces are near a place: by square cells about as large as a face. Immutable; a change costs
 * as much as the cells of the face that changes.
 */
public final class CellIndex {
  /** Boxes of more cells than these are not spread over them. */
  private static final int MOST_CELLS = 400;

  private final int cellUnits;
  private final PMap<Long, PSet<String>> cells;
  private final PSet<String> large;

  private CellIndex(int cellUnits, PMap<Long, PSet<String>> cells, PSet<String> large) {
    this.cellUnits = cellUnits;
    this.cells = cells;
    this.large = large;
  }

  /** Faces by id. */
  public static CellIndex of(Map<String, LatticeShape> faces) {
    double sides = 0;
    for (LatticeShape shape : faces.values()) {
      LatticeBox box = shape.bounds();
      sides += Math.max((double) box.east() - box.west(), (double) box.north() - box.south());
    }
    int cellUnits = Math.max(100, (int) Math.min(1e8, sides / Math.max(1, faces.size())));
    CellIndex index = new CellIndex(cellUnits, HashTreePMap.empty(), HashTreePSet.empty());
    for (Map.Entry<String, LatticeShape> face : faces.entrySet()) {
      index = index.plus(face.getKey(), face.getValue().bounds());
    }
    return index;
  }

  /** With a face that is in no cell yet. */
  public CellIndex plus(String id, LatticeBox box) {
    if (isLarge(box)) {
      return new CellIndex(cellUnits, cells, large.plus(id));
    }
    PMap<Long, PSet<String>> next = cells;
    for (int x = cell(box.west()); x <= cell(box.east()); x++) {
      for (int y = cell(box.south()); y <= cell(box.north()); y++) {
        long key = key(x, y);
        next = next.plus(key, next.getOrDefault(key, HashTreePSet.empty()).plus(id));
      }
    }
    return new CellIndex(cellUnits, next, large);
  }

  /** Without a face, whose box was this when it was put in. */
  public CellIndex minus(String id, LatticeBox box) {
    if (isLarge(box)) {
      return new CellIndex(cellUnits, cells, large.minus(id));
    }
    PMap<Long, PSet<String>> next = cells;
    for (int x = cell(box.west()); x <= cell(box.east()); x++) {
      for (int y = cell(box.south()); y <= cell(box.north()); y++) {
        long key = key(x, y);
        PSet<String> left = next.getOrDefault(key, HashTreePSet.empty()).minus(id);
        next = left.isEmpty() ? next.minus(key) : next.plus(key, left);
      }
    }
    return new CellIndex(cellUnits, next, large);
  }

  /** Faces whose box may touch a box. */
  public Set<String> near(LatticeBox box) {
    Set<String> near = new LinkedHashSet<>(large);
    if (cellsOf(box) > cells.size()) {
      cells.values().forEach(near::addAll);
      return near;
    }
    for (int x = cell(box.west()); x <= cell(box.east()); x++) {
      for (int y = cell(box.south()); y <= cell(box.north()); y++) {
        near.addAll(cells.getOrDefault(key(x, y), HashTreePSet.empty()));
      }
    }
    return near;
  }

  private boolean isLarge(LatticeBox box) {
    return cellsOf(box) > MOST_CELLS;
  }

  private long cellsOf(LatticeBox box) {
    long columns = (long) cell(box.east()) - cell(box.west()) + 1;
    long rows = (long) cell(box.north()) - cell(box.south()) + 1;
    return columns * rows;
  }

  private int cell(int units) {
    return Math.floorDiv(units, cellUnits);
  }

  private static long key(int x, int y) {
    return ((long) x << 32) ^ (y & 0xffff_ffffL);
  }
}
