package org.wangge.server.grid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.grid.CodeScheme;
import org.wangge.grid.Level;
import org.wangge.server.storage.JdbcTx;

/** The code schemes of this installation: one row a level. */
final class CodeSchemeRows {
  private CodeSchemeRows() {}

  private record Digits(String id, int version, Level level, int digits) {}

  static Optional<CodeScheme> find(JdbcTx tx, String reference) {
    List<Digits> rows =
        tx.query(
            "select id, version, level, digits from grid_code_scheme where reference = ?",
            row ->
                new Digits(
                    row.string("id"),
                    row.integer("version"),
                    Level.find(row.string("level")).orElseThrow(),
                    row.integer("digits")),
            reference);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Map<Level, Integer> digits = new HashMap<>();
    rows.forEach(row -> digits.put(row.level(), row.digits()));
    return Optional.of(new CodeScheme(rows.get(0).id(), rows.get(0).version(), digits));
  }

  static void add(JdbcTx tx, CodeScheme scheme) {
    scheme
        .digits()
        .forEach(
            (level, digits) ->
                tx.update(
                    """
                    insert into grid_code_scheme (reference, id, version, level, digits)
                    values (?, ?, ?, ?, ?) on conflict do nothing
                    """,
                    scheme.reference(),
                    scheme.id(),
                    scheme.version(),
                    level.word(),
                    digits));
  }
}
