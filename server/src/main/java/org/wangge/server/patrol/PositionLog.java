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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.Caller;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.patrol.PersonFixes;
import org.wangge.patrol.PositionStore;
import org.wangge.patrol.TrackRegister;
import org.wangge.server.http.TooBusy;

/**
 * Writes positions in groups: whoever comes while one transaction commits goes into the next, so
 * that many small batches cost few commits; each is durable before its sender hears of it, and one
 * that cannot be written soon is not written at all. Packs the log now and then and lets the tracks
 * grow by what is packed. Thread-safe.
 */
final class PositionLog implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PositionLog.class);
  private static final Caller CALLER = Caller.upkeep();
  private static final int MOST_WAITING = 2_000;
  private static final int MOST_FIXES_WAITING = 200_000;
  private static final int MOST_IN_A_GROUP = 1_000;
  private static final long LONGEST_WAIT_SECONDS = 10;
  private static final int RETRY_SECONDS = 5;
  private static final long PACK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final int PACKED_AT_ONCE = 2_000;

  /** Late fixes of a quarter of an hour still find its rows in the log, mostly. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  private final Transactions transactions;
  private final PositionStore store;
  private final TrackRegister tracks;
  private final Clock clock;
  private final RecordedInstants recorded;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicInteger fixesWaiting = new AtomicInteger();
  private final Thread writer = new Thread(this::run, "positions");
  private volatile boolean closed;

  /** A batch that waits. Either the writer takes it or its sender gives it up, never both. */
  private static final class Waiting {
    private final List<PersonFixes> said;
    private final int fixes;
    private final AtomicBoolean decided = new AtomicBoolean();
    private final CompletableFuture<List<PersonFixes>> done = new CompletableFuture<>();

    Waiting(List<PersonFixes> said) {
      this.said = said;
      fixes = said.stream().mapToInt(one -> one.fixes().size()).sum();
    }

    boolean decide() {
      return decided.compareAndSet(false, true);
    }
  }

  PositionLog(Transactions transactions, PositionStore store, TrackRegister tracks, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.tracks = tracks;
    this.clock = clock;
    recorded = new RecordedInstants(store);
    writer.setDaemon(true);
  }

  void start() {
    writer.start();
  }

  /**
   * Keeps positions; returns when they are durable.
   *
   * @return what of it was not on record before
   * @throws TooBusy when it cannot be written soon; then none of it is kept
   */
  List<PersonFixes> append(List<PersonFixes> said) {
    if (said.isEmpty()) {
      return said;
    }
    Waiting waiting = new Waiting(said);
    if (fixesWaiting.addAndGet(waiting.fixes) > MOST_FIXES_WAITING
        || closed
        || !queue.offer(waiting)) {
      fixesWaiting.addAndGet(-waiting.fixes);
      throw tooBusy();
    }
    try {
      return written(waiting);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("positions could not be written", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("positions were not written", e);
    }
  }

  private static List<PersonFixes> written(Waiting waiting)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      return waiting.done.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      if (waiting.decide()) {
        throw tooBusy();
      }
      // It is being written: how that ends is worth waiting for.
      return waiting.done.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    }
  }

  private static TooBusy tooBusy() {
    return new TooBusy("positions-too-many", RETRY_SECONDS);
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
    List<Waiting> all = new ArrayList<>(List.of(first));
    queue.drainTo(all, MOST_IN_A_GROUP - 1);
    all.forEach(one -> fixesWaiting.addAndGet(-one.fixes));
    List<Waiting> group = all.stream().filter(Waiting::decide).toList();
    try {
      List<List<PersonFixes>> fresh = write(group);
      for (int i = 0; i < group.size(); i++) {
        group.get(i).done.complete(fresh.get(i));
      }
    } catch (RuntimeException e) {
      group.forEach(one -> one.done.completeExceptionally(e));
    }
  }

  /** What a transaction wrote of each batch, and what was learnt from it. */
  private record Written(RecordedInstants.Sieve sieve, List<List<PersonFixes>> fresh) {}

  private List<List<PersonFixes>> write(List<Waiting> group) {
    Written written =
        transactions.write(
            CALLER,
            tx -> {
              RecordedInstants.Sieve sieve = recorded.begin(tx);
              List<List<PersonFixes>> fresh =
                  group.stream().map(one -> sieve.sift(one.said)).toList();
              store.append(tx, fresh.stream().flatMap(List::stream).toList());
              return new Written(sieve, fresh);
            });
    written.sieve().committed();
    return written.fresh();
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
