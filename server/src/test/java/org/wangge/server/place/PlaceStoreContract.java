package org.wangge.server.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.demo.DemoTown;
import org.wangge.fault.Conflict;
import org.wangge.fault.NotFound;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.Validity;
import org.wangge.place.Place;
import org.wangge.place.PlaceKind;
import org.wangge.place.PlaceQuery;
import org.wangge.place.PlaceRegister;
import org.wangge.place.PointOfInterest;
import org.wangge.place.PointOfInterestKind;
import org.wangge.place.StandingPlace;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.RaceOfBatches;
import org.wangge.server.storage.RaceOfWriters;
import org.wangge.server.storage.TestDatabase;

/** What the store of places promises, on either database. */
abstract class PlaceStoreContract {
  private static final Caller ALL = Caller.upkeep();
  private static final Instant BUILT = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final JdbcPlaceStore store = new JdbcPlaceStore();
  private Database database;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_whole_town_comes_back_as_it_was_put_in_and_narrows_by_estate_and_building() {
    List<Place> town = DemoTown.generate(1, NOW).places();
    assertThat(isEmpty()).isTrue();
    long start = System.nanoTime();
    add(town.stream().map(place -> new StandingPlace(place, Validity.since(BUILT))).toList());
    assertThat((System.nanoTime() - start) / 1e9).as("seconds to load").isLessThan(10);
    assertThat(isEmpty()).isFalse();

    List<Place> back = new ArrayList<>();
    database.read(
        tx -> {
          store.everything(tx, ALL, NOW, back::add);
          return 0;
        });
    assertThat(Set.copyOf(back)).isEqualTo(Set.copyOf(town));
    assertThat(back).hasSameSizeAs(town);

    String estate = list(PlaceKind.ESTATES).get(0).place().id();
    List<StandingPlace> buildings = list(of(PlaceKind.BUILDINGS, estate, null));
    assertThat(buildings).isNotEmpty().hasSizeLessThan(list(PlaceKind.BUILDINGS).size());
    int inBuildings =
        buildings.stream()
            .mapToInt(one -> list(of(PlaceKind.HOUSEHOLDS, null, one.place().id())).size())
            .sum();
    assertThat(list(of(PlaceKind.HOUSEHOLDS, estate, null))).hasSize(inBuildings);
    assertThat(list(of(PlaceKind.STREETS, estate, null))).isEmpty();
  }

  @Test
  void a_list_narrows_by_box_and_page() {
    add(List.of(since(BUILT, 1), since(BUILT, 2), since(BUILT, 3)));
    LatticeBox box = new LatticeBox(1_126_001_500, 289_000_000, 1_126_002_500, 289_100_000);
    assertThat(ids(new PlaceQuery(PlaceKind.POINTS_OF_INTEREST, NOW, box, null, null, "", 9)))
        .containsExactly("p-000002");
    assertThat(
            ids(new PlaceQuery(PlaceKind.POINTS_OF_INTEREST, NOW, null, null, null, "p-000001", 1)))
        .containsExactly("p-000002");
  }

  @Test
  void a_place_that_ended_is_there_for_the_days_before_only() {
    PlaceRegister register = new PlaceRegister(database, store);
    add(List.of(since(BUILT, 1)));
    register.end(ALL, PlaceKind.POINTS_OF_INTEREST, "p-000001", NOW);
    assertThat(ids(PlaceQuery.all(PlaceKind.POINTS_OF_INTEREST, NOW))).isEmpty();
    assertThat(ids(PlaceQuery.all(PlaceKind.POINTS_OF_INTEREST, NOW.minusNanos(1_000))))
        .containsExactly("p-000001");
    assertThat(ids(PlaceQuery.all(PlaceKind.POINTS_OF_INTEREST, BUILT.minusNanos(1_000))))
        .isEmpty();
    assertThat(register.get(ALL, PlaceKind.POINTS_OF_INTEREST, "p-000001").validity())
        .isEqualTo(new Validity(BUILT, NOW));
    assertThatThrownBy(() -> register.end(ALL, PlaceKind.POINTS_OF_INTEREST, "p-000001", NOW))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("place-not-standing");
    assertThatThrownBy(() -> register.end(ALL, PlaceKind.POINTS_OF_INTEREST, "none", NOW))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void an_id_is_taken_once() {
    add(List.of(since(BUILT, 1)));
    assertThatThrownBy(() -> add(List.of(since(NOW, 1))))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("place-taken");
  }

  @Test
  void of_8_writers_who_add_the_same_ids_and_also_roll_back_exactly_one_gets_each() {
    RaceOfWriters.eachIdGoesToOne(
        database,
        (tx, name) ->
            store.add(tx, ALL, List.of(since(BUILT, Integer.parseInt(name.substring(3))))));
    assertThat(list(PlaceKind.POINTS_OF_INTEREST)).hasSize(RaceOfWriters.IDS);
  }

  @Test
  void of_8_writers_of_the_same_batches_in_any_order_exactly_one_gets_each() throws Exception {
    int all =
        RaceOfBatches.eachGoesToOne(
            database, n -> since(BUILT, n), (tx, batch) -> store.add(tx, ALL, batch));
    assertThat(list(PlaceKind.POINTS_OF_INTEREST)).hasSize(all);
  }

  private static StandingPlace since(Instant from, int number) {
    PointOfInterest place =
        new PointOfInterest(
            "p-%06d".formatted(number),
            PointOfInterestKind.PARK,
            "公园" + number,
            "",
            new LatticePoint(1_126_000_000 + 1_000 * number, 289_050_000),
            List.of("旧园", "老园"));
    return new StandingPlace(place, Validity.since(from));
  }

  private static PlaceQuery of(PlaceKind kind, @Nullable String estate, @Nullable String building) {
    return new PlaceQuery(kind, NOW, null, estate, building, "", 100_000);
  }

  private List<StandingPlace> list(PlaceKind kind) {
    return list(PlaceQuery.all(kind, NOW));
  }

  private List<StandingPlace> list(PlaceQuery query) {
    return database.read(tx -> store.list(tx, ALL, query));
  }

  private List<String> ids(PlaceQuery query) {
    return list(query).stream().map(one -> one.place().id()).toList();
  }

  private boolean isEmpty() {
    return database.read(store::isEmpty);
  }

  private void add(List<StandingPlace> places) {
    database.write(
        ALL,
        tx -> {
          store.add(tx, ALL, places);
          return 0;
        });
  }
}
