package org.wangge.server.patrol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.wangge.patrol.LookBook;
import org.wangge.server.storage.Rounds;

/**
 * Writes what was counted of looks every five minutes and at the end, and once a day removes those
 * that were kept long enough.
 */
final class LookUpkeep implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMinutes(5);
  private static final Duration A_DAY = Duration.ofDays(1);

  private final LookBook book;
  private final Duration kept;
  private final Clock clock;
  private final Rounds turns = new Rounds("looks", PAUSE, this::turn);
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

  void start() {
    turns.start();
  }

  /** One turn; what fails is tried again with the next. */
  void turn() {
    Instant now = clock.instant();
    book.flush(now);
    if (removedAt.isBefore(now.minus(A_DAY))) {
      book.removeBefore(now.minus(kept));
      removedAt = now;
    }
  }

  @Override
  public void close() {
    turns.close();
    turns.now();
  }
}
