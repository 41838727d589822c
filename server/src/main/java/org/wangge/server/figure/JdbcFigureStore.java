package org.wangge.server.figure;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
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
  /** Whatever has an instant in the span, each by its own index; the parameters are spans. */
  private static final String IDS =
      """
      i.id in (
        select id from incident_incident where reported_at >= ? and reported_at < ?
        union select id from incident_incident where filed_at >= ? and filed_at < ?
        union select id from incident_incident where dispatched_at >= ? and dispatched_at < ?
        union select id from incident_incident where due_at >= ? and due_at < ?
        union select id from incident_incident
          where total_due_at >= ? and total_due_at < ? and dispatched_at is null
        union select id from incident_incident where closed_at >= ? and closed_at < ?
        union select incident_id from incident_clock_past
          where stage = 'handle' and due_at >= ? and due_at < ?)\
      """;

  private static final int SPANS = 7;

  private static final String CASES =
      """
      select i.id, i.number, i.category, i.channel, i.priority, i.location, i.filed_grid_code,
        i.grid_code, i.reported_at, i.filed_at, i.dispatched_at, i.due_at, i.total_due_at,
        i.closed_at, i.standing, i.clock, i.total_clock, i.appeal
      from incident_incident i\
      """;

  private static final String CLOCKS =
      """
      select p.incident_id, p.stage, p.started_at, p.overdue
      from incident_incident i join incident_clock_past p on p.incident_id = i.id\
      """;

  private static final String EARLIER_ROUNDS =
      """
      select p.incident_id, p.clock, p.due_at, p.stopped_at
      from incident_clock_past p where p.stage = 'handle' and p.due_at >= ? and p.due_at < ?
      order by p.id
      """;

  private static final String TASKS =
      """
      select t.incident_id, t.handler_kind, t.handler_code, t.leads, t.state
      from incident_incident i join incident_task t on t.incident_id = i.id\
      """;

  @Override
  public void each(
      Tx tx, Caller caller, Period.Span span, Optional<String> area, Consumer<Found> to) {
    JdbcTx jdbc = JdbcTx.of(tx);
    Where where = where(caller.scope(), span, area);
    FigureRows.Beside beside = new FigureRows.Beside(tx.now());
    jdbc.query(CLOCKS + where.sql(), beside::clock, where.parameters());
    jdbc.query(EARLIER_ROUNDS, beside::round, span.from(), span.to());
    jdbc.query(TASKS + where.sql() + " order by t.id", beside::task, where.parameters());
    beside.joint.addAll(ids(jdbc, "select distinct incident_id from incident_joint"));
    beside.repeated.addAll(ids(jdbc, "select incident_id from incident_merge"));
    beside.moved.addAll(
        ids(jdbc, "select incident_id from incident_deed where action = 'reassign'"));
    jdbc.query(
        CASES + where.sql(),
        row -> {
          to.accept(beside.found(row));
          return true;
        },
        where.parameters());
  }

  private static Set<String> ids(JdbcTx tx, String sql) {
    return new HashSet<>(tx.query(sql, row -> row.string("incident_id")));
  }

  /** What was never filed counts where it was reported, which only the rule tells. */
  private static Where where(AreaScope scope, Period.Span span, Optional<String> area) {
    List<@Nullable Object> ends = new ArrayList<>();
    for (int i = 0; i < SPANS; i++) {
      ends.add(span.from());
      ends.add(span.to());
    }
    Where where = new Where().and(IDS, ends.toArray());
    Where narrower =
        new Where()
            .within("i.filed_grid_code", "i.location", scope)
            .below("i.filed_grid_code", area.orElse(null));
    return where.and(
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
