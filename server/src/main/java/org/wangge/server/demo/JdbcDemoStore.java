package org.wangge.server.demo;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
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
            "select kind, seed, grids, made_at, filled_to, told_to from demo_made",
            row ->
                new Made(
                    Made.Kind.valueOf(row.string("kind")),
                    row.number("seed"),
                    row.integer("grids"),
                    row.instant("made_at"),
                    row.instant("filled_to"),
                    row.instantIfAny("told_to").orElse(row.instant("filled_to"))));
  }

  /** Fails when something was generated before: the table takes one row. */
  void add(Tx tx, Made made) {
    JdbcTx.of(tx)
        .update(
            """
            insert into demo_made (only_row, kind, seed, grids, made_at, filled_to, told_to)
            values (1, ?, ?, ?, ?, ?, ?)
            """,
            made.kind().name(),
            made.seed(),
            made.grids(),
            made.madeAt(),
            made.filledTo(),
            made.toldTo());
  }

  /** What happened until an instant is stored now. */
  void fillTo(Tx tx, Instant instant) {
    JdbcTx.of(tx).update("update demo_made set filled_to = ?", instant);
  }

  /** What happened until an instant was told. */
  void toldTo(Tx tx, Instant instant) {
    JdbcTx.of(tx).update("update demo_made set told_to = ?", instant);
  }

  /** The latest instant of what is on record, where a demonstration was made. */
  Optional<Instant> reached(Tx tx) {
    return find(tx).map(made -> latest(made.filledTo(), made.toldTo(), newestEvent(tx)));
  }

  private static Instant newestEvent(Tx tx) {
    return JdbcTx.of(tx)
        .queryOne(
            "select occurred_at from event_log order by id desc limit 1",
            row -> row.instant("occurred_at"))
        .orElse(Instant.EPOCH);
  }

  private static Instant latest(Instant... instants) {
    return Arrays.stream(instants).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** Whether no area was ever stored. */
  boolean nothingStored(Tx tx) {
    return JdbcTx.of(tx)
        .queryOne("select id from grid_area limit 1", row -> row.number("id"))
        .isEmpty();
  }
}
