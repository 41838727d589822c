package org.wangge.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.fault.Invalid;

class LimitTest {

  @ParameterizedTest
  @CsvSource({
    "15 urgent minutes, URGENT_HOURS, 15, PT15M",
    "2 urgent hours, URGENT_HOURS, 120, PT2H",
    "1 working hour, WORKING_HOURS, 60, PT1H",
    "90 working minutes, WORKING_HOURS, 90, PT1H30M",
    "1 working day, WORKING_DAYS, 1, PT8H",
    "5 working days, WORKING_DAYS, 5, PT40H",
    "15 calendar days, CALENDAR_DAYS, 15, PT360H",
  })
  void is_said_in_words_that_are_read_again(
      String words, ClockKind kind, int amount, Duration time) {
    Limit limit = new Limit(kind, amount);
    assertThat(limit.words()).isEqualTo(words);
    assertThat(Limit.parse(words)).isEqualTo(limit);
    assertThat(limit.time()).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4 hours",
        "urgent hours",
        "1 calendar hour",
        "1 urgent day",
        "-1 working days"
      })
  void what_is_no_limit_is_refused(String words) {
    assertThatThrownBy(() -> Limit.parse(words))
        .isInstanceOfSatisfying(
            Invalid.class, fault -> assertThat(fault.code()).isEqualTo("limit-words"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 working days",
        "367 working days",
        "8785 urgent hours",
        "999999999 working hours"
      })
  void an_amount_that_cannot_be_is_refused(String words) {
    assertThatThrownBy(() -> Limit.parse(words))
        .isInstanceOfSatisfying(
            Invalid.class, fault -> assertThat(fault.code()).isEqualTo("limit-amount"));
  }

  @ParameterizedTest
  @CsvSource({
    "4 working hours, 4 urgent hours",
    "1 working day, 8 urgent hours",
    "366 working days, 2928 urgent hours",
    "15 urgent minutes, 15 urgent minutes",
    "15 calendar days, 15 calendar days"
  })
  void what_is_urgent_is_counted_day_and_night(String usual, String urgent) {
    assertThat(Limit.parse(usual).urgent().words()).isEqualTo(urgent);
  }

  @Test
  void a_year_can_be_given() {
    assertThat(Limit.parse("366 calendar days").time()).isEqualTo(Duration.ofDays(366));
    assertThat(Limit.parse("8784 urgent hours").time()).isEqualTo(Duration.ofDays(366));
  }
}
