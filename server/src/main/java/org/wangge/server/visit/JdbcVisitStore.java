package org.wangge.server.visit;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.place.Door;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Numbers;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.Where;
import org.wangge.visit.DoorPast;
import org.wangge.visit.DoorStanding;
import org.wangge.visit.Fact;
import org.wangge.visit.Facts;
import org.wangge.visit.MustSee;
import org.wangge.visit.Visit;
import org.wangge.visit.VisitRule;
import org.wangge.visit.VisitStore;

/** Visits in plain SQL for both databases. Thread-safe. */
final class JdbcVisitStore implements VisitStore {

  @Override
  public List<VisitRule> rules(Tx tx, Caller caller, boolean retiredToo) {
    return JdbcTx.of(tx)
        .query(
            "select * from visit_rule" + (retiredToo ? "" : " where not retired") + " order by id",
            row -> rule(tx, caller, row));
  }

  @Override
  public Optional<VisitRule> findRule(Tx tx, Caller caller, long id) {
    return JdbcTx.of(tx)
        .queryOne("select * from visit_rule where id = ?", row -> rule(tx, caller, row), id);
  }

  private VisitRule rule(Tx tx, Caller caller, Row row) throws SQLException {
    return VisitRows.rule(row, facts(tx, caller, row.number("id"), row.integer("version")));
  }

  @Override
  public Facts facts(Tx tx, Caller caller, long rule, int version) {
    return new Facts(
        JdbcTx.of(tx)
            .query(
                """
                select * from visit_fact where rule_id = ? and rule_version = ? order by place
                """,
                VisitRows::fact,
                rule,
                version));
  }

  @Override
  public VisitRule addRule(Tx tx, Caller caller, VisitRule begun) {
    VisitRule.Plan plan = begun.plan();
    long id =
        JdbcTx.of(tx)
            .insert(
                """
                insert into visit_rule (version, title, purpose, target, kinds, areas, every,
                  rhythm_unit, begun_at, retired, generated)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                begun.version(),
                plan.title(),
                plan.purpose(),
                plan.target().word(),
                VisitRows.text(plan.kinds()),
                String.join(" ", plan.areas()),
                plan.rhythm().every(),
                plan.rhythm().unit().word(),
                begun.begun(),
                begun.retired(),
                begun.generated());
    VisitRule kept =
        new VisitRule(id, begun.version(), plan, begun.begun(), begun.retired(), begun.generated());
    addFacts(tx, kept);
    return kept;
  }

  private static void addFacts(Tx tx, VisitRule rule) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Fact one : rule.plan().facts().all()) {
      rows.add(
          new @Nullable Object[] {
            rule.id(),
            rule.version(),
            rows.size() + 1,
            one.text(),
            one.kind().word(),
            VisitRows.choices(one)
          });
    }
    if (!rows.isEmpty()) {
      JdbcTx.of(tx)
          .updateAll(
              """
              insert into visit_fact (rule_id, rule_version, place, text, kind, choices)
              values (?, ?, ?, ?, ?, ?)
              """,
              rows);
    }
  }

  @Override
  public void changeRule(Tx tx, Caller caller, VisitRule changed) {
    VisitRule.Plan plan = changed.plan();
    int touched =
        JdbcTx.of(tx)
            .update(
                """
                update visit_rule set version = ?, title = ?, purpose = ?, target = ?, kinds = ?,
                  areas = ?, every = ?, rhythm_unit = ?, retired = ?
                where id = ? and version = ?
                """,
                changed.version(),
                plan.title(),
                plan.purpose(),
                plan.target().word(),
                VisitRows.text(plan.kinds()),
                String.join(" ", plan.areas()),
                plan.rhythm().every(),
                plan.rhythm().unit().word(),
                changed.retired(),
                changed.id(),
                changed.version() - 1);
    if (touched == 0) {
      throw Conflict.version(changed.version() - 1, changed.version());
    }
    addFacts(tx, changed);
  }

  @Override
  public void hold(Tx tx, Caller caller, long rule, Door door) {
    if (findRule(tx, caller, rule).isEmpty()) {
      return;
    }
    JdbcTx jdbc = JdbcTx.of(tx);
    jdbc.update(
        """
        insert into visit_standing (rule_id, place_id, grid_code, location, version, tries)
        values (?, ?, ?, ?, 0, 0) on conflict do nothing
        """,
        rule,
        door.placeId(),
        door.grid(),
        Points.toDegrees(door.at()));
    jdbc.queryOne(
        "select version from visit_standing where rule_id = ? and place_id = ? for update",
        row -> row.integer("version"),
        rule,
        door.placeId());
  }

  @Override
  public DoorStanding standing(Tx tx, Caller caller, long rule, String placeId) {
    return JdbcTx.of(tx)
        .queryOne(
            "select * from visit_standing where rule_id = ? and place_id = ?",
            VisitRows::standing,
            rule,
            placeId)
        .orElseGet(() -> new DoorStanding(rule, placeId, 0, null, 0, null, null));
  }

  @Override
  public List<DoorStanding> standings(Tx tx, Caller caller, @Nullable String areaOrNull) {
    Where where = holding(caller.scope(), areaOrNull);
    return JdbcTx.of(tx)
        .query(
            """
            select rule_id, place_id, version, settled_at, tries, next_try, outcome
            from visit_standing
            """
                + where.sql(),
            VisitRows::standing,
            where.parameters());
  }

  /**
   * What may lie in a scope: what a door comes to is read with the door, which is held against the
   * scope once more.
   */
  private static Where near(AreaScope scope, @Nullable String area) {
    return new Where().below("grid_code", area).within("grid_code", "location", scope);
  }

  /** The same of rules that hold. */
  private static Where holding(AreaScope scope, @Nullable String area) {
    return near(scope, area).and("rule_id in (select id from visit_rule where not retired)");
  }

  @Override
  public List<Visit> visits(Tx tx, Caller caller, long rule, String placeId) {
    return JdbcTx.of(tx)
        .query(
            "select * from visit_visit where rule_id = ? and place_id = ? order by version",
            VisitRows::visit,
            rule,
            placeId);
  }

  @Override
  public List<Visit> history(Tx tx, Caller caller, String placeId, int limit) {
    AreaScope scope = caller.scope();
    return JdbcTx.of(tx)
        .query(
            """
            select * from visit_visit where place_id = ?
            order by held_at desc, rule_id, version desc limit ?
            """,
            VisitRows::visit,
            placeId,
            limit)
        .stream()
        .filter(one -> scope.covers(one.door().grid(), one.door().at()))
        .toList();
  }

  @Override
  public Optional<Visit> findKey(Tx tx, Caller caller, long rule, String key) {
    return JdbcTx.of(tx)
        .queryOne(
            "select * from visit_visit where rule_id = ? and visit_key = ?",
            VisitRows::visit,
            rule,
            key);
  }

  @Override
  public void add(Tx tx, Caller caller, Visit visit, DoorStanding standing) {
    JdbcTx jdbc = JdbcTx.of(tx);
    int touched =
        jdbc.update(
            """
            update visit_standing set version = ?, settled_at = ?, tries = ?, next_try = ?,
              outcome = ?, grid_code = ?, location = ?
            where rule_id = ? and place_id = ? and version = ?
            """,
            standing.version(),
            standing.settledOrNull(),
            standing.triesSince(),
            text(standing.nextTryOrNull()),
            standing.outcome().orElseThrow().word(),
            visit.door().grid(),
            Points.toDegrees(visit.door().at()),
            visit.rule(),
            visit.door().placeId(),
            visit.version() - 1);
    if (touched == 0) {
      throw Conflict.version(visit.version() - 1, visit.version());
    }
    insert(jdbc, visit);
    Integer corrects = visit.correctsOrNull();
    if (corrects != null) {
      jdbc.update(
          """
          update visit_visit set corrected = true
          where rule_id = ? and place_id = ? and version = ?
          """,
          visit.rule(),
          visit.door().placeId(),
          corrects);
    }
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static void insert(JdbcTx jdbc, Visit visit) {
    Door door = visit.door();
    Visit.Said said = visit.said();
    jdbc.update(
        """
        insert into visit_visit (rule_id, place_id, version, rule_version, door_kind, grid_code,
          building_id, unit_id, building, door, location, visit_key, account, held_at, kept_at,
          outcome, next_try, answers, note, incident_id, corrects, corrected)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)
        """,
        visit.rule(),
        door.placeId(),
        visit.version(),
        visit.ruleVersion(),
        door.kind().name(),
        door.grid(),
        door.buildingId(),
        door.unitId(),
        door.building(),
        door.door(),
        Points.toDegrees(door.at()),
        visit.key(),
        visit.account(),
        visit.times().heldAt(),
        visit.times().keptAt(),
        said.outcome().word(),
        text(said.nextTryOrNull()),
        VisitRows.text(said.answers()),
        said.note(),
        visit.incidentOrNull(),
        visit.correctsOrNull());
  }

  @Override
  public List<DoorPast> past(
      Tx tx, Caller caller, @Nullable String areaOrNull, Instant since, Instant from, Instant to) {
    Where where =
        holding(caller.scope(), areaOrNull)
            .and("not corrected")
            .and("held_at >= ?", since)
            .and("held_at < ?", to);
    List<Object> all = new ArrayList<>(List.of(from, from, from, from));
    for (Object one : where.parameters()) {
      all.add(one);
    }
    return JdbcTx.of(tx)
        .query(
            """
            select rule_id, place_id,
              max(case when held_at < ? and outcome <> 'nobody-home' then held_at end) as settled_before,
              count(*) filter (where held_at >= ? and outcome = 'met') as seen,
              count(*) filter (where held_at >= ? and outcome <> 'nobody-home') as settled,
              count(*) filter (where held_at >= ?) as tried
            from visit_visit
            """
                + where.sql()
                + " group by rule_id, place_id",
            VisitRows::past,
            all.toArray());
  }

  @Override
  public Map<String, Set<MustSee>> marks(Tx tx, Caller caller, @Nullable String areaOrNull) {
    Where where = near(caller.scope(), areaOrNull).and("kinds <> ''");
    Map<String, Set<MustSee>> marks = new HashMap<>();
    JdbcTx.of(tx)
        .query(
            "select place_id, kinds from visit_mark" + where.sql(),
            row -> marks.put(row.string("place_id"), VisitRows.kinds(row.string("kinds"))),
            where.parameters());
    return marks;
  }

  @Override
  public Marks marksOf(Tx tx, Caller caller, String placeId) {
    return JdbcTx.of(tx)
        .queryOne("select * from visit_mark where place_id = ?", VisitRows::marks, placeId)
        .orElse(Marks.NONE);
  }

  @Override
  public void mark(Tx tx, Caller caller, Door door, Marks marks) {
    JdbcTx jdbc = JdbcTx.of(tx);
    jdbc.update(
        """
        insert into visit_mark (place_id, grid_code, location, version, kinds)
        values (?, ?, ?, 0, '') on conflict do nothing
        """,
        door.placeId(),
        door.grid(),
        Points.toDegrees(door.at()));
    int touched =
        jdbc.update(
            "update visit_mark set version = ?, kinds = ? where place_id = ? and version = ?",
            marks.version(),
            VisitRows.text(marks.kinds()),
            door.placeId(),
            marks.version() - 1);
    if (touched == 0) {
      throw Conflict.version(marks.version() - 1, marks.version());
    }
  }

  @Override
  public void erase(Tx tx, Caller caller, String placeId) {
    JdbcTx jdbc = JdbcTx.of(tx);
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Visit one : history(tx, Caller.upkeep(), placeId, Integer.MAX_VALUE)) {
      Map<Integer, String> left = new HashMap<>(one.said().answers());
      left.keySet().removeAll(facts(tx, caller, one.rule(), one.ruleVersion()).inWords());
      rows.add(new @Nullable Object[] {VisitRows.text(left), one.rule(), placeId, one.version()});
    }
    if (!rows.isEmpty()) {
      jdbc.updateAll(
          """
          update visit_visit set note = '', answers = ?
          where rule_id = ? and place_id = ? and version = ?
          """,
          rows);
    }
    jdbc.update(
        "update visit_mark set kinds = '', version = version + 1 where place_id = ?", placeId);
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {
    Numbers.erase(tx, "visit_visit", "note", numbers);
    Numbers.erase(tx, "visit_visit", "answers", numbers);
  }
}
