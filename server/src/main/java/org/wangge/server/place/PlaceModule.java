package org.wangge.server.place;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
import org.wangge.server.storage.Renewal;
import org.wangge.tiles.TileSource;

/** Puts the place feature together. */
public final class PlaceModule implements AutoCloseable {
  private final PlaceStore store = new JdbcPlaceStore();
  private final Database database;
  private final Clock clock;
  private final PlaceRegister register;
  private final PlaceMap map;
  private final PlaceHttp http;
  private final Renewal drawing = new Renewal("base-map", this::draw);
  private volatile Runnable drawn = () -> {};

  public PlaceModule(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    register = new PlaceRegister(database, store);
    map = new PlaceMap(database, store, clock);
    http = new PlaceHttp(register, clock);
  }

  /**
   * Draws the base map in the background, now and after every change of places.
   *
   * @param drawn is run afterwards, each time
   */
  public void start(Runnable drawn) {
    this.drawn = drawn;
    drawing.renew();
    database.afterCommit(
        events -> {
          if (events.stream().anyMatch(PlaceModule::isOfPlaces)) {
            drawing.renew();
          }
        });
  }

  private static boolean isOfPlaces(DomainEvent event) {
    return event instanceof PlaceEvent;
  }

  private void draw() {
    if (!drawing.isStopping()) {
      map.draw();
      drawn.run();
    }
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
    drawing.close();
  }
}
