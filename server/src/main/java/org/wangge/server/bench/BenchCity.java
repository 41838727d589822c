package org.wangge.server.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wangge.demo.DemoCity;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.GridIndex;
import org.wangge.grid.Level;

/**
 * The grids of a made-up city, as the index takes them.
 *
 * @param slots one for each grid, numbered in the order of the codes
 * @param bounds box around all
 */
record BenchCity(List<GridIndex.Slot> slots, LatticeBox bounds) {
  /** Grids of a whole city (domain.md). */
  static final int CITY = 8_256;

  static final int QUICK = 400;

  /** The same for the same arguments, whenever it is made. */
  static BenchCity of(long seed, int gridCount) {
    List<Area> grids =
        DemoCity.generate(seed, gridCount, Instant.EPOCH).areas(Level.GRID).stream()
            .sorted(Comparator.comparing(Area::code))
            .toList();
    List<GridIndex.Slot> slots = new ArrayList<>();
    LatticeBox bounds = grids.get(0).shape().orElseThrow().bounds();
    for (Area grid : grids) {
      LatticeShape shape = grid.shape().orElseThrow();
      slots.add(new GridIndex.Slot(slots.size(), shape));
      bounds = bounds.union(shape.bounds());
    }
    return new BenchCity(List.copyOf(slots), bounds);
  }

  List<LatticeShape> shapes() {
    return slots.stream().map(GridIndex.Slot::shape).toList();
  }
}
