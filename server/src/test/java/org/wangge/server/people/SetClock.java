package org.wangge.server.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A clock that stands still until a test sets it. */
public final class SetClock extends Clock {
  Instant now = Instant.parse("2026-11-01T08:00:00Z");

  public SetClock() {}

  /** One that stands at an instant. */
  public SetClock(Instant at) {
    now = at;
  }

  /** Sets it to the time of this machine. */
  public void setToNow() {
    now = Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
