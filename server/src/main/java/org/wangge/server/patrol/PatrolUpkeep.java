package org.wangge.server.patrol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.wangge.patrol.LookBook;
import org.wangge.patrol.TrackRegister;
import org.wangge.server.config.Keeping;
import org.wangge.server.storage.Rounds;

/**
 * Writes what was counted of looks every five minutes and at the end, and once a day removes looks,
 * positions and tracks that were kept long enough.
 */
final class PatrolUpkeep implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMinutes(5);
  private static final Duration A_DAY = Duration.ofDays(1);

  private final LookBook book;
  private final TrackRegister tracks;
  private final Keeping keeping;
  private final Clock clock;
  private final Rounds turns = new Rounds("patrol-upkeep", PAUSE, this::turn);
  private Instant removedAt = Instant.EPOCH;

  /**
   * Makes one that rests.
   *
   * @param keeping how long what is kept
   */
  PatrolUpkeep(LookBook book, TrackRegister tracks, Keeping keeping, Clock clock) {
    this.book = book;
    this.tracks = tracks;
    this.keeping = keeping;
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
      book.removeBefore(now.minus(Duration.ofDays(keeping.lookDays())));
      tracks.removeBefore(now.minus(Duration.ofDays(keeping.positionDays())));
      removedAt = now;
    }
  }

  @Override
  public void close() {
    turns.close();
    turns.now();
  }
}
