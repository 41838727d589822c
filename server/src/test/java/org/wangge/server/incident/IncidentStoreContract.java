package org.wangge.server.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.fault.Conflict;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Category;
import org.wangge.incident.Channel;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentQuery;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.Priority;
import org.wangge.incident.Step;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.RaceOfBatches;
import org.wangge.server.storage.RaceOfWriters;
import org.wangge.server.storage.TestDatabase;

/** What the store of incidents promises, on either database. */
abstract class IncidentStoreContract {
  private static final Caller ALL = Caller.upkeep();
  private static final Instant T0 = Instant.parse("2026-11-01T00:00:00Z");
  private static final String FIRST = "990101001001001";
  private static final String SECOND = "990101001002001";

  private final JdbcIncidentStore store = new JdbcIncidentStore();
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
  void an_incident_comes_back_as_it_was_put_in() {
    Incident open = incident("a", FIRST, Step.HANDLE, T0, 0);
    Incident closed = incident("b", FIRST, Step.EVALUATE, T0, 0);
    add(open, closed);
    assertThat(find(ALL, "a")).hasValue(open);
    assertThat(find(ALL, "b")).hasValue(closed);
  }

  @Test
  void a_list_narrows_by_area_step_box_time_and_page() {
    add(
        incident("a", FIRST, Step.HANDLE, T0, 0),
        incident("b", SECOND, Step.HANDLE, T0.plusSeconds(60), 100_000),
        incident("c", SECOND, Step.EVALUATE, T0.plusSeconds(120), 200_000));
    assertThat(ids(ALL, query(null, null, null, null, null, "", 10)))
        .containsExactly("a", "b", "c");
    assertThat(ids(ALL, query("990101001002", null, null, null, null, "", 10)))
        .containsExactly("b", "c");
    assertThat(ids(ALL, query(null, Step.EVALUATE, null, null, null, "", 10))).containsExactly("c");
    LatticeBox around = new LatticeBox(1_126_090_000, 289_000_000, 1_126_110_000, 289_100_000);
    assertThat(ids(ALL, query(null, null, around, null, null, "", 10))).containsExactly("b");
    assertThat(ids(ALL, query(null, null, null, T0.plusSeconds(60), T0.plusSeconds(120), "", 10)))
        .as("from the first instant on, up to but not with the last")
        .containsExactly("b");
    assertThat(ids(ALL, query(null, null, null, null, null, "a", 1))).containsExactly("b");
  }

  @Test
  void whoever_is_limited_to_some_areas_sees_and_counts_only_what_lies_there() {
    add(
        incident("a", FIRST, Step.HANDLE, T0, 0),
        incident("b", SECOND, Step.HANDLE, T0, 0),
        incident("c", SECOND, Step.EVALUATE, T0, 0));
    Caller second = limitedTo("990101001002");
    assertThat(ids(second, query(null, null, null, null, null, "", 10))).containsExactly("b", "c");
    assertThat(find(second, "a")).isEmpty();
    assertThat(count(second)).isEqualTo(new IncidentStore.Count(1, 2));
    assertThat(count(ALL)).isEqualTo(new IncidentStore.Count(2, 3));
    assertThat(ids(limitedTo(), query(null, null, null, null, null, "", 10))).isEmpty();
  }

  @Test
  void an_id_is_taken_once() {
    add(incident("a", FIRST, Step.HANDLE, T0, 0));
    assertThatThrownBy(
            () ->
                add(
                    incident("b", FIRST, Step.HANDLE, T0, 0),
                    incident("a", FIRST, Step.FILE, T0, 0)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("incident-taken");
    assertThat(ids(ALL, query(null, null, null, null, null, "", 10))).containsExactly("a");
  }

  @Test
  void categories_are_kept_and_adding_them_again_changes_nothing() {
    Category lamp = new Category("street-lamp", "路灯故障", "Broken street lamp");
    database.write(
        ALL,
        tx -> {
          store.addCategories(tx, ALL, List.of(lamp));
          store.addCategories(tx, ALL, List.of(new Category("street-lamp", "别的", "Other")));
          return 0;
        });
    List<Category> kept = database.read(tx -> store.categories(tx, ALL));
    assertThat(kept).containsExactly(lamp);
  }

  @Test
  void of_8_writers_who_add_the_same_ids_and_also_roll_back_exactly_one_gets_each() {
    RaceOfWriters.eachIdGoesToOne(
        database, (tx, id) -> store.add(tx, ALL, List.of(incident(id, FIRST, Step.FILE, T0, 0))));
    assertThat(ids(ALL, query(null, null, null, null, null, "", 1000))).hasSize(RaceOfWriters.IDS);
  }

  @Test
  void of_8_writers_of_the_same_batches_in_any_order_exactly_one_gets_each() throws Exception {
    int all =
        RaceOfBatches.eachGoesToOne(
            database,
            n -> incident("id-" + n, FIRST, Step.FILE, T0, 0),
            (tx, batch) -> store.add(tx, ALL, batch));
    assertThat(ids(ALL, query(null, null, null, null, null, "", 1000))).hasSize(all);
  }

  private static IncidentQuery query(
      @Nullable String area,
      @Nullable Step step,
      @Nullable LatticeBox box,
      @Nullable Instant from,
      @Nullable Instant to,
      String after,
      int limit) {
    return new IncidentQuery(area, step, box, from, to, after, limit);
  }

  private static Incident incident(String id, String grid, Step step, Instant reported, int east) {
    return new Incident(
        id,
        "20261101-" + id,
        "street-lamp",
        step,
        Priority.ORDINARY,
        Channel.GRID_WORKER,
        new LatticePoint(1_126_000_000 + east, 289_050_000),
        grid,
        reported,
        reported.plusSeconds(60),
        reported.plusSeconds(3600),
        step.open() ? null : reported.plusSeconds(1800),
        true);
  }

  private static Caller limitedTo(String... codes) {
    return new Caller("test", Set.of(Role.OPERATOR), AreaScope.of(List.of(codes)), Purpose.USE);
  }

  private List<String> ids(Caller caller, IncidentQuery query) {
    return database.read(tx -> store.list(tx, caller, query)).stream().map(Incident::id).toList();
  }

  private Optional<Incident> find(Caller caller, String id) {
    return database.read(tx -> store.find(tx, caller, id));
  }

  private IncidentStore.Count count(Caller caller) {
    return database.read(tx -> store.count(tx, caller, "990101"));
  }

  private void add(Incident... incidents) {
    database.write(
        ALL,
        tx -> {
          store.add(tx, ALL, List.of(incidents));
          return 0;
        });
  }
}
