package org.wangge.server.demo;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.wangge.demo.DemoTown;
import org.wangge.event.Transactions;
import org.wangge.grid.GridStore;
import org.wangge.tiles.TileSource;

/** Puts the demonstration together. */
public final class DemoModule {
  private final DemoLoader loader;
  private final DemoBaseMap baseMap = new DemoBaseMap();
  private final Clock clock;

  public DemoModule(Transactions transactions, GridStore grids, List<DemoPart> parts, Clock clock) {
    this.clock = clock;
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

  /**
   * Lets the town live, if there is one, until what is returned is closed.
   *
   * @param url of this program, without a slash at the end
   * @param token of the data folder's owner
   */
  public Life live(String url, String token) {
    Optional<Made> town = loader.made().filter(made -> made.kind() == Made.Kind.TOWN);
    if (town.isEmpty()) {
      return () -> {};
    }
    Made made = town.get();
    Simulator simulator =
        new Simulator(
            () -> parts(DemoTown.generate(made.seed(), made.madeAt()), new PublicApi(url, token)),
            clock,
            made.toldTo(),
            loader::told);
    simulator.start();
    return simulator;
  }

  private static List<Simulator.Part> parts(DemoTown town, PublicApi api) {
    return List.of(new SimulatedIncidents(town, api));
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
