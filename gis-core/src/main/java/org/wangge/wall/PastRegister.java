package org.wangge.wall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.fault.Invalid;

/** Tells how things stood at an instant of the last days. Thread-safe. */
public final class PastRegister {
  /** So far one can look back. */
  public static final Duration REACH = Duration.ofDays(30);

  /** More than a city has open at once are not told. */
  public static final int MOST = 5_000;

  /** The hands of the reader's clock and of the town's may differ by so much. */
  private static final Duration SLACK = Duration.ofHours(1);

  private final Transactions transactions;
  private final PastStore store;

  public PastRegister(Transactions transactions, PastStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /**
   * The incidents that were open at an instant, where the caller may know of them.
   *
   * @throws Invalid with code {@code past-out-of-reach} for an instant to come, or too long ago
   */
  public List<PastIncident> openAt(Caller caller, Instant at) {
    Caller reader = caller.with(Right.READ_INCIDENTS);
    return transactions.read(
        tx -> {
          Instant now = tx.now();
          if (at.isAfter(now) || at.isBefore(now.minus(REACH).minus(SLACK))) {
            throw new Invalid("at", "past-out-of-reach", Map.of("days", REACH.toDays()));
          }
          return store.reportedBy(tx, reader, at, MOST).stream()
              .filter(one -> one.step().open())
              .filter(one -> reader.scope().covers(one.gridOrNull(), one.location()))
              .toList();
        });
  }
}
