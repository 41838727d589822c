package org.wangge.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTimeTest {

  @ParameterizedTest
  @CsvSource({
    "1377177267, 2013-08-22T13:14:27Z",
    "1377177267.25, 2013-08-22T13:14:27.250Z",
    "1377177267250, 2013-08-22T13:14:27.250Z",
    "0, 1970-01-01T00:00:00Z",
    "99999999999, 5138-11-16T09:46:39Z",
    "100000000000, 1973-03-03T09:46:40Z",
    "2016-01-27T18:55:47Z, 2016-01-27T18:55:47Z",
    "2000-01-01T00:00:00.000Z, 2000-01-01T00:00:00Z",
    "2025-06-15T13:45:12.862Z, 2025-06-15T13:45:12.862Z",
    "2025-06-15T21:45:12.862+08:00, 2025-06-15T13:45:12.862Z",
    "2025-06-15T21:45:12 08:00, 2025-06-15T13:45:12Z",
    "2025-06-15T21:45:12+0800, 2025-06-15T13:45:12Z",
    "2025-06-15T13:45:12.862123456Z, 2025-06-15T13:45:12.862Z",
    "2025-06-15T13:45:12, 2025-06-15T13:45:12Z",
    "2014-06-04 09:10:11, 2014-06-04T09:10:11Z",
    " 2014-06-04 09:10:11 , 2014-06-04T09:10:11Z",
  })
  void what_apps_write_is_an_instant_of_utc(String text, Instant instant) {
    assertThat(PhoneTime.find(text)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "today",
        "{2}",
        "2014-13-04 09:10:11",
        "2014-02-30T09:10:11Z",
        "1e9",
        "0x10",
        "NaN",
        "12:00",
        "99999999999999999999"
      })
  void what_is_no_time_is_none(String text) {
    assertThat(PhoneTime.find(text)).isEmpty();
  }
}
