package org.wangge.server.grid;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.NotFound;
import org.wangge.grid.GridKind;
import org.wangge.grid.Level;
import org.wangge.grid.SizeRule;
import org.wangge.grid.SizeRuleStore;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;
import org.wangge.word.Word;

/** Rules of size in plain SQL for both databases. Thread-safe. */
public final class JdbcSizeRuleStore implements SizeRuleStore {

  @Override
  public List<SizeRule> list(Tx tx, Caller caller) {
    return JdbcTx.of(tx)
        .query(
            "select * from grid_size_band order by area_code, level, kind, measure",
            JdbcSizeRuleStore::rule);
  }

  @Override
  public Optional<SizeRule> find(Tx tx, Caller caller, long id) {
    return JdbcTx.of(tx)
        .queryOne("select * from grid_size_band where id = ?", JdbcSizeRuleStore::rule, id);
  }

  @Override
  public SizeRule add(Tx tx, Caller caller, SizeRule rule) {
    int added =
        JdbcTx.of(tx)
            .update(
                """
                insert into grid_size_band (version, area_code, level, kind, measure, least, most,
                  in_force)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                rule.version(),
                rule.area(),
                rule.level().word(),
                rule.kind().word(),
                rule.measure().word(),
                rule.min(),
                rule.max(),
                rule.inForce());
    if (added == 0) {
      throw new Conflict("rule-taken", Map.of("area", rule.area(), "level", rule.level().word()));
    }
    return JdbcTx.of(tx)
        .queryOne(
            """
            select * from grid_size_band
            where area_code = ? and level = ? and kind = ? and measure = ?
            """,
            JdbcSizeRuleStore::rule,
            rule.area(),
            rule.level().word(),
            rule.kind().word(),
            rule.measure().word())
        .orElseThrow();
  }

  @Override
  public void change(Tx tx, Caller caller, SizeRule changed, int ifVersion) {
    int moved =
        JdbcTx.of(tx)
            .update(
                """
                update grid_size_band set version = ?, least = ?, most = ?, in_force = ?
                where id = ? and version = ?
                """,
                changed.version(),
                changed.min(),
                changed.max(),
                changed.inForce(),
                changed.id(),
                ifVersion);
    requireMoved(tx, caller, moved, changed.id(), ifVersion);
  }

  @Override
  public void remove(Tx tx, Caller caller, long id, int ifVersion) {
    int moved =
        JdbcTx.of(tx)
            .update("delete from grid_size_band where id = ? and version = ?", id, ifVersion);
    requireMoved(tx, caller, moved, id, ifVersion);
  }

  private void requireMoved(Tx tx, Caller caller, int moved, long id, int ifVersion) {
    if (moved == 0) {
      SizeRule newest =
          find(tx, caller, id)
              .orElseThrow(() -> new NotFound("size-rule-unknown", Map.of("rule", id)));
      throw Conflict.version(ifVersion, newest.version());
    }
  }

  static SizeRule rule(Row row) throws SQLException {
    return new SizeRule(
        row.number("id"),
        row.integer("version"),
        row.string("area_code"),
        Level.find(row.string("level")).orElseThrow(),
        GridKind.find(row.string("kind")).orElseThrow(),
        Word.find(SizeRule.Measure.class, row.string("measure")).orElseThrow(),
        row.integer("least"),
        row.integer("most"),
        row.flag("in_force"));
  }
}
