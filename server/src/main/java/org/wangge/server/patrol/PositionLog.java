package org.wangge.server.patrol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.Caller;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.patrol.PersonFixes;
import org.wangge.patrol.PositionStore;
import org.wangge.patrol.TrackRegister;

/**
 * Writes positions in groups: whoever comes while one transaction commits goes into the next, so
 * that many small batches cost few commits; each is durable before its sender hears of it. Packs
 * the log now and then and lets the tracks grow by what is packed. Thread-safe.
 */
final class PositionLog implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PositionLog.class);
  private static final Caller CALLER = Caller.upkeep();
  private static final int MOST_WAITING = 2_000;
  private static final long LONGEST_WAIT_SECONDS = 10;
  private static final long PACK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final int PACKED_AT_ONCE = 2_000;

  /** Late fixes of a quarter of an hour still find its rows in the log, mostly. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  private final Transactions transactions;
  private final PositionStore store;
  private final TrackRegister tracks;
  private final Clock clock;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread writer = new Thread(this::run, "positions");
  private volatile boolean closed;

  private record Waiting(List<PersonFixes> said, CompletableFuture<Boolean> done) {}

  PositionLog(Transactions transactions, PositionStore store, TrackRegister tracks, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.tracks = tracks;
    this.clock = clock;
    writer.setDaemon(true);
  }

  void start() {
    writer.start();
  }

  /** Keeps positions; returns when they are durable. */
  void append(List<PersonFixes> said) {
    if (said.isEmpty()) {
      return;
    }
    Waiting waiting = new Waiting(said, new CompletableFuture<>());
    if (closed || !queue.offer(waiting)) {
      throw new IllegalStateException("positions come faster than they can be written");
    }
    try {
      waiting.done().get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("positions could not be written", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("positions were not written", e);
    }
  }

  private void run() {
    long packedAt = System.nanoTime();
    while (!closed || !queue.isEmpty()) {
      try {
        Waiting first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          writeWith(first);
        }
        if (System.nanoTime() - packedAt > PACK_EVERY_NANOS) {
          packedAt = System.nanoTime();
          pack();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void writeWith(Waiting first) {
    List<Waiting> group = new ArrayList<>(List.of(first));
    queue.drainTo(group);
    List<PersonFixes> all = group.stream().flatMap(one -> one.said().stream()).toList();
    try {
      transactions.write(
          CALLER,
          tx -> {
            store.append(tx, all);
            return 0;
          });
      group.forEach(one -> one.done().complete(true));
    } catch (RuntimeException e) {
      group.forEach(one -> one.done().completeExceptionally(e));
    }
  }

  private void pack() {
    Instant quarter = clock.instant().minus(GRACE);
    Instant over =
        Instant.ofEpochSecond(
            Math.floorDiv(quarter.getEpochSecond(), JdbcPositionStore.QUARTER_SECONDS)
                * JdbcPositionStore.QUARTER_SECONDS);
    try {
      int packed = PACKED_AT_ONCE;
      while (packed == PACKED_AT_ONCE && queue.isEmpty()) {
        packed = transactions.write(CALLER, tx -> pack(tx, over));
      }
    } catch (RuntimeException e) {
      log.warn("positions could not be packed, they stay in the log: {}", e.getMessage());
    }
  }

  private int pack(Tx tx, Instant over) {
    PositionStore.Packed packed = store.pack(tx, over, PACKED_AT_ONCE);
    tracks.grow(tx, packed.fixes());
    return packed.rows();
  }

  @Override
  public void close() {
    closed = true;
    try {
      writer.join(TimeUnit.SECONDS.toMillis(LONGEST_WAIT_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
