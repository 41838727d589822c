package org.wangge.server.patrol;

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
import org.wangge.access.Caller;
import org.wangge.event.Transactions;
import org.wangge.patrol.OpenQuarters;
import org.wangge.patrol.PersonFixes;
import org.wangge.patrol.PositionStore;
import org.wangge.server.http.TooBusy;

/**
 * Writes positions in groups: whoever comes while one transaction commits goes into the next, so
 * that many small batches cost few commits; each is durable before its sender hears of it, and one
 * that cannot be written soon is not written at all. Thread-safe.
 */
final class PositionLog implements AutoCloseable {
  private static final Caller CALLER = Caller.upkeep();
  private static final int MOST_WAITING = 2_000;
  private static final int MOST_FIXES_WAITING = 200_000;
  private static final int MOST_IN_A_GROUP = 1_000;
  private static final long LONGEST_WAIT_SECONDS = 10;
  private static final int RETRY_SECONDS = 5;
  private static final long NONE = -1;

  private final Transactions transactions;
  private final PositionStore store;
  private final OpenQuarters open;
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

  PositionLog(Transactions transactions, PositionStore store, OpenQuarters open) {
    this.transactions = transactions;
    this.store = store;
    this.open = open;
    recorded = new RecordedInstants(store, open);
    writer.setDaemon(true);
  }

  /** Reads what is not packed yet, and begins to take more. */
  void start() {
    transactions.read(store::unpacked).forEach(logged -> open.add(logged.row(), logged.said()));
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
    while (!closed || !queue.isEmpty()) {
      try {
        Waiting first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          writeWith(first);
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
  private record Written(RecordedInstants.Sieve sieve, List<List<PersonFixes>> fresh, long row) {}

  private List<List<PersonFixes>> write(List<Waiting> group) {
    Written written =
        transactions.write(
            CALLER,
            tx -> {
              RecordedInstants.Sieve sieve = recorded.begin(tx);
              List<List<PersonFixes>> fresh =
                  group.stream().map(one -> sieve.sift(one.said)).toList();
              long row = sieve.fresh().isEmpty() ? NONE : store.append(tx, sieve.fresh());
              return new Written(sieve, fresh, row);
            });
    written.sieve().committed();
    if (written.row() != NONE) {
      open.add(written.row(), written.sieve().fresh());
    }
    return written.fresh();
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
