package org.wangge.server.alarm;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.wangge.access.Caller;
import org.wangge.alarm.AlarmKind;
import org.wangge.alarm.AlarmPriority;
import org.wangge.alarm.AlarmRule;
import org.wangge.alarm.AlarmRuleStore;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;

/** How much each kind matters, in plain SQL for both databases. Thread-safe. */
final class JdbcAlarmRuleStore implements AlarmRuleStore {

  @Override
  public List<AlarmRule> list(Tx tx, Caller caller) {
    return JdbcTx.of(tx)
        .query("select * from alarm_rule where in_force is not null", JdbcAlarmRuleStore::rule)
        .stream()
        .sorted(Comparator.comparing(AlarmRule::kind))
        .toList();
  }

  @Override
  public List<AlarmRule> past(Tx tx, Caller caller, AlarmKind kind) {
    return JdbcTx.of(tx)
        .query(
            "select * from alarm_rule where kind = ? order by version desc",
            JdbcAlarmRuleStore::rule,
            kind.word());
  }

  /** The one in force is let go first: of two writers the slower one lets go none. */
  @Override
  public void change(Tx tx, Caller caller, AlarmRule changed, int ifVersion) {
    JdbcTx jdbc = JdbcTx.of(tx);
    int let =
        jdbc.update(
            "update alarm_rule set in_force = null where in_force = ? and version = ?",
            changed.kind().word(),
            ifVersion);
    if (let == 0) {
      throw Conflict.version(ifVersion, changed.version());
    }
    jdbc.update(
        """
        insert into alarm_rule (kind, version, priority, longest_shelf_minutes, since, in_force)
        values (?, ?, ?, ?, ?, ?)
        """,
        changed.kind().word(),
        changed.version(),
        changed.wanted().priority().word(),
        changed.wanted().longestShelfMinutes(),
        changed.since(),
        changed.kind().word());
  }

  private static AlarmRule rule(Row row) throws SQLException {
    return new AlarmRule(
        AlarmKind.find(row.string("kind")).orElseThrow(),
        row.integer("version"),
        new AlarmRule.Wanted(
            AlarmPriority.find(row.string("priority")).orElseThrow(),
            row.integer("longest_shelf_minutes")),
        row.instant("since"));
  }
}
