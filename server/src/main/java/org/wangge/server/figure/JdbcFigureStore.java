package org.wangge.server.figure;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.figure.Figure;
import org.wangge.figure.FigureStore;
import org.wangge.figure.GradeRules;
import org.wangge.figure.Period;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Where;

/** What figures are made of, in plain SQL for both databases. Thread-safe. */
final class JdbcFigureStore implements FigureStore {
  /** A whistle for which more than the estate was called. */
  private static final String WHISTLED =
      """
      select distinct whistle.incident_id from whistle_call called
      join whistle_whistle whistle on whistle.id = called.whistle_id
      where called.level in ('community', 'street')
      """;

  /** Whatever has an instant in a span. */
  private static final String IN_SPAN =
      """
      ((i.reported_at >= ? and i.reported_at < ?) or (i.filed_at >= ? and i.filed_at < ?)
        or (i.dispatched_at >= ? and i.dispatched_at < ?) or (i.due_at >= ? and i.due_at < ?)
        or (i.total_due_at >= ? and i.total_due_at < ? and i.dispatched_at is null)
        or (i.closed_at >= ? and i.closed_at < ?))\
      """;

  private static final int SPANS = 6;
  private static final int USUAL_IDS = 5_000;

  private static final String CASES =
      """
      select i.id, i.number, i.category, i.channel, i.priority, i.location, i.filed_grid_code,
        i.grid_code, i.reported_at, i.filed_at, i.dispatched_at, i.due_at, i.total_due_at,
        i.closed_at, i.standing, i.clock, i.total_clock, i.appeal
      from incident_incident i\
      """;

  /** Ids are in the order of reporting, so what belongs to a span lies close together. */
  private static final String BOUNDS =
      "select min(i.id) as first_id, max(i.id) as last_id from incident_incident i";

  private static final String CLOCKS =
      """
      select incident_id, stage, started_at, overdue from incident_clock_past
      where incident_id >= ? and incident_id <= ? and stage in ('accept', 'dispatch', 'check')
      """;

  private static final String EARLIER_ROUNDS =
      """
      select incident_id, clock, due_at, stopped_at from incident_clock_past
      where stage = 'handle' and due_at >= ? and due_at < ? order by id
      """;

  /** What reporters said in a span, and of what that was closed in another. */
  private static final String RATINGS =
      """
      select r.incident_id, r.report_key, r.score, r.given_at,
        (i.closed_at is not null and i.closed_at >= ? and i.closed_at < ?) as closed_in
      from evaluation_rating r join incident_incident i on i.id = r.incident_id
      where r.given_at >= ? and r.given_at < ? order by r.id
      """;

  /** What supervisors found in a span, and of what that was closed in another. */
  private static final String FINDINGS =
      """
      select a.incident_id, a.sample_id, a.is_real, a.is_solved, a.assessed_at,
        (i.closed_at is not null and i.closed_at >= ? and i.closed_at < ?) as closed_in
      from evaluation_assessment a join incident_incident i on i.id = a.incident_id
      where a.assessed_at >= ? and a.assessed_at < ? order by a.id
      """;

  private static final String TASKS =
      """
      select incident_id, handler_kind, handler_code, leads, state from incident_task
      where incident_id >= ? and incident_id <= ? order by incident_id, id
      """;

  private final int mostIds;

  JdbcFigureStore() {
    this(USUAL_IDS);
  }

  /**
   * Makes a store.
   *
   * @param mostIds so many cases that count besides are asked for in one statement
   */
  JdbcFigureStore(int mostIds) {
    this.mostIds = mostIds;
  }

  @Override
  public void each(
      Tx tx, Caller caller, Period.Span span, Optional<String> area, Consumer<Found> to) {
    JdbcTx jdbc = JdbcTx.of(tx);
    FigureRows.Beside beside = new FigureRows.Beside(tx.now());
    jdbc.query(EARLIER_ROUNDS, beside::round, span.from(), span.to());
    jdbc.query(RATINGS, beside::rating, span.from(), span.to(), span.from(), span.to());
    jdbc.query(FINDINGS, beside::finding, span.from(), span.to(), span.from(), span.to());
    List<Where> parts = parts(caller.scope(), span, area, beside.others());
    List<String> bounds = bounds(jdbc, parts);
    if (bounds.isEmpty()) {
      return;
    }
    Object first = Collections.min(bounds);
    Object last = Collections.max(bounds);
    jdbc.query(CLOCKS, beside::clock, first, last);
    jdbc.query(TASKS, beside::task, first, last);
    beside.joint.addAll(ids(jdbc, "select distinct incident_id from incident_joint"));
    beside.whistled.addAll(ids(jdbc, WHISTLED));
    beside.repeated.addAll(ids(jdbc, "select incident_id from incident_merge"));
    beside.moved.addAll(
        ids(jdbc, "select incident_id from incident_deed where action = 'reassign'"));
    for (Where part : parts) {
      jdbc.query(
          CASES + part.sql(),
          row -> {
            to.accept(beside.found(row));
            return true;
          },
          part.parameters());
    }
  }

  /** The first id and the last of each part that has any. */
  private static List<String> bounds(JdbcTx jdbc, List<Where> parts) {
    List<String> bounds = new ArrayList<>();
    for (Where part : parts) {
      jdbc.query(
          BOUNDS + part.sql(),
          row -> {
            row.stringIfAny("first_id").ifPresent(bounds::add);
            row.stringIfAny("last_id").ifPresent(bounds::add);
            return true;
          },
          part.parameters());
    }
    return bounds;
  }

  private static Set<String> ids(JdbcTx tx, String sql) {
    return new HashSet<>(tx.query(sql, row -> row.string("incident_id")));
  }

  /**
   * What has an instant in the span, and what counts besides, a part for each so many: a statement
   * takes a limited number of parameters. No case is in two parts.
   */
  private List<Where> parts(
      AreaScope scope, Period.Span span, Optional<String> area, Set<String> besides) {
    @Nullable Object[] spans = new Object[2 * SPANS];
    for (int i = 0; i < spans.length; i++) {
      spans[i] = i % 2 == 0 ? span.from() : span.to();
    }
    List<Where> parts = new ArrayList<>();
    parts.add(where(scope, area).and(IN_SPAN, spans));
    List<String> ids = List.copyOf(besides);
    for (int from = 0; from < ids.size(); from += mostIds) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + mostIds));
      String marks = String.join(", ", some.stream().map(id -> "?").toList());
      parts.add(
          where(scope, area)
              .and("i.id in (" + marks + ")", some.toArray())
              .and(IN_SPAN + " is not true", spans));
    }
    return parts;
  }

  /** What was never filed counts where it was reported, which only the rule tells. */
  private static Where where(AreaScope scope, Optional<String> area) {
    Where narrower =
        new Where()
            .within("i.filed_grid_code", "i.location", scope)
            .below("i.filed_grid_code", area.orElse(null));
    return new Where()
        .and(
            "(i.filed_grid_code is null or (" + narrower.condition() + "))", narrower.parameters());
  }

  @Override
  public List<Instant> changesOf(Tx tx, String partition) {
    return JdbcTx.of(tx)
        .query(
            """
            select s.valid_from as changed_at from grid_state s join grid_area a on a.id = s.area_id
            where a.partition_id = ? and s.known_to is null
            union
            select s.valid_to from grid_state s join grid_area a on a.id = s.area_id
            where a.partition_id = ? and s.known_to is null and s.valid_to is not null
            order by changed_at
            """,
            row -> row.instant("changed_at"),
            partition,
            partition);
  }

  @Override
  public GradeRules rulesAt(Tx tx, Instant at) {
    return JdbcTx.of(tx)
        .queryOne(
            """
            select * from figure_grade_rules where since < ? or version = 1
            order by version desc limit 1
            """,
            row -> rules(tx, row.integer("version"), row.instant("since")),
            at)
        .orElseThrow();
  }

  @Override
  public GradeRules rules(Tx tx) {
    return JdbcTx.of(tx)
        .queryOne(
            "select * from figure_grade_rules order by version desc limit 1",
            row -> rules(tx, row.integer("version"), row.instant("since")))
        .orElseThrow();
  }

  private static GradeRules rules(Tx tx, int version, Instant since) {
    return new GradeRules(
        version,
        since,
        JdbcTx.of(tx)
            .query(
                "select * from figure_grade_threshold where version = ? order by position",
                row ->
                    new GradeRules.Threshold(
                        Figure.find(row.string("figure")).orElseThrow(),
                        new BigDecimal(row.string("excellent")),
                        new BigDecimal(row.string("competent"))),
                version));
  }

  @Override
  public void add(Tx tx, Caller caller, GradeRules rules) {
    int added =
        JdbcTx.of(tx)
            .update(
                """
                insert into figure_grade_rules (version, since, account) values (?, ?, ?)
                on conflict do nothing
                """,
                rules.version(),
                rules.since(),
                caller.account());
    if (added == 0) {
      throw Conflict.version(rules.version() - 1, rules.version());
    }
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (GradeRules.Threshold one : rules.thresholds()) {
      rows.add(
          new Object[] {
            rules.version(), rows.size() + 1, one.figure().word(), one.excellent(), one.competent()
          });
    }
    JdbcTx.of(tx)
        .updateAll(
            """
            insert into figure_grade_threshold (version, position, figure, excellent, competent)
            values (?, ?, ?, ?, ?)
            """,
            rows);
  }
}
