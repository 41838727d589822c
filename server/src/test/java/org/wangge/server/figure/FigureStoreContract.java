package org.wangge.server.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.fault.Conflict;
import org.wangge.figure.Case;
import org.wangge.figure.Figure;
import org.wangge.figure.FigureStore;
import org.wangge.figure.GradeRules;
import org.wangge.figure.Period;
import org.wangge.geo.LatticeShape;
import org.wangge.incident.Handler;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.TestDatabase;

/** Cases put together from rows, on each database. */
abstract class FigureStoreContract {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant DAY = Instant.parse("2026-07-06T01:00:00Z");
  private static final Instant DUE = DAY.plus(Duration.ofDays(1));
  private static final Instant BACK = DAY.plus(Duration.ofHours(2));
  private static final Instant CLOSED = DAY.plus(Duration.ofHours(3));
  private static final Period.Span SPAN =
      new Period.Span(
          Instant.parse("2026-06-30T16:00:00Z"),
          Instant.parse("2026-09-30T16:00:00Z"),
          Instant.parse("2026-09-30T16:00:00Z"));

  private final FigureStore store = new JdbcFigureStore(1);
  private Database database;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Caller caller(AreaScope scope) {
    return Caller.of("s", Set.of(Role.SUPERVISOR), scope, Purpose.USE);
  }

  private static String clock(String stage, String pauses, @Nullable Instant stopped) {
    return stage
        + "|75|1 working day|usual@1|"
        + DAY
        + "|"
        + pauses
        + "||"
        + (stopped == null ? "" : stopped);
  }

  /** One that was filed and dispatched at once, a day before it was due. */
  private void incident(
      String id, String standing, @Nullable String handling, @Nullable Instant closed) {
    incident(id, standing, handling, clock("total", "", closed), closed, "990101001001001");
  }

  private void incident(
      String id,
      String standing,
      @Nullable String handling,
      String total,
      @Nullable Instant closed,
      @Nullable String filedIn) {
    run(
        """
        insert into incident_incident (id, number, category, step, priority, channel, location,
          grid_code, filed_grid_code, reported_at, filed_at, dispatched_at, due_at, closed_at,
          generated, standing, clock, total_clock, total_due_at)
        values (?, ?, 'noise', 'handle', 'urgent', 'phone', ?, '990101001001009', ?, ?, ?, ?, ?, ?,
          false, ?, ?, ?, ?)
        """,
        id,
        id,
        LatticeShape.DEGREES.createPoint(new Coordinate(112.6, 28.9)),
        filedIn,
        DAY,
        filedIn == null ? null : DAY,
        handling == null ? null : DAY,
        handling == null ? null : DUE,
        closed,
        standing,
        handling,
        total,
        DAY.plus(Duration.ofDays(15)));
  }

  private void ended(String id, String stage, Instant from, boolean overdue) {
    run(
        """
        insert into incident_clock_past (incident_id, stage, clock, started_at, due_at, stopped_at,
          overdue)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        stage,
        clock(stage, BACK + "/" + CLOSED, CLOSED),
        from,
        DUE,
        CLOSED,
        overdue);
  }

  private void task(String id, String kind, String code, String state) {
    run(
        """
        insert into incident_task (incident_id, handler_kind, handler_code, leads, state, given_at)
        values (?, ?, ?, true, ?, ?)
        """,
        id,
        kind,
        code,
        state,
        DAY);
  }

  /** One that called some levels. */
  private void whistle(String incident, String... levels) {
    run(
        """
        insert into whistle_whistle (incident_id, version, grid_code, location, blown_at, blown_by,
          reason, generated)
        select id, 1, '990101001001001', location, ?, 'walker', 'x', false from incident_incident
        where id = ?
        """,
        DAY,
        incident);
    for (int i = 0; i < levels.length; i++) {
      run(
          """
          insert into whistle_call (whistle_id, sequence, level, cause, called_at, due_at, account)
          select id, ?, ?, 'blown', blown_at, blown_at, 'walker' from whistle_whistle
          where incident_id = ?
          """,
          i + 1,
          levels[i],
          incident);
    }
  }

  private void run(String sql, @Nullable Object... values) {
    database.write(
        Caller.upkeep(), tx -> JdbcTx.of(tx).updateAll(sql, Collections.singletonList(values)));
  }

  private Map<String, FigureStore.Found> read(AreaScope scope, Optional<String> area) {
    Map<String, FigureStore.Found> found = new HashMap<>();
    database.read(
        tx -> {
          store.each(tx, caller(scope), SPAN, area, one -> found.put(one.one().id(), one));
          return true;
        });
    return found;
  }

  private FigureStore.Found found(AreaScope scope, String id) {
    return Objects.requireNonNull(read(scope, Optional.empty()).get(id));
  }

  private Case one(String id) {
    return found(AreaScope.unlimited(), id).one();
  }

  @Test
  void what_was_closed_has_when_it_was_done_and_who_did_it() {
    incident("i-1", "closed", clock("handle", BACK + "/" + CLOSED, CLOSED), CLOSED);
    ended("i-1", "accept", DAY, false);
    ended("i-1", "dispatch", DAY, false);
    ended("i-1", "check", BACK, false);
    task("i-1", "department", "cleaners", "declined");
    task("i-1", "person", "W-1", "ended");
    Case one = one("i-1");
    Case.Round round = one.course().rounds().get(0);
    assertThat(round.reportedBackOrNull()).isEqualTo(BACK);
    assertThat(round.closedOrNull()).isEqualTo(CLOSED);
    assertThat(round.worked()).isEqualTo(Duration.ofHours(2));
    assertThat(round.late()).isFalse();
    assertThat(one.course().answeredInTime()).isTrue();
    assertThat(one.handlerOrNull()).isEqualTo(new Handler(Handler.Kind.PERSON, "W-1"));
    assertThat(one.course().traits())
        .isEqualTo(new Case.Traits(false, false, false, true, false, false));
    assertThat(one.gridOrNull()).isEqualTo("990101001001001");
  }

  @Test
  void a_whistle_that_called_more_than_the_estate_is_an_escalation() {
    incident("i-1", "closed", clock("handle", BACK + "/" + CLOSED, CLOSED), CLOSED);
    incident("i-2", "closed", clock("handle", BACK + "/" + CLOSED, CLOSED), CLOSED);
    whistle("i-1", "estate");
    whistle("i-2", "estate", "community");
    assertThat(one("i-1").course().traits().escalated()).isFalse();
    assertThat(one("i-2").course().traits().escalated()).isTrue();
  }

  @Test
  void what_went_wrong_on_the_way_is_read_off_the_clocks_that_have_ended() {
    incident("i-1", "closed", clock("handle", BACK + "/" + CLOSED, CLOSED), CLOSED);
    ended("i-1", "accept", DAY, true);
    ended("i-1", "dispatch", DAY.plusSeconds(60), false);
    ended("i-1", "check", BACK, false);
    ended("i-1", "check", BACK.plusSeconds(60), false);
    Case one = one("i-1");
    assertThat(one.course().answeredInTime()).isFalse();
    assertThat(one.course().traits().sentBack()).isTrue();
    assertThat(one.course().traits().reworked()).isTrue();
    incident("i-2", "rejected", null, clock("total", "", CLOSED), CLOSED, null);
    ended("i-2", "accept", DAY, false);
    ended("i-2", "accept", BACK, false);
    assertThat(one("i-2").course().traits().unfounded()).isTrue();
    run("insert into incident_merge values ('i-2', 'i-1', ?)", DAY);
    assertThat(one("i-2").course().traits().repeated()).isTrue();
    assertThat(one("i-2").course().traits().unfounded()).isFalse();
  }

  @Test
  void what_was_opened_again_has_been_handled_before_and_what_stood_still_says_when() {
    String later = clock("handle", "", null);
    incident("i-1", "dispatched", later, clock("total", DAY + "/", null), null, "x");
    run("update incident_incident set due_at = ?", NOW);
    ended("i-1", "handle", DAY, false);
    run("update incident_incident set reported_at = ?, filed_at = ?", Instant.EPOCH, Instant.EPOCH);
    Case one = one("i-1");
    assertThat(one.course().rounds()).hasSize(2);
    assertThat(one.course().rounds().get(0).closedOrNull()).isEqualTo(CLOSED);
    assertThat(one.course().rounds().get(1).closedOrNull()).isNull();
    assertThat(one.course().suspensions()).singleElement().matches(pause -> pause.lasts());
  }

  @Test
  void a_caller_is_told_what_counts_in_their_scope_or_may() {
    incident("i-1", "dispatched", clock("handle", "", null), null);
    incident("i-2", "reported", null, clock("total", "", null), null, null);
    AreaScope other = AreaScope.of(List.of("990102"));
    assertThat(read(other, Optional.empty())).containsOnlyKeys("i-2");
    assertThat(read(AreaScope.unlimited(), Optional.of("990101001001001"))).hasSize(2);
    assertThat(read(AreaScope.unlimited(), Optional.of("990101001002"))).containsOnlyKeys("i-2");
    run(
        """
        insert into incident_deed (incident_id, version, action, step, done_at, account, reason)
        values ('i-2', 2, 'reassign', 'collect', ?, 'x', '')
        """,
        DAY);
    assertThat(found(other, "i-2").moved()).isTrue();
  }

  @Test
  void what_a_reporter_says_counts_when_it_is_said_also_of_what_was_closed_before() {
    incident("i-1", "closed", clock("handle", BACK + "/" + CLOSED, CLOSED), CLOSED);
    run(
        """
        insert into incident_report (report_key, incident_id, category, condition_code, channel,
          location, description, reported_at, generated)
        values ('k-1', 'i-1', 'noise', '', 'phone', ?, '', ?, true)
        """,
        LatticeShape.DEGREES.createPoint(new Coordinate(112.6, 28.9)),
        DAY);
    Period.Span next =
        new Period.Span(SPAN.to(), NOW.plus(Duration.ofDays(30)), NOW.plus(Duration.ofDays(1)));
    for (Instant at : List.of(CLOSED.plusSeconds(60), SPAN.to().plusSeconds(60))) {
      run(
          """
          insert into evaluation_rating (report_key, incident_id, score, words, given_at)
          values ('k-1', 'i-1', ?, '', ?)
          """,
          at.isBefore(SPAN.to()) ? "fairly-satisfied" : "unsatisfied",
          at);
    }
    assertThat(one("i-1").course().answers())
        .containsExactly(new Case.Answer("k-1", CLOSED.plusSeconds(60), true));
    Map<String, FigureStore.Found> later = new HashMap<>();
    database.read(
        tx -> {
          store.each(
              tx,
              caller(AreaScope.unlimited()),
              next,
              Optional.empty(),
              one -> later.put(one.one().id(), one));
          return true;
        });
    assertThat(later.values()).hasSize(1);
    assertThat(later.values().iterator().next().one().course().answers())
        .containsExactly(new Case.Answer("k-1", SPAN.to().plusSeconds(60), false));
  }

  @Test
  void what_a_supervisor_finds_counts_when_it_is_found() {
    incident("i-1", "closed", clock("handle", BACK + "/" + CLOSED, CLOSED), CLOSED);
    run(
        """
        insert into evaluation_sample (id, draw_key, from_at, to_at, area_code, seed, wanted,
          population, drawn_at, drawn_by)
        values (7, 'x', ?, ?, '', 'x', 1, 1, ?, 's')
        """,
        SPAN.from(),
        SPAN.to(),
        CLOSED);
    for (Instant at : List.of(CLOSED.plusSeconds(60), SPAN.to().plusSeconds(60))) {
      run(
          """
          insert into evaluation_assessment (sample_id, incident_id, is_real, is_solved, is_in_time,
            callback, remark, assessed_at, assessed_by)
          values (7, 'i-1', true, ?, true, 'satisfied', '', ?, 's')
          """,
          at.isBefore(SPAN.to()),
          at);
    }
    assertThat(one("i-1").course().findings())
        .as("what is found later is of a later period")
        .containsExactly(new Case.Finding(7, CLOSED.plusSeconds(60), true));
  }

  @Test
  void grades_are_editions_of_which_one_comes_first() {
    database.read(
        tx -> {
          assertThat(store.rules(tx).version()).isOne();
          assertThat(store.rules(tx).thresholds()).hasSize(3);
          return true;
        });
    GradeRules next =
        new GradeRules(
            2,
            NOW,
            List.of(
                new GradeRules.Threshold(
                    Figure.CLOSING_RATE, new BigDecimal("97.5"), new BigDecimal("90"))));
    Caller keeper = Caller.upkeep();
    database.write(
        keeper,
        tx -> {
          store.add(tx, keeper, next);
          return true;
        });
    database.read(
        tx -> {
          assertThat(store.rules(tx).thresholds().get(0).excellent()).isEqualByComparingTo("97.5");
          assertThat(store.rulesAt(tx, NOW).version()).isOne();
          assertThat(store.rulesAt(tx, NOW.plusSeconds(1)).version()).isEqualTo(2);
          assertThat(store.rulesAt(tx, Instant.EPOCH).version()).isOne();
          assertThat(store.changesOf(tx, "tree")).isEmpty();
          return true;
        });
    assertThatThrownBy(
            () ->
                database.write(
                    keeper,
                    tx -> {
                      store.add(tx, keeper, next);
                      return true;
                    }))
        .isInstanceOf(Conflict.class);
  }
}
