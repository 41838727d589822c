package org.wangge.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PhoneReadingTest {
  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

  @Test
  void knots_and_kilometres_an_hour_are_metres_a_second() {
    assertThat(PhoneReading.ofKnots(1)).isCloseTo(0.514444, within(1e-6));
    assertThat(PhoneReading.ofKnots(40)).isCloseTo(20.577778, within(1e-6));
    assertThat(PhoneReading.ofKilometersPerHour(36)).isCloseTo(10, within(1e-12));
    assertThat(PhoneReading.ofMetersPerSecond(18.67)).isEqualTo(18.67);
    assertThat(PhoneReading.ofKnots(0)).isZero();
  }

  @Test
  void minus_one_and_what_is_no_number_are_no_speed() {
    assertThat(PhoneReading.ofMetersPerSecond(-1)).isNaN();
    assertThat(PhoneReading.ofKnots(-1)).isNaN();
    assertThat(PhoneReading.ofKilometersPerHour(Double.POSITIVE_INFINITY)).isNaN();
    assertThat(PhoneReading.ofKnots(Double.NaN)).isNaN();
  }

  @Test
  void a_reading_is_doubted_for_the_gravest_reason_and_for_none_where_nothing_is_known() {
    assertThat(reading(Double.NaN, Double.NaN, false).doubt()).isEmpty();
    assertThat(reading(40, 1_000, false).doubt()).isEmpty();
    assertThat(reading(40.1, 5, false).doubt()).contains("too-fast");
    assertThat(reading(1, 1_000.1, false).doubt()).contains("coarse");
    assertThat(reading(99, 9_999, true).doubt()).contains("mocked");
  }

  @Test
  void zero_and_zero_is_no_place() {
    assertThat(new PhoneReading(0, 0, NOON, 0, 0, false).isPlace()).isFalse();
    assertThat(new PhoneReading(112.6, 0, NOON, 0, 0, false).isPlace()).isTrue();
  }

  private static PhoneReading reading(double speed, double accuracy, boolean mocked) {
    return new PhoneReading(112.6, 28.9, NOON, speed, accuracy, mocked);
  }
}
