package org.wangge.server.patrol.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.fault.Conflict;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.geo.Validity;
import org.wangge.grid.Area;
import org.wangge.grid.AreaBuilder;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Level;
import org.wangge.patrol.Fix;
import org.wangge.patrol.Track;
import org.wangge.patrol.round.DueRuns;
import org.wangge.patrol.round.GridWalk;
import org.wangge.patrol.round.PatrolPlan;
import org.wangge.patrol.round.PatrolRun;
import org.wangge.patrol.round.PatrolTerms;
import org.wangge.patrol.round.Per;
import org.wangge.patrol.round.RoundGround;
import org.wangge.patrol.round.RoundJudging;
import org.wangge.patrol.round.RunQuery;
import org.wangge.patrol.round.RunResult;
import org.wangge.patrol.round.RunTally;
import org.wangge.patrol.round.Span;
import org.wangge.server.grid.JdbcGridStore;
import org.wangge.server.place.PlaceModule;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.TestDatabase;

/** What the store of patrols promises, on either database, and what is kept in it of late fixes. */
abstract class RoundStoreContract {
  private static final Caller ALL = Caller.upkeep();
  private static final String FIRST = "990101001001001";
  private static final String SECOND = "990101001002001";
  private static final int WEST = 1_126_000_000;
  private static final int SOUTH = 289_000_000;

  /** A Monday, eight o'clock in China. */
  private static final Instant BEGIN = Instant.parse("2026-11-02T00:00:00Z");

  private static final Instant END = BEGIN.plus(Duration.ofHours(2));
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  private static final Span WEEK =
      new Span(BEGIN.minus(Duration.ofDays(1)), BEGIN.plus(Duration.ofDays(6)));

  private final JdbcRoundStore store = new JdbcRoundStore();
  private final List<Track> walked = new ArrayList<>();
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

  private static PatrolTerms terms(String name, int minutes, String... grids) {
    return new PatrolTerms(
        name,
        List.of("W2", "W1"),
        List.of(grids),
        List.of("street-1"),
        List.of(DayOfWeek.MONDAY),
        new PatrolTerms.Timing(LocalTime.of(8, 0), LocalTime.of(10, 0), 1, Per.DAY),
        new PatrolTerms.Wanted(minutes, 0, 15));
  }

  private PatrolPlan add(PatrolTerms terms) {
    PatrolPlan plan = new PatrolPlan(0, 1, terms, LONG_AGO, null, false, "x", false);
    return database.write(ALL, tx -> store.add(tx, ALL, plan));
  }

  private static Caller limitedTo(String code) {
    return Caller.of("test", Set.of(Role.OPERATOR), AreaScope.of(List.of(code)), Purpose.USE);
  }

  @Test
  void a_plan_comes_back_as_it_was_and_is_seen_where_it_has_a_grid() {
    PatrolPlan plan = add(terms("早班", 10, FIRST, SECOND));
    assertThat(database.<Optional<PatrolPlan>>read(tx -> store.find(tx, ALL, plan.id())))
        .contains(plan);
    assertThat(plan.terms().staffCodes()).containsExactly("W1", "W2");
    assertThat(database.<List<PatrolPlan>>read(tx -> store.list(tx, limitedTo("990101001002"))))
        .hasSize(1);
    assertThat(database.<List<PatrolPlan>>read(tx -> store.list(tx, limitedTo("990101001003"))))
        .isEmpty();
    assertThat(
            database.<Optional<PatrolPlan>>read(
                tx -> store.find(tx, limitedTo("990101002"), plan.id())))
        .isEmpty();
  }

  @Test
  void a_version_holds_until_the_next_and_every_one_that_held_is_told() {
    PatrolPlan first = add(terms("早班", 10, FIRST));
    PatrolPlan next =
        new PatrolPlan(first.id(), 2, terms("晚班", 20, SECOND), BEGIN, null, false, "y", false);
    change(next);
    assertThat(database.<List<PatrolPlan>>read(tx -> store.list(tx, ALL))).containsExactly(next);
    assertThat(
            database.<List<PatrolPlan>>read(tx -> store.holding(tx, ALL, new Span(LONG_AGO, END))))
        .extracting(PatrolPlan::version)
        .containsExactly(2, 1);
    assertThat(database.<List<PatrolPlan>>read(tx -> store.holding(tx, ALL, new Span(BEGIN, END))))
        .extracting(PatrolPlan::version)
        .containsExactly(2);
    assertThatThrownBy(() -> change(next))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("version-conflict");
    database.write(
        ALL,
        tx -> {
          store.end(tx, ALL, next, END);
          return 0;
        });
    PatrolPlan ended = database.read(tx -> store.find(tx, ALL, first.id())).orElseThrow();
    assertThat(ended.ended()).isTrue();
    assertThat(ended.end()).contains(END);
    assertThatThrownBy(
            () ->
                change(
                    new PatrolPlan(
                        first.id(), 3, terms("x", 1, FIRST), END, null, false, "y", false)))
        .isInstanceOf(Conflict.class);
  }

  private void change(PatrolPlan next) {
    database.write(
        ALL,
        tx -> {
          store.change(tx, ALL, next);
          return 0;
        });
  }

  private static Area grid(String code, int lon) {
    return new AreaBuilder()
        .key(AreaKey.tree(code))
        .level(Level.GRID)
        .parentCode(code.substring(0, 12))
        .name(code)
        .reason("test")
        .validity(Validity.since(LONG_AGO))
        .shape(square(lon))
        .build();
  }

  private static LatticeShape square(int lon) {
    return LatticeShape.ofScaled(
        LatticeShape.SCALED.toGeometry(new Envelope(lon, lon + 20_000, SOUTH, SOUTH + 20_000)));
  }

  private void addGrids() {
    database.write(
        ALL,
        tx -> {
          new JdbcGridStore().add(tx, ALL, List.of(grid(FIRST, WEST), grid(SECOND, WEST + 20_000)));
          return 0;
        });
  }

  private RoundJudging judging() {
    return new RoundJudging(
        database,
        store,
        new DueRuns(ZoneId.of("Asia/Shanghai")),
        new RoundGround(new JdbcGridStore(), new PlaceModule(database, Clock.systemUTC()).store()),
        query ->
            walked.stream()
                .filter(track -> query.staffCodes().contains(track.staffCode()))
                .toList());
  }

  /** Stands in a grid from one minute to another. */
  private static Track standing(String staff, int lon, int from, int to) {
    List<Fix> fixes = new ArrayList<>();
    for (int minute = from; minute <= to; minute++) {
      fixes.add(
          new Fix(
              new LatticePoint(lon + minute, SOUTH + 10_000),
              BEGIN.plus(Duration.ofMinutes(minute))));
    }
    return new Track(staff + from, staff, fixes, true);
  }

  private PatrolRun run(Caller caller, String staffCode) {
    return Objects.requireNonNull(runs(caller).get(staffCode), staffCode);
  }

  private Map<String, PatrolRun> runs(Caller caller) {
    return database.read(tx -> store.runs(tx, caller, RunQuery.during(WEEK))).stream()
        .collect(Collectors.toMap(PatrolRun::staffCode, run -> run));
  }

  @Test
  void what_comes_late_is_compared_again_and_a_redraw_changes_nothing_of_the_past() {
    addGrids();
    add(terms("早班", 10, FIRST, SECOND));
    walked.add(standing("W1", WEST + 1_000, 5, 40));
    RoundJudging judging = judging();
    assertThat(judging.judgeNew(END.plusSeconds(60))).isEqualTo(2);
    assertThat(run(ALL, "W1").outcome().result()).isEqualTo(RunResult.PARTLY);
    assertThat(run(ALL, "W2").outcome().result()).isEqualTo(RunResult.MISSED);
    GridWalk first = run(ALL, "W1").outcome().grids().get(0);
    assertThat(first.entered()).contains(BEGIN.plus(Duration.ofMinutes(5)));
    assertThat(first.left()).contains(BEGIN.plus(Duration.ofMinutes(40)));
    assertThat(first.within()).isEqualTo(Duration.ofMinutes(35));
    assertThat(run(ALL, "W1").outcome().walked())
        .containsExactly(
            new Span(BEGIN.plus(Duration.ofMinutes(5)), BEGIN.plus(Duration.ofMinutes(40))));
    assertThat(judging.judgeNew(END.plusSeconds(90))).as("nothing is otherwise").isZero();

    walked.add(standing("W1", WEST + 21_000, 50, 70));
    assertThat(judging.judgeLate(END.plus(Duration.ofDays(2)), () -> false)).isEqualTo(1);
    PatrolRun late = run(ALL, "W1");
    assertThat(late.outcome().result()).isEqualTo(RunResult.DONE);
    assertThat(late.generated()).isTrue();
    assertThat(runs(ALL)).as("in place of what was kept before").hasSize(2);

    moveSecondAway();
    walked.add(standing("W2", WEST + 21_000, 0, 20));
    judging.judgeLate(END.plus(Duration.ofDays(3)), () -> false);
    assertThat(run(ALL, "W2").outcome().grids().get(1).within())
        .as("the grid as it was then")
        .isEqualTo(Duration.ofMinutes(20));
  }

  private void moveSecondAway() {
    database.write(
        ALL,
        tx -> {
          new JdbcGridStore()
              .change(
                  tx,
                  ALL,
                  grid(SECOND, WEST)
                      .edit()
                      .version(2)
                      .shape(square(WEST + 900_000))
                      .validity(Validity.since(END.plus(Duration.ofDays(1))))
                      .build(),
                  1);
          return 0;
        });
  }

  @Test
  void whoever_is_limited_to_an_area_sees_of_a_patrol_what_lies_there() {
    addGrids();
    add(terms("早班", 10, FIRST, SECOND));
    walked.add(standing("W1", WEST + 1_000, 5, 40));
    judging().judgeNew(END.plusSeconds(60));
    assertThat(run(limitedTo("990101001002"), "W1").outcome().grids())
        .extracting(GridWalk::gridCode)
        .containsExactly(SECOND);
    assertThat(runs(limitedTo("990101001003"))).isEmpty();
    long id = run(ALL, "W1").id();
    assertThat(
            database.<Optional<PatrolRun>>read(
                tx -> store.findRun(tx, limitedTo("990101001003"), id)))
        .isEmpty();
  }

  @Test
  void figures_have_numerator_and_denominator_by_person_and_by_grid() {
    addGrids();
    add(terms("早班", 10, FIRST, SECOND));
    walked.add(standing("W1", WEST + 1_000, 5, 40));
    walked.add(standing("W1", WEST + 21_000, 50, 70));
    // Heard at the begin and the end alone: what is lacking may have been walked in between.
    walked.add(standing("W2", WEST - 50_000, 0, 1));
    walked.add(standing("W2", WEST - 50_000, 110, 111));
    judging().judgeNew(END.plusSeconds(60));
    assertThat(tallies(ALL, false))
        .extracting(one -> one.code() + one.due() + one.done() + one.unknown() + one.judged())
        .containsExactly("W11101", "W21010");
    List<RunTally> grids = tallies(ALL, true);
    assertThat(grids)
        .extracting(one -> one.code() + " " + one.due() + one.done() + one.unknown())
        .containsExactly(FIRST + " 211", SECOND + " 211");
    assertThat(grids.get(0).seconds()).isEqualTo(35 * 60);
    assertThat(tallies(limitedTo("990101001002"), true)).hasSize(1);
  }

  private List<RunTally> tallies(Caller caller, boolean byGrid) {
    return database.read(tx -> store.tallies(tx, caller, RunQuery.during(WEEK), byGrid));
  }

  @Test
  void the_last_walk_in_a_grid_is_that_of_any_track_or_patrol() {
    addGrids();
    add(terms("早班", 10, FIRST));
    walked.add(standing("W1", WEST + 1_000, 5, 40));
    judging().judgeNew(END.plusSeconds(60));
    database.write(
        ALL,
        tx -> {
          JdbcTx jdbc = JdbcTx.of(tx);
          jdbc.update(
              """
              insert into patrol_track (id, staff_code, started_at, ended_at, west, south, east,
                north, fixes, generated) values ('t', 'D', ?, ?, 0, 0, 0, 0, ?, true)
              """,
              LONG_AGO,
              LONG_AGO,
              new byte[0]);
          jdbc.update("insert into patrol_track_grid values ('t', ?)", FIRST);
          jdbc.update("insert into patrol_track_grid values ('t', ?)", SECOND);
          return 0;
        });
    assertThat(database.<Map<String, Instant>>read(tx -> store.lastWalked(tx, ALL)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(FIRST, BEGIN.plus(Duration.ofMinutes(40)), SECOND, LONG_AGO));
    assertThat(
            database.<Map<String, Instant>>read(
                tx -> store.lastWalked(tx, limitedTo("990101001002"))))
        .containsOnlyKeys(SECOND);
    assertThat(judging().removeBefore(LONG_AGO)).isZero();
    assertThat(judging().removeBefore(END.plusSeconds(1))).isEqualTo(2);
    assertThat(runs(ALL)).isEmpty();
    assertThat(
            database.<List<String>>read(
                tx ->
                    JdbcTx.of(tx)
                        .query(
                            "select id from audit_record where action = 'patrol-runs-removed'",
                            row -> row.string("id"))))
        .hasSize(1);
  }

  @Test
  void many_short_times_are_kept_as_fewer_longer_ones() {
    List<Span> many = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      Instant from = BEGIN.plus(Duration.ofMinutes(2L * i));
      many.add(new Span(from, from.plusSeconds(30)));
    }
    String text = SpanText.print(BEGIN, many);
    assertThat(text.length()).isLessThan(4_000);
    List<Span> few = SpanText.parse(BEGIN, text);
    assertThat(few.get(0).from()).isEqualTo(BEGIN);
    assertThat(few.get(few.size() - 1).to()).isEqualTo(many.get(999).to());
    assertThat(SpanText.parse(BEGIN, SpanText.print(BEGIN, many.subList(0, 3))))
        .isEqualTo(many.subList(0, 3));
  }
}
