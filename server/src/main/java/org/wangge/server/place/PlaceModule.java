package org.wangge.server.place;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.Caller;
import org.wangge.event.DomainEvent;
import org.wangge.event.Tx;
import org.wangge.geo.LatticeBox;
import org.wangge.place.Building;
import org.wangge.place.Place;
import org.wangge.place.PlaceEvent;
import org.wangge.place.PlaceKind;
import org.wangge.place.PlaceQuery;
import org.wangge.place.PlaceRegister;
import org.wangge.place.PlaceStore;
import org.wangge.place.StreetEdge;
import org.wangge.server.storage.Database;
import org.wangge.tiles.TileSource;

/** Puts the place feature together. */
public final class PlaceModule implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PlaceModule.class);
  private static final long CLOSE_SECONDS = 10;

  private final PlaceStore store = new JdbcPlaceStore();
  private final Database database;
  private final Clock clock;
  private final PlaceRegister register;
  private final PlaceMap map;
  private final PlaceHttp http;
  private final ExecutorService drawing = Executors.newSingleThreadExecutor(PlaceModule::thread);
  private volatile boolean closed;

  public PlaceModule(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    register = new PlaceRegister(database, store);
    map = new PlaceMap(database, store, clock);
    http = new PlaceHttp(register, clock);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "base-map");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Draws the base map in the background, now and after every change of places.
   *
   * @param drawn is run afterwards, each time
   */
  public void start(Runnable drawn) {
    drawing.execute(() -> draw(drawn));
    database.afterCommit(
        events -> {
          if (!closed && events.stream().anyMatch(PlaceModule::isOfPlaces)) {
            drawing.execute(() -> draw(drawn));
          }
        });
  }

  private static boolean isOfPlaces(DomainEvent event) {
    return event instanceof PlaceEvent;
  }

  private void draw(Runnable drawn) {
    if (closed) {
      return;
    }
    map.draw();
    drawn.run();
  }

  /** All places that stand now, kind after kind, to build indexes of. */
  public List<Place> everything() {
    return database.read(
        tx -> {
          List<Place> places = new ArrayList<>();
          store.everything(tx, Caller.upkeep(), clock.instant(), places::add);
          return places;
        });
  }

  /** All buildings that stand now. */
  public Stream<Building> buildings() {
    PlaceQuery query = PlaceQuery.all(PlaceKind.BUILDINGS, clock.instant());
    return database.read(tx -> store.list(tx, Caller.upkeep(), query)).stream()
        .map(one -> Building.class.cast(one.place()));
  }

  /** The buildings that stand at an instant and whose box touches this one. */
  public List<Building> buildingsIn(Tx tx, Caller caller, LatticeBox box, Instant at) {
    PlaceQuery query =
        new PlaceQuery(PlaceKind.BUILDINGS, at, box, null, null, "", Integer.MAX_VALUE);
    return store.list(tx, caller, query).stream()
        .map(one -> Building.class.cast(one.place()))
        .toList();
  }

  /** The stretches of street at an instant whose box touches this one. */
  public List<StreetEdge> streetsIn(Tx tx, Caller caller, LatticeBox box, Instant at) {
    PlaceQuery query =
        new PlaceQuery(PlaceKind.STREET_EDGES, at, box, null, null, "", Integer.MAX_VALUE);
    return store.list(tx, caller, query).stream()
        .map(one -> StreetEdge.class.cast(one.place()))
        .toList();
  }

  public PlaceRegister register() {
    return register;
  }

  public PlaceStore store() {
    return store;
  }

  public Supplier<TileSource> baseMap() {
    return map;
  }

  public PlaceHttp http() {
    return http;
  }

  /** Ends the drawing that is under way, and draws no more. */
  @Override
  public void close() {
    closed = true;
    drawing.shutdown();
    try {
      // Not interrupted: that would close the database's file under it.
      if (!drawing.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("the base map is still being drawn; not waiting any longer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
