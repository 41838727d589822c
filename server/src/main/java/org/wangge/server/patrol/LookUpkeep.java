package org.wangge.server.patrol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.patrol.LookBook;

/**
 * Writes what was counted of looks every five minutes and at the end, and once a day removes those
 * that were kept long enough.
 */
final class LookUpkeep implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LookUpkeep.class);
  private static final int MINUTES = 5;
  private static final Duration A_DAY = Duration.ofDays(1);

  private final LookBook book;
  private final Duration kept;
  private final Clock clock;
  private final ScheduledExecutorService turns =
      Executors.newSingleThreadScheduledExecutor(LookUpkeep::thread);
  private Instant removedAt = Instant.EPOCH;

  /**
   * Makes one that rests.
   *
   * @param days how long a look is kept
   */
  LookUpkeep(LookBook book, int days, Clock clock) {
    this.book = book;
    this.kept = Duration.ofDays(days);
    this.clock = clock;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "looks");
    thread.setDaemon(true);
    return thread;
  }

  void start() {
    var unused = turns.scheduleWithFixedDelay(this::turn, MINUTES, MINUTES, TimeUnit.MINUTES);
  }

  /** One turn; what fails is tried again with the next. */
  void turn() {
    Instant now = clock.instant();
    try {
      book.flush(now);
      if (removedAt.isBefore(now.minus(A_DAY))) {
        book.removeBefore(now.minus(kept));
        removedAt = now;
      }
    } catch (RuntimeException e) {
      log.warn("looks could not be written this time", e);
    }
  }

  @Override
  public void close() {
    turns.shutdownNow();
    turn();
  }
}
