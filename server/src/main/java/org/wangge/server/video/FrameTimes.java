package org.wangge.server.video;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.wangge.footage.Span;

/** Of which instants frames are painted, one after the other. For one thread. */
interface FrameTimes {
  /** Frames per second of every made-up picture. */
  int FRAMES_PER_SECOND = 12;

  /** The next one, when it is time to paint it; null after the last. */
  @Nullable Instant next();

  /**
   * As time goes by. A machine that is too slow shows fewer frames, not later ones.
   *
   * @param clock says which instant it is
   */
  static FrameTimes live(Clock clock) {
    return new FrameTimes() {
      private static final long NANOS_PER_FRAME = TimeUnit.SECONDS.toNanos(1) / FRAMES_PER_SECOND;

      private long due = System.nanoTime();

      @Override
      public Instant next() {
        LockSupport.parkNanos(due - System.nanoTime());
        due = Math.max(due + NANOS_PER_FRAME, System.nanoTime());
        return clock.instant();
      }
    };
  }

  /** Of a stretch that is past, as fast as they are taken. */
  static FrameTimes of(Span span) {
    return new FrameTimes() {
      private int painted;

      @Override
      public @Nullable Instant next() {
        Instant at =
            span.from()
                .plus(Duration.ofSeconds(1).multipliedBy(painted).dividedBy(FRAMES_PER_SECOND));
        painted++;
        return at.isBefore(span.to()) ? at : null;
      }
    };
  }
}
