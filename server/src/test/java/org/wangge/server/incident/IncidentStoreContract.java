package org.wangge.server.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.clock.Calendars;
import org.wangge.clock.TimerStore;
import org.wangge.fault.Conflict;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.GridFinder;
import org.wangge.grid.GridStore;
import org.wangge.incident.Action;
import org.wangge.incident.Channel;
import org.wangge.incident.Deed;
import org.wangge.incident.Enclosures;
import org.wangge.incident.Hands;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentAlarms;
import org.wangge.incident.IncidentClocks;
import org.wangge.incident.IncidentNumbers;
import org.wangge.incident.IncidentQuery;
import org.wangge.incident.IncidentRegister;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.Intake;
import org.wangge.incident.Life;
import org.wangge.incident.Priority;
import org.wangge.incident.Report;
import org.wangge.incident.ReportWriter;
import org.wangge.incident.Standing;
import org.wangge.incident.Step;
import org.wangge.incident.category.Category;
import org.wangge.incident.category.Entry;
import org.wangge.server.clock.JdbcCalendarStore;
import org.wangge.server.clock.JdbcTimerStore;
import org.wangge.server.config.Settings;
import org.wangge.server.grid.JdbcGridStore;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.JdbcTx;
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
  private final JdbcCategoryStore categories = new JdbcCategoryStore();
  private final TimerStore timers = new JdbcTimerStore();
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

  @Test
  void of_8_operators_who_act_on_the_same_version_exactly_one_wins() throws Exception {
    add(incident("a", FIRST, Step.VERIFY, T0, 0));
    addCategory();
    IncidentRegister register =
        new IncidentRegister(database, store, clocks(), alarms(), Hands.NOBODY);
    AtomicInteger won = new AtomicInteger();
    inParallel(
        8,
        n -> {
          try {
            register.act(
                ALL,
                "a",
                1,
                IncidentRegister.Order.of(n % 2 == 0 ? Action.CLOSE : Action.REWORK, "because"));
            won.incrementAndGet();
          } catch (Conflict lost) {
            assertThat(lost.code()).isEqualTo("version-conflict");
          }
        });
    assertThat(won).hasValue(1);
    List<Deed> deeds = register.deeds(ALL, "a");
    assertThat(deeds).hasSize(1);
    Incident after = find(ALL, "a").orElseThrow();
    assertThat(after.version()).isEqualTo(2);
    assertThat(after.step()).isEqualTo(deeds.get(0).step());
  }

  private IncidentAlarms alarms() {
    return new IncidentAlarms(store, clocks());
  }

  private IncidentClocks clocks() {
    return new IncidentClocks(
        categories, new JdbcLimitStore(), new Calendars(new JdbcCalendarStore()), timers);
  }

  @Test
  void numbers_taken_by_8_writers_who_also_roll_back_are_unique_and_without_a_gap()
      throws Exception {
    Set<Integer> taken = ConcurrentHashMap.newKeySet();
    inParallel(
        8,
        n -> {
          for (int i = 0; i < 20; i++) {
            boolean rollBack = (n + i) % 10 == 0;
            try {
              int number =
                  database.write(
                      ALL,
                      tx -> {
                        int mine = store.takeNumbers(tx, "20261101", 2);
                        if (rollBack) {
                          throw new IllegalStateException("rolled back");
                        }
                        return mine;
                      });
              assertThat(taken.add(number)).isTrue();
              assertThat(taken.add(number + 1)).isTrue();
            } catch (IllegalStateException rolledBack) {
              assertThat(rollBack).isTrue();
            }
          }
        });
    int all = 2 * (160 - 16);
    assertThat(taken).hasSize(all).contains(1, all);
  }

  @Test
  void a_report_sent_by_8_clients_at_once_becomes_one_incident() throws Exception {
    addCategory();
    Intake intake = intakeWith(new byte[32]);
    Report report =
        new Report(
            "key-1", "street-lamp", Channel.PHONE, new LatticePoint(1, 2), "dark here", false);
    Set<String> tokens = ConcurrentHashMap.newKeySet();
    inParallel(
        8,
        n -> {
          for (int i = 0; i < 10; i++) {
            try {
              tokens.add(intake.take(ALL, report).token());
            } catch (Conflict raced) {
              assertThat(raced.code()).isEqualTo("report-key-taken");
            }
          }
        });
    assertThat(tokens).hasSize(1);
    List<Incident> all =
        database.read(tx -> store.list(tx, ALL, query(null, null, null, null, null, "", 10)));
    assertThat(all).hasSize(1);
    assertThat(all.get(0).gridCode()).isEmpty();
    String token = tokens.iterator().next();
    assertThat(intake.follow(token)).isEqualTo(all.get(0));
    assertThat(token).hasSizeGreaterThanOrEqualTo(22);
    assertThat(everythingKeptOfReports()).contains("key-1").doesNotContain(token);
    Intake elsewhere = intakeWith(new byte[] {1});
    String other = elsewhere.take(ALL, report).token();
    assertThat(other).isNotEqualTo(token);
    assertThat(intake.follow(other)).as("both can be followed, anywhere").isEqualTo(all.get(0));
    assertThat(elsewhere.follow(token)).isEqualTo(all.get(0));
    assertThatThrownBy(() -> intake.follow("key-1")).hasMessageContaining("report-unknown");
    assertThatThrownBy(
            () ->
                intake.take(
                    ALL,
                    new Report(
                        "key-1",
                        "street-lamp",
                        Channel.PHONE,
                        new LatticePoint(1, 2),
                        "other",
                        false)))
        .hasMessageContaining("report-key-taken");
  }

  private Intake intakeWith(byte[] secret) {
    GridStore grids = new JdbcGridStore();
    return new Intake(
        database,
        store,
        clocks(),
        new GridFinder(grids, () -> AreaAtlas.of(List.of(), List.of(), 1)),
        new ReportWriter(
            store,
            new JdbcReporterStore(),
            categories,
            clocks(),
            Enclosures.NONE,
            new GridFinder(grids, () -> AreaAtlas.of(List.of(), List.of(), 1)),
            new KeyedTokens(secret)),
        new IncidentNumbers(database, store, Clock.systemUTC(), Settings.CHINA));
  }

  private List<String> everythingKeptOfReports() {
    return database.read(
        tx -> {
          List<String> all =
              new ArrayList<>(
                  JdbcTx.of(tx)
                      .query(
                          "select report_key, incident_id from incident_report",
                          row -> row.string("report_key")));
          all.addAll(
              JdbcTx.of(tx)
                  .query(
                      "select token_hash from incident_report_token",
                      row -> row.string("token_hash")));
          return all;
        });
  }

  @Test
  void a_number_names_one_incident() {
    Incident one = incident("a", FIRST, Step.HANDLE, T0, 0);
    add(one);
    assertThatThrownBy(() -> add(withId(one, "b"))).hasMessageContaining("incident-taken");
  }

  private static Incident withId(Incident one, String id) {
    return new Incident(
        id,
        one.version(),
        one.number(),
        one.category(),
        one.condition(),
        one.priority(),
        one.channel(),
        one.location(),
        one.gridOrNull(),
        one.filedInOrNull(),
        one.reportedAt(),
        one.life(),
        false);
  }

  private void addCategory() {
    database.write(
        ALL,
        tx -> {
          Entry lamp = Entry.of("路灯", "Lamp", Priority.ORDINARY);
          categories.add(tx, ALL, Category.first("street-lamp", lamp, tx.now()));
          return 0;
        });
  }

  private static void inParallel(int count, IntConsumer work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(count);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int n = 0; n < count; n++) {
        int number = n;
        running.add(pool.submit(() -> work.accept(number)));
      }
      for (Future<?> one : running) {
        one.get(60, TimeUnit.SECONDS);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static IncidentQuery query(
      @Nullable String area,
      @Nullable Step step,
      @Nullable LatticeBox box,
      @Nullable Instant from,
      @Nullable Instant to,
      String after,
      int limit) {
    return new IncidentQuery(area, step, false, null, box, from, to, after, limit);
  }

  private static Incident incident(String id, String grid, Step step, Instant reported, int east) {
    return new Incident(
        id,
        1,
        "20261101-" + id,
        "street-lamp",
        "",
        Priority.ORDINARY,
        Channel.GRID_WORKER,
        new LatticePoint(1_126_000_000 + east, 289_050_000),
        grid,
        grid,
        reported,
        Life.of(
            standing(step),
            reported.plusSeconds(60),
            reported.plusSeconds(3600),
            step.open() ? null : reported.plusSeconds(1800)),
        true);
  }

  private static Standing standing(Step step) {
    return Arrays.stream(Standing.values())
        .filter(one -> one.step() == step)
        .findFirst()
        .orElseThrow();
  }

  private static Caller limitedTo(String... codes) {
    return Caller.of("test", Set.of(Role.OPERATOR), AreaScope.of(List.of(codes)), Purpose.USE);
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
