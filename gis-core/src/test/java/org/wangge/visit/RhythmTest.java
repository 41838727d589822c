package org.wangge.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.fault.Invalid;

class RhythmTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static Instant at(String local) {
    return OffsetDateTime.parse(local + ":00+08:00").toInstant();
  }

  @ParameterizedTest(name = "every {0} {1}, begun {2}, last {3}: from {4} until {5}")
  @CsvSource({
    // Once in each calendar month: whenever it was in the last one, it is due in the next.
    "1, months, 2026-10-12T09:00, , 2026-10-01T00:00, 2026-11-01T00:00",
    "1, months, 2026-10-12T09:00, 2026-10-12T10:00, 2026-11-01T00:00, 2026-12-01T00:00",
    "1, months, 2026-10-12T09:00, 2026-11-30T23:59, 2026-12-01T00:00, 2027-01-01T00:00",
    "1, months, 2026-01-31T09:00, 2026-01-31T10:00, 2026-02-01T00:00, 2026-03-01T00:00",
    // Of three months, spans are counted from the month in which the rule began.
    "3, months, 2026-10-12T09:00, , 2026-10-01T00:00, 2027-01-01T00:00",
    "3, months, 2026-10-12T09:00, 2026-12-31T10:00, 2027-01-01T00:00, 2027-04-01T00:00",
    // Before the rule began nobody went by it.
    "1, months, 2026-10-12T09:00, 2026-08-12T10:00, 2026-10-01T00:00, 2026-11-01T00:00",
    // Of days, each visit begins anew, and it is on the list for the last quarter.
    "8, days, 2026-10-12T09:00, , 2026-10-12T09:00, 2026-10-20T09:00",
    "8, days, 2026-10-12T09:00, 2026-10-14T10:00, 2026-10-20T10:00, 2026-10-22T10:00",
    "1, days, 2026-10-12T09:00, 2026-10-14T10:00, 2026-10-14T10:00, 2026-10-15T10:00"
  })
  void a_turn_follows_from_the_last_visit(
      int every, String unit, String begun, @Nullable String last, String opens, String dueBy) {
    Rhythm rhythm = new Rhythm(every, Rhythm.Unit.find(unit).orElseThrow());
    assertThat(rhythm.next(at(begun), last == null ? null : at(last), CHINA))
        .isEqualTo(new Rhythm.Turn(at(opens), at(dueBy)));
  }

  @Test
  void what_is_too_long_or_nothing_is_refused() {
    assertThatThrownBy(() -> new Rhythm(0, Rhythm.Unit.DAYS)).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> new Rhythm(13, Rhythm.Unit.MONTHS)).isInstanceOf(Invalid.class);
    assertThat(new Rhythm(366, Rhythm.Unit.DAYS).every()).isEqualTo(366);
  }

  @Test
  void a_visit_matters_no_longer_than_its_turn() {
    Instant from = at("2026-11-01T00:00");
    assertThat(new Rhythm(30, Rhythm.Unit.DAYS).reach(from)).isEqualTo(at("2026-10-02T00:00"));
    assertThat(new Rhythm(1, Rhythm.Unit.MONTHS).reach(from)).isBefore(at("2026-10-01T00:00"));
  }
}
