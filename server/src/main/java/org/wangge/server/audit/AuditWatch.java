package org.wangge.server.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.audit.Digest;
import org.wangge.event.Transactions;

/**
 * Follows the sealed records: checks that each goes on from where the head stands, signs the new
 * head, and only then lets the side file's notes go. So the head is never ahead of the database,
 * and what no head covers is in the side file. Every server does it for its own data folder. One
 * thread.
 */
public final class AuditWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(AuditWatch.class);
  private static final int LOOK_MILLIS = 1_000;
  private static final int BATCH = 2_000;

  private final Transactions transactions;
  private final JdbcAuditStore store;
  private final AuditJournal journal;
  private final AuditHead head;
  private final Clock clock;
  private final Semaphore wakeUp = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "audit-watch");
  private long number;
  private Digest chain = Digest.ZERO;
  private boolean begun;
  private boolean broken;
  private volatile boolean stopped;

  AuditWatch(
      Transactions transactions,
      JdbcAuditStore store,
      AuditJournal journal,
      AuditHead head,
      Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.journal = journal;
    this.head = head;
    this.clock = clock;
    thread.setDaemon(true);
  }

  /** Goes on from the head in the folder; the first one is written before anything is recorded. */
  void start() {
    begin();
    thread.start();
  }

  /** Looks soon. */
  void wakeUp() {
    wakeUp.release();
  }

  private void run() {
    while (!stopped) {
      try {
        look();
        if (wakeUp.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          wakeUp.drainPermits();
        }
      } catch (InterruptedException e) {
        stopped = true;
      } catch (RuntimeException e) {
        if (!stopped) {
          log.warn("following the audit paused: {}", e.getMessage());
        }
        rest();
      }
    }
  }

  private void rest() {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      stopped = true;
    }
  }

  synchronized void begin() {
    if (begun) {
      return;
    }
    begun = true;
    Optional<SignedHead> last = head.newest();
    if (last.isPresent() && head.signed(last.get())) {
      number = last.get().number();
      chain = last.get().chain();
    } else if (last.isPresent()) {
      broken = true;
      log.error("the audit's head in the data folder is not signed by this installation");
    } else {
      sign();
    }
  }

  /** Follows what is sealed by now, and looks up what the side file is unsure of. */
  synchronized void look() {
    begin();
    while (!broken && follow() == BATCH) {
      // A full batch is followed by the next.
    }
    List<UUID> unsure = journal.unsure();
    if (!unsure.isEmpty()) {
      transactions.read(
          tx -> {
            unsure.forEach(id -> lookUp(id, store.find(tx, id)));
            return true;
          });
      journal.dropEmpty();
    }
  }

  private int follow() {
    List<StoredRecord> next = transactions.read(tx -> store.sealedAfter(tx, number, BATCH));
    long reached = number;
    Digest link = chain;
    for (StoredRecord record : next) {
      Digest expected = record.linkAfter(link);
      if (record.number() != reached + 1 || !Optional.of(expected).equals(record.link())) {
        broken = true;
        log.error("the audit's chain is broken at number {}; run verify-audit", record.number());
        return 0;
      }
      link = expected;
      reached = record.number();
    }
    if (!next.isEmpty()) {
      number = reached;
      chain = link;
      sign();
      journal.covered(next);
    }
    return next.size();
  }

  private void sign() {
    head.write(number, chain, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private void lookUp(UUID id, Optional<JdbcAuditStore.Standing> standing) {
    if (standing.isEmpty()) {
      journal.absent(id);
      return;
    }
    journal.found(id);
    long at = standing.get().number();
    if (at > 0 && at <= number) {
      journal.covered(id, standing.get().digest());
    }
  }

  /** Ends with a last look, so that after an orderly stop the head covers all that is sealed. */
  @Override
  public void close() {
    stopped = true;
    wakeUp.release();
    try {
      thread.join(5_000);
      look();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.warn("the audit's head stays where it was: {}", e.getMessage());
    }
  }
}
