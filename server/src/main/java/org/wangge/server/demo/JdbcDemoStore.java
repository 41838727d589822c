package org.wangge.server.demo;

import java.time.Instant;
import java.util.Optional;
import org.wangge.event.Tx;
import org.wangge.server.storage.JdbcTx;

/**
 * Remembers what was generated, so that nothing is loaded twice and its base map can be drawn
 * again.
 */
final class JdbcDemoStore {

  Optional<Made> find(Tx tx) {
    return JdbcTx.of(tx)
        .queryOne(
            "select kind, seed, grids, made_at, filled_to from demo_made",
            row ->
                new Made(
                    Made.Kind.valueOf(row.string("kind")),
                    row.number("seed"),
                    row.integer("grids"),
                    row.instant("made_at"),
                    row.instant("filled_to")));
  }

  /** Fails when something was generated before: the table takes one row. */
  void add(Tx tx, Made made) {
    JdbcTx.of(tx)
        .update(
            """
            insert into demo_made (only_row, kind, seed, grids, made_at, filled_to)
            values (1, ?, ?, ?, ?, ?)
            """,
            made.kind().name(),
            made.seed(),
            made.grids(),
            made.madeAt(),
            made.filledTo());
  }

  /** What happened until an instant is stored now. */
  void fillTo(Tx tx, Instant instant) {
    JdbcTx.of(tx).update("update demo_made set filled_to = ?", instant);
  }

  /** The latest instant of what is on record, where a demonstration was made. */
  Optional<Instant> reached(Tx tx) {
    return find(tx)
        .map(
            made ->
                JdbcTx.of(tx)
                    .queryOne(
                        "select occurred_at from event_log order by id desc limit 1",
                        row -> row.instant("occurred_at"))
                    .filter(made.filledTo()::isBefore)
                    .orElse(made.filledTo()));
  }

  /** Whether no area was ever stored. */
  boolean nothingStored(Tx tx) {
    return JdbcTx.of(tx)
        .queryOne("select id from grid_area limit 1", row -> row.number("id"))
        .isEmpty();
  }
}
