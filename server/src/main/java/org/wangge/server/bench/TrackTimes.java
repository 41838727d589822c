package org.wangge.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wangge.patrol.Fix;

/** When which fix of a replay is sent. */
final class TrackTimes {
  private TrackTimes() {}

  /**
   * A fix and when it is due.
   *
   * @param after the beginning, at the speed it was walked
   */
  record Timed(Fix fix, Duration after) {}

  /** The fixes of walks, moved by so many milliseconds. */
  static List<Timed> of(List<GeoLifeWalk> walks, int millis) {
    Instant begun = walks.get(0).fixes().get(0).at();
    List<Timed> all = new ArrayList<>();
    for (GeoLifeWalk walk : walks) {
      for (Fix fix : walk.fixes()) {
        all.add(
            new Timed(
                new Fix(fix.location(), fix.at().plusMillis(millis)),
                Duration.between(begun, fix.at())));
      }
    }
    return all;
  }

  /**
   * Sends each when it is due, together with what else is by then.
   *
   * @param speed how many times faster than it was walked; 0 for as fast as it goes
   * @return how long it took, in seconds
   */
  static double send(List<Timed> all, int speed, TrackSender sender) {
    long begun = System.nanoTime();
    try {
      int next = 0;
      while (next < all.size()) {
        List<Fix> due = new ArrayList<>();
        while (next < all.size()
            && due.size() < TrackSender.MOST_AT_ONCE
            && waitsNanos(all.get(next), speed, begun) <= 0) {
          due.add(all.get(next++).fix());
        }
        if (!due.isEmpty()) {
          sender.send(due);
        } else {
          TimeUnit.NANOSECONDS.sleep(waitsNanos(all.get(next), speed, begun));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private static long waitsNanos(Timed one, int speed, long begun) {
    return speed == 0 ? 0 : one.after().toNanos() / speed - (System.nanoTime() - begun);
  }
}
