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
   * Loads the town where the database is empty and that is wanted, and draws its base map in the
   * background.
   */
  public void start(boolean wanted) {
    if (wanted) {
      loader.loadTown();
    }
    loader
        .made()
        .ifPresent(
            made -> {
              Thread drawing = new Thread(() -> baseMap.draw(made), "base-map");
              drawing.setDaemon(true);
              drawing.start();
            });
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
