package org.wangge.incident.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.clock.CalendarRules;
import org.wangge.clock.CalendarVersion;
import org.wangge.clock.Limit;
import org.wangge.clock.WorkCalendar;

class StageClockTest {
  private static final Instant T0 = Instant.parse("2026-11-02T01:00:00Z");
  private static final WorkCalendar USUAL =
      new WorkCalendar(
          new CalendarVersion("usual", 1), CalendarRules.usual(ZoneId.of("Asia/Shanghai")));

  @Test
  void it_warns_first_at_the_smallest_of_its_percents() {
    assertThat(start(List.of(75, 90)).warnsOrNull()).isEqualTo(minute(180));
    assertThat(start(List.of()).warnsOrNull()).isNull();
  }

  @Test
  void a_pause_moves_the_warning_as_it_moves_the_end() {
    StageClock paused = start(List.of(75)).pause(minute(60));
    assertThat(paused.warnsOrNull()).as("as worked out last").isEqualTo(minute(180));
    StageClock goneOn = paused.resume(USUAL, minute(100));
    assertThat(goneOn.warnsOrNull()).isEqualTo(minute(220));
    assertThat(goneOn.due()).isEqualTo(minute(280));
    assertThat(goneOn.stop(minute(230)).warnsOrNull()).isEqualTo(minute(220));
  }

  @Test
  void a_line_is_read_as_it_was_written() {
    for (List<Integer> percents : List.of(List.<Integer>of(), List.of(75), List.of(75, 90))) {
      StageClock clock = start(percents).pause(minute(10)).resume(USUAL, minute(20));
      assertThat(StageClock.parse(clock.print(), clock.due())).isEqualTo(clock);
    }
  }

  @Test
  void a_line_written_before_clocks_knew_when_they_warn_is_read_without() {
    StageClock clock = start(List.of(75, 90));
    String old = clock.print().replace(" from " + minute(180), "");
    assertThat(old).startsWith("handle|75 90|");
    StageClock read = StageClock.parse(old, clock.due());
    assertThat(read.warnsOrNull()).isNull();
    assertThat(read.warnPercents()).containsExactly(75, 90);
    assertThat(read.countdown()).isEqualTo(clock.countdown());
  }

  private static StageClock start(List<Integer> percents) {
    StageLimit.Scope scope = new StageLimit.Scope("", "", Stage.HANDLE);
    Limit hours = Limit.parse("4 urgent hours");
    return StageClock.start(new StageLimit(1, 1, scope, hours, percents, T0), USUAL, T0);
  }

  private static Instant minute(int minute) {
    return T0.plus(Duration.ofMinutes(minute));
  }
}
