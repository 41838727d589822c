package org.wangge.server.demo;

import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.demo.DemoTown;
import org.wangge.place.Building;
import org.wangge.place.Ground;
import org.wangge.place.Street;
import org.wangge.tiles.BaseMap;
import org.wangge.tiles.BaseMapTiles;
import org.wangge.tiles.BaseMapZooms;
import org.wangge.tiles.TileSource;

/**
 * The base map of the generated town, drawn again from its seed at every start; empty until then
 * and where there is no town. Thread-safe.
 */
final class DemoBaseMap implements Supplier<TileSource> {
  private static final Logger log = LoggerFactory.getLogger(DemoBaseMap.class);

  private volatile TileSource tiles =
      BaseMapTiles.of(
          "0",
          new BaseMap(List.of(), List.of(), List.of(), List.of(), List.of()),
          BaseMapZooms.standard());

  @Override
  public TileSource get() {
    return tiles;
  }

  /** Draws the base map of what was made. Takes seconds; for a background thread. */
  void draw(Made made) {
    if (made.kind() != Made.Kind.TOWN) {
      return;
    }
    try {
      DemoTown town = DemoTown.generate(made.seed(), made.madeAt());
      tiles =
          BaseMapTiles.of(
              fingerprint(town),
              BaseMap.of(town.streets(), town.buildings(), town.grounds()),
              BaseMapZooms.standard());
    } catch (RuntimeException e) {
      log.error("the base map could not be drawn; the map shows areas only", e);
    }
  }

  /**
   * Changes with what is drawn: tiles are kept for ever under it, beyond an upgrade of the program.
   */
  private static String fingerprint(DemoTown town) {
    long print = 17;
    for (Street street : town.streets()) {
      print = print * 31 + street.line().hashCode();
    }
    for (Building building : town.buildings()) {
      print = print * 31 + building.footprint().hashCode();
    }
    for (Ground ground : town.grounds()) {
      print = print * 31 + ground.shape().hashCode();
    }
    return Long.toHexString(print);
  }
}
