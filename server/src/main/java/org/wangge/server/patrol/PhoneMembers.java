package org.wangge.server.patrol;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.wangge.patrol.PhoneTime;
import org.wangge.server.http.Malformed;

/** Reads single values of what apps on phones send; never repeats a value that it cannot read. */
final class PhoneMembers {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]{1,20}\\.?[0-9]{0,30}|\\.[0-9]{1,30})(?:[eE][+-]?[0-9]{1,3})?");

  private PhoneMembers() {}

  /**
   * A coordinate as text.
   *
   * @throws Malformed {@code point-unreadable}
   */
  static double coordinate(String name, String text) {
    double value = number(text);
    if (Double.isNaN(value)) {
      throw new Malformed(name, "point-unreadable", Map.of("name", name));
    }
    return value;
  }

  /** A number as text; NaN where it is none, for what is only a hint. */
  static double number(String text) {
    String said = text.strip();
    return DECIMAL.matcher(said).matches() ? Double.parseDouble(said) : Double.NaN;
  }

  /** A member that must be a number, or a text that is one. */
  static double coordinate(JsonNode object, String name) {
    return coordinate(name, object.path(name).asText());
  }

  /** A member as a number; NaN where it is none. */
  static double number(JsonNode object, String name) {
    return number(object.path(name).asText());
  }

  /**
   * An instant.
   *
   * @throws Malformed {@code time-unreadable}
   */
  static Instant time(String name, String text) {
    return PhoneTime.find(text)
        .orElseThrow(() -> new Malformed(name, "time-unreadable", Map.of("name", name)));
  }
}
