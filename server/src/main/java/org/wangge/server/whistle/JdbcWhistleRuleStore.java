package org.wangge.server.whistle;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.clock.Limit;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.grid.Duty;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;
import org.wangge.whistle.WhistleLevel;
import org.wangge.whistle.WhistleRule;
import org.wangge.whistle.WhistleRuleStore;
import org.wangge.word.Word;

/** How levels are called, in plain SQL for both databases. Thread-safe. */
final class JdbcWhistleRuleStore implements WhistleRuleStore {
  private static final String COLUMNS =
      "level, version, answer_limit, arrival_limit, duties, departments, since";

  @Override
  public List<WhistleRule> list(Tx tx, Caller caller) {
    return ordered(JdbcTx.of(tx).query("select * from whistle_rule", JdbcWhistleRuleStore::rule));
  }

  @Override
  public List<WhistleRule> listAt(Tx tx, Caller caller, Instant at) {
    return ordered(
        JdbcTx.of(tx)
            .query(
                """
                select %1$s from whistle_rule where since <= ?
                union all
                select %1$s from whistle_rule_past where since <= ? and until_at > ?
                """
                    .formatted(COLUMNS),
                JdbcWhistleRuleStore::rule,
                at,
                at,
                at));
  }

  private static List<WhistleRule> ordered(List<WhistleRule> rules) {
    return rules.stream().sorted(Comparator.comparing(WhistleRule::level)).toList();
  }

  @Override
  public void change(Tx tx, Caller caller, WhistleRule changed, int ifVersion) {
    keepPast(tx, changed.level(), ifVersion);
    WhistleRule.Wanted wanted = changed.wanted();
    int moved =
        JdbcTx.of(tx)
            .update(
                """
                update whistle_rule
                set version = ?, answer_limit = ?, arrival_limit = ?, duties = ?, departments = ?,
                  since = ?
                where level = ? and version = ?
                """,
                changed.version(),
                wanted.answer().words(),
                wanted.arrival().words(),
                wanted.ordered().stream().map(Duty::word).collect(Collectors.joining(" ")),
                wanted.departments(),
                changed.since(),
                changed.level().word(),
                ifVersion);
    if (moved == 0) {
      throw Conflict.version(ifVersion, changed.version());
    }
  }

  /** Copies what is to change; of two writers the slower one copies nothing, and is refused. */
  private static void keepPast(Tx tx, WhistleLevel level, int version) {
    JdbcTx.of(tx)
        .update(
            """
            insert into whistle_rule_past (%1$s, until_at)
            select %1$s, cast(? as timestamp with time zone) from whistle_rule
            where level = ? and version = ? on conflict do nothing
            """
                .formatted(COLUMNS),
            tx.now(),
            level.word(),
            version);
  }

  private static WhistleRule rule(Row row) throws SQLException {
    Set<Duty> duties = EnumSet.noneOf(Duty.class);
    for (String word : row.string("duties").split(" ", -1)) {
      Word.find(Duty.class, word).ifPresent(duties::add);
    }
    return new WhistleRule(
        WhistleLevel.find(row.string("level")).orElseThrow(),
        row.integer("version"),
        new WhistleRule.Wanted(
            Limit.parse(row.string("answer_limit")),
            Limit.parse(row.string("arrival_limit")),
            duties,
            row.flag("departments")),
        row.instant("since"));
  }
}
