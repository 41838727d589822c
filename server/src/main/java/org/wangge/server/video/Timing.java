package org.wangge.server.video;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How the time line of a stream is counted.
 *
 * @param ticksPerSecond of its times (box {@code mdhd})
 * @param sampleTicks how long a picture lasts where a fragment says nothing else (box {@code trex})
 */
public record Timing(long ticksPerSecond, long sampleTicks) {

  /** A time of the stream. */
  Duration of(long ticks) {
    long seconds = ticks / ticksPerSecond;
    long rest = ticks % ticksPerSecond;
    return Duration.ofSeconds(seconds, rest * TimeUnit.SECONDS.toNanos(1) / ticksPerSecond);
  }
}
