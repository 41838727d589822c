package org.wangge.server.patrol.round;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.event.Tx;
import org.wangge.patrol.round.PatrolPlan;
import org.wangge.patrol.round.PatrolTerms;
import org.wangge.patrol.round.Per;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.Where;
import org.wangge.word.Word;

/** Versions of plans as rows. */
final class PlanRows {
  private static final String PERSON = "person";
  private static final String GRID = "grid";
  private static final String STREET = "street";

  void add(Tx tx, PatrolPlan plan) {
    PatrolTerms terms = plan.terms();
    JdbcTx.of(tx)
        .update(
            """
            insert into patrol_plan_version (plan_id, version, name, days, window_from, window_to,
              times, per, minutes, street_percent, near_meters, since_at, until_at, changed_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            plan.id(),
            plan.version(),
            terms.name(),
            terms.days().stream()
                .map(day -> Integer.toString(day.getValue()))
                .collect(Collectors.joining(",")),
            terms.timing().from().toString(),
            terms.timing().to().toString(),
            terms.timing().times(),
            terms.timing().per().word(),
            terms.wanted().minutes(),
            terms.wanted().streetPercent(),
            terms.wanted().nearMeters(),
            plan.since(),
            plan.until(),
            plan.by());
    List<@Nullable Object[]> parts = new ArrayList<>();
    addParts(parts, plan, PERSON, terms.staffCodes());
    addParts(parts, plan, GRID, terms.gridCodes());
    addParts(parts, plan, STREET, terms.streetIds());
    JdbcTx.of(tx)
        .updateAll(
            "insert into patrol_plan_part (plan_id, version, kind, code) values (?, ?, ?, ?)",
            parts);
  }

  private static void addParts(
      List<@Nullable Object[]> parts, PatrolPlan plan, String kind, List<String> codes) {
    codes.forEach(code -> parts.add(new Object[] {plan.id(), plan.version(), kind, code}));
  }

  /** Versions with a grid in a scope, those of the newest plan first. */
  List<PatrolPlan> read(Tx tx, AreaScope scope, Where where) {
    JdbcTx jdbc = JdbcTx.of(tx);
    if (!scope.everywhere()) {
      Where within = new Where().and("g.kind = ?", GRID).within("g.code", scope);
      where.and(
          "exists (select 1 from patrol_plan_part g where g.plan_id = v.plan_id"
              + " and g.version = v.version and "
              + within.condition()
              + ")",
          within.parameters());
    }
    List<Bare> bare =
        jdbc.query(
            """
            select v.*, p.ended, p.generated, p.version as newest
            from patrol_plan_version v join patrol_plan p on p.id = v.plan_id
            """
                + where.sql()
                + " order by v.plan_id desc, v.version desc",
            PlanRows::bare,
            where.parameters());
    Map<String, List<String>> parts = parts(jdbc, bare);
    return bare.stream().map(one -> one.with(parts)).toList();
  }

  private static Map<String, List<String>> parts(JdbcTx jdbc, List<Bare> bare) {
    Map<String, List<String>> parts = new HashMap<>();
    List<Long> ids = bare.stream().map(Bare::id).distinct().toList();
    if (!ids.isEmpty()) {
      var unused =
          jdbc.query(
              "select plan_id, version, kind, code from patrol_plan_part where plan_id in ("
                  + String.join(", ", Collections.nCopies(ids.size(), "?"))
                  + ")",
              row ->
                  parts
                      .computeIfAbsent(
                          key(row.number("plan_id"), row.integer("version"), row.string("kind")),
                          any -> new ArrayList<>())
                      .add(row.string("code")),
              ids.toArray());
    }
    return parts;
  }

  private static String key(long id, int version, String kind) {
    return id + "/" + version + "/" + kind;
  }

  /** A version without its parts. */
  private record Bare(
      long id,
      int version,
      String name,
      List<DayOfWeek> days,
      PatrolTerms.Timing timing,
      PatrolTerms.Wanted wanted,
      Instant since,
      @Nullable Instant until,
      boolean ended,
      String by,
      boolean generated) {

    PatrolPlan with(Map<String, List<String>> parts) {
      PatrolTerms terms =
          new PatrolTerms(
              name,
              parts.getOrDefault(key(id, version, PERSON), List.of()),
              parts.getOrDefault(key(id, version, GRID), List.of()),
              parts.getOrDefault(key(id, version, STREET), List.of()),
              days,
              timing,
              wanted);
      return new PatrolPlan(id, version, terms, since, until, ended, by, generated);
    }
  }

  private static Bare bare(Row row) throws SQLException {
    return new Bare(
        row.number("plan_id"),
        row.integer("version"),
        row.string("name"),
        Arrays.stream(row.string("days").split(",", -1))
            .map(day -> DayOfWeek.of(Integer.parseInt(day)))
            .toList(),
        new PatrolTerms.Timing(
            LocalTime.parse(row.string("window_from")),
            LocalTime.parse(row.string("window_to")),
            row.integer("times"),
            Word.find(Per.class, row.string("per")).orElseThrow()),
        new PatrolTerms.Wanted(
            row.integer("minutes"), row.integer("street_percent"), row.integer("near_meters")),
        row.instant("since_at"),
        row.instantIfAny("until_at").orElse(null),
        row.flag("ended") && row.integer("version") == row.integer("newest"),
        row.string("changed_by"),
        row.flag("generated"));
  }
}
