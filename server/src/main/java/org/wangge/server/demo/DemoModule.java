package org.wangge.server.demo;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.wangge.event.Transactions;
import org.wangge.grid.GridStore;
import org.wangge.tiles.TileSource;

/** Puts the demonstration together. */
public final class DemoModule {
  private final DemoLoader loader;
  private final DemoBaseMap baseMap = new DemoBaseMap();

  public DemoModule(Transactions transactions, GridStore grids, List<DemoPart> parts, Clock clock) {
    loader = new DemoLoader(transactions, grids, parts, clock);
  }

  /**
   * Draws the base map of what was generated here, which takes seconds; for a background thread.
   *
   * @param drawn is run afterwards, also where there was nothing to draw
   */
  public void drawBaseMap(Runnable drawn) {
    loader.made().ifPresent(baseMap::draw);
    drawn.run();
  }

  public DemoLoader loader() {
    return loader;
  }

  public Supplier<TileSource> baseMap() {
    return baseMap;
  }

  public DemoHttp http() {
    return new DemoHttp(loader);
  }
}
