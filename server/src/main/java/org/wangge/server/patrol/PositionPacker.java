package org.wangge.server.patrol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.wangge.access.Caller;
import org.wangge.event.Transactions;
import org.wangge.patrol.OpenQuarters;
import org.wangge.patrol.PersonFixes;
import org.wangge.patrol.PositionStore;
import org.wangge.patrol.Quarter;
import org.wangge.patrol.TrackRegister;
import org.wangge.server.storage.Rounds;

/**
 * Packs what the log has of quarters of an hour that are over, some people at a time so that nobody
 * waits for it, and lets the tracks grow by it. Rows of the log go once all in them is packed;
 * whatever fails stays in the log and is packed with the next round. Thread-safe.
 */
final class PositionPacker implements AutoCloseable {
  private static final Caller CALLER = Caller.upkeep();
  private static final Duration PAUSE = Duration.ofMinutes(5);
  private static final int PEOPLE_AT_ONCE = 200;

  /** Late fixes of a quarter of an hour still come in before it is packed, mostly. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  private final Transactions transactions;
  private final PositionStore store;
  private final OpenQuarters open;
  private final TrackRegister tracks;
  private final Rounds rounds;

  PositionPacker(
      Transactions transactions,
      PositionStore store,
      OpenQuarters open,
      TrackRegister tracks,
      Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.open = open;
    this.tracks = tracks;
    rounds = new Rounds("positions-packed", PAUSE, () -> pack(clock.instant().minus(GRACE)));
  }

  void start() {
    rounds.start();
  }

  /** Packs all quarters of an hour that are over at an instant; answers how many people's. */
  synchronized int pack(Instant now) {
    OpenQuarters.Sealed sealed = open.seal(Quarter.of(now));
    List<String> codes = sealed.staffCodes();
    for (int from = 0; from < codes.size(); from += PEOPLE_AT_ONCE) {
      List<String> some = codes.subList(from, Math.min(codes.size(), from + PEOPLE_AT_ONCE));
      transactions.write(
          CALLER,
          tx -> {
            List<PersonFixes> quarters = sealed.of(some);
            store.pack(tx, quarters);
            tracks.grow(tx, quarters);
            return some.size();
          });
      sealed.packed(some);
    }
    if (!sealed.rows().isEmpty()) {
      transactions.write(
          CALLER,
          tx -> {
            store.forget(tx, sealed.rows());
            return 0;
          });
      sealed.forgotten();
    }
    return codes.size();
  }

  @Override
  public void close() {
    rounds.close();
  }
}
