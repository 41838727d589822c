package org.wangge.server.grid;

import java.sql.SQLException;
import org.wangge.grid.GridKind;
import org.wangge.grid.Level;
import org.wangge.grid.SizeRule;
import org.wangge.server.storage.Row;
import org.wangge.word.Word;

/** Rules of size in plain SQL for both databases. Thread-safe. */
final class JdbcSizeRuleStore {
  private JdbcSizeRuleStore() {}

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
