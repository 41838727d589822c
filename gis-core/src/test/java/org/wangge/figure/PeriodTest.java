package org.wangge.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource({
    "DAY,2026-05-20,2026-05-20,2026-05-20,2026-05-19,2025-05-20",
    "WEEK,2026-05-20,2026-05-18,2026-05-24,2026-05-11,2025-05-19",
    "MONTH,2026-01-31,2026-01-01,2026-01-31,2025-12-01,2025-01-01",
    "QUARTER,2026-06-30,2026-04-01,2026-06-30,2026-01-01,2025-04-01",
    "QUARTER,2026-01-01,2026-01-01,2026-03-31,2025-10-01,2025-01-01",
    "YEAR,2024-02-29,2024-01-01,2024-12-31,2023-01-01,2023-01-01"
  })
  void a_day_lies_in_a_period_that_has_one_before_and_one_last_year(
      Period.Kind kind,
      LocalDate day,
      LocalDate first,
      LocalDate last,
      LocalDate before,
      LocalDate lastYear) {
    Period period = Period.of(kind, day, ZONE);
    assertThat(period.firstDay()).isEqualTo(first);
    assertThat(period.lastDay()).isEqualTo(last);
    assertThat(period.previous().firstDay()).isEqualTo(before);
    assertThat(period.lastYear().firstDay()).isEqualTo(lastYear);
    assertThat(period.previous().to()).isEqualTo(period.from());
  }

  @Test
  void its_days_are_those_of_the_place() {
    Period day = Period.at(Period.Kind.DAY, Instant.parse("2026-05-19T16:00:00Z"), ZONE);
    assertThat(day.firstDay()).isEqualTo(LocalDate.of(2026, 5, 20));
    assertThat(day.from()).isEqualTo(Instant.parse("2026-05-19T16:00:00Z"));
    assertThat(day.series(3))
        .extracting(Period::firstDay)
        .containsExactly(
            LocalDate.of(2026, 5, 18), LocalDate.of(2026, 5, 19), LocalDate.of(2026, 5, 20));
    assertThat(Period.Kind.find("quarter")).contains(Period.Kind.QUARTER);
    assertThatThrownBy(() -> new Period(Period.Kind.MONTH, LocalDate.of(2026, 5, 2), ZONE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
