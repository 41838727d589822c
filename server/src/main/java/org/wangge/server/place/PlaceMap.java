package org.wangge.server.place;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.Caller;
import org.wangge.event.Transactions;
import org.wangge.place.Building;
import org.wangge.place.Ground;
import org.wangge.place.Place;
import org.wangge.place.PlaceKind;
import org.wangge.place.PlaceQuery;
import org.wangge.place.PlaceStore;
import org.wangge.place.Street;
import org.wangge.tiles.BaseMap;
import org.wangge.tiles.BaseMapTiles;
import org.wangge.tiles.BaseMapZooms;
import org.wangge.tiles.TileSource;

/**
 * The base map of the places that stand now: a snapshot, drawn at start and after every change;
 * empty until then. Thread-safe.
 */
final class PlaceMap implements Supplier<TileSource> {
  private static final Logger log = LoggerFactory.getLogger(PlaceMap.class);

  private final Transactions transactions;
  private final PlaceStore store;
  private final Clock clock;
  private volatile TileSource tiles = tiles(List.of(), List.of(), List.of());

  PlaceMap(Transactions transactions, PlaceStore store, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public TileSource get() {
    return tiles;
  }

  /** Draws it anew. Takes a second; for a background thread. */
  synchronized void draw() {
    try {
      tiles =
          tiles(
              all(PlaceKind.STREETS, Street.class),
              all(PlaceKind.BUILDINGS, Building.class),
              all(PlaceKind.GROUNDS, Ground.class));
    } catch (RuntimeException e) {
      log.error("the base map could not be drawn; the map shows the last one", e);
    }
  }

  private <P extends Place> List<P> all(PlaceKind kind, Class<P> type) {
    PlaceQuery query = PlaceQuery.all(kind, clock.instant());
    return transactions.read(tx -> store.list(tx, Caller.upkeep(), query)).stream()
        .map(one -> type.cast(one.place()))
        .toList();
  }

  private static TileSource tiles(
      List<Street> streets, List<Building> buildings, List<Ground> grounds) {
    return BaseMapTiles.of(
        fingerprint(streets, buildings, grounds),
        BaseMap.of(streets, buildings, grounds),
        BaseMapZooms.standard());
  }

  /**
   * Changes with what is drawn: tiles are kept for ever under it, beyond an upgrade of the program.
   */
  private static String fingerprint(
      List<Street> streets, List<Building> buildings, List<Ground> grounds) {
    long print = 17;
    for (Street street : streets) {
      print = print * 31 + street.line().hashCode();
      print = print * 31 + (street.nameZh() + street.streetClass().word()).hashCode();
    }
    for (Building building : buildings) {
      print = print * 31 + building.footprint().hashCode();
    }
    for (Ground ground : grounds) {
      print = print * 31 + ground.shape().hashCode();
      print = print * 31 + (ground.nameZh() + ground.kind().word()).hashCode();
    }
    return Long.toHexString(print);
  }
}
