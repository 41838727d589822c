package org.wangge.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TownClockTest {
  private static final Instant START = Instant.parse("2026-11-02T03:00:00Z");
  private final SetClock machine = new SetClock();

  @Test
  void it_runs_as_many_times_faster_as_it_is_told() {
    TownClock town = new TownClock(machine, 60);
    machine.now = START.plusSeconds(2);
    assertThat(town.instant()).isEqualTo(START.plusSeconds(120));
  }

  @Test
  void it_goes_on_from_what_was_reached_and_never_back() {
    TownClock town = new TownClock(machine, 10);
    town.goOnFrom(START.plus(Duration.ofDays(3)));
    town.goOnFrom(START.minus(Duration.ofDays(3)));
    machine.now = START.plusSeconds(1);
    assertThat(town.instant()).isEqualTo(START.plus(Duration.ofDays(3)).plusSeconds(10));
  }

  /** A clock that shows what it is set to. */
  private static final class SetClock extends Clock {
    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
