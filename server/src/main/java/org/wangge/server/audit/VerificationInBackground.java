package org.wangge.server.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.event.Transactions;

/** Verifies the record while the server runs, one verification at a time. Thread-safe. */
final class VerificationInBackground {
  private static final Logger log = LoggerFactory.getLogger(VerificationInBackground.class);

  private final Transactions transactions;
  private final JdbcAuditStore store;
  private final Function<Optional<AuditEvidence.Anchor>, AuditEvidence> evidence;
  private final Clock clock;
  private volatile Progress progress = new Progress("none", 0, 0, null, 0, null);

  /**
   * How far it is.
   *
   * @param state {@code none}, {@code running}, {@code done} or {@code failed}
   * @param checked how many records have been checked
   * @param total how many there were at the beginning
   * @param begunOrNull when it began
   * @param tookMillis how long it took, by the machine's time
   * @param reportOrNull what was found
   */
  record Progress(
      String state,
      long checked,
      long total,
      @Nullable Instant begunOrNull,
      long tookMillis,
      @Nullable VerificationReport reportOrNull) {

    boolean isRunning() {
      return state.equals("running");
    }

    Progress at(long now) {
      return new Progress(state, now, Math.max(total, now), begunOrNull, tookMillis, null);
    }

    Progress done(VerificationReport report, long millis) {
      return new Progress("done", checked, checked, begunOrNull, millis, report);
    }

    Progress failed() {
      return new Progress("failed", checked, total, begunOrNull, tookMillis, null);
    }
  }

  /**
   * Makes it.
   *
   * @param evidence gathers what is known outside the database
   */
  VerificationInBackground(
      Transactions transactions,
      JdbcAuditStore store,
      Function<Optional<AuditEvidence.Anchor>, AuditEvidence> evidence,
      Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** Begins one where none is under way. */
  synchronized Progress begin(Optional<AuditEvidence.Anchor> anchor) {
    if (!progress.isRunning()) {
      long total = transactions.read(store::newest);
      progress = new Progress("running", 0, total, clock.instant(), 0, null);
      Thread thread = new Thread(() -> run(anchor), "audit-verification");
      thread.setDaemon(true);
      thread.start();
    }
    return progress;
  }

  private void run(Optional<AuditEvidence.Anchor> anchor) {
    long begun = System.nanoTime();
    try {
      VerificationReport report =
          VerificationRun.of(
              transactions,
              store,
              evidence.apply(anchor),
              checked -> progress = progress.at(checked));
      progress = progress.done(report, (System.nanoTime() - begun) / 1_000_000);
      report.first().ifPresent(first -> log.error("the audit is not sound: {}", first.sentence()));
    } catch (RuntimeException e) {
      log.error("the audit could not be verified", e);
      progress = progress.failed();
    }
  }

  Progress progress() {
    return progress;
  }
}
