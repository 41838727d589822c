package org.wangge.server.patrol.round;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.wangge.patrol.round.RoundJudging;
import org.wangge.patrol.round.RunReminding;
import org.wangge.server.storage.Rounds;

/**
 * Compares patrols with what was walked and reminds people every half minute, or sooner where
 * somebody looks at one that was not compared yet; once an hour those of the last days, and then it
 * removes what was kept long enough. Thread-safe.
 */
final class RoundUpkeep implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);

  /** Grades of a year are asked after in the next. */
  private static final Duration KEPT = Duration.ofDays(800);

  private static final Duration AN_HOUR = Duration.ofHours(1);

  private final RoundJudging judging;
  private final RunReminding reminding;
  private final Clock clock;
  private final Rounds turns = new Rounds("patrol-rounds", PAUSE, this::turn);
  private final AtomicLong hurriedAtMillis = new AtomicLong();
  private Instant judgedLateAt = Instant.EPOCH;

  RoundUpkeep(RoundJudging judging, RunReminding reminding, Clock clock) {
    this.judging = judging;
    this.reminding = reminding;
    this.clock = clock;
  }

  void start() {
    turns.start();
  }

  /** Somebody waits for a comparison: does not wait for the next turn. */
  void hurry() {
    long now = clock.millis();
    long before = hurriedAtMillis.get();
    if (now - before >= SHORTEST_PAUSE.toMillis() && hurriedAtMillis.compareAndSet(before, now)) {
      turns.soon();
    }
  }

  /** One turn; what fails is tried again with the next. */
  void turn() {
    Instant now = clock.instant();
    if (judgedLateAt.isBefore(now.minus(AN_HOUR))) {
      judging.judgeLate(now, turns::isStopping);
      judging.removeBefore(now.minus(KEPT));
      judgedLateAt = now;
    } else {
      judging.judgeNew(now);
    }
    var unused = reminding.remind(now);
  }

  @Override
  public void close() {
    turns.close();
  }
}
