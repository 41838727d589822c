package org.wangge.server.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The time of the town. It is that of the machine, unless the demonstration runs faster or once ran
 * faster and is ahead: the town never goes back in time, or what happened would lie in the future.
 * Thread-safe.
 */
public final class TownClock extends Clock {
  private final Clock machine;
  private final int speed;
  private volatile Start start;

  private record Start(Instant machine, Instant town) {}

  /**
   * Makes a clock that shows what the machine's shows now.
   *
   * @param speed how many times faster it runs
   */
  public TownClock(Clock machine, int speed) {
    this.machine = machine;
    this.speed = speed;
    Instant now = machine.instant();
    start = new Start(now, now);
  }

  /** Moves on to an instant that was reached before; does nothing where the clock is past it. */
  public void goOnFrom(Instant reached) {
    if (reached.isAfter(instant())) {
      start = new Start(machine.instant(), reached);
    }
  }

  @Override
  public Instant instant() {
    Start from = start;
    return from.town()
        .plus(Duration.between(from.machine(), machine.instant()).multipliedBy(speed));
  }

  @Override
  public ZoneId getZone() {
    return machine.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new TownClock(machine.withZone(zone), speed);
  }
}
