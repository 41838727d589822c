package org.wangge.clock;

import java.util.Map;
import org.wangge.fault.Invalid;

/**
 * Which calendar, and as it was when.
 *
 * @param code of the calendar, stable
 * @param version counts its changes, from 1
 */
public record CalendarVersion(String code, int version) {
  private static final String CODE = "[a-z0-9](-?[a-z0-9]){0,39}";

  /**
   * @throws Invalid with code {@code calendar-code}
   */
  public CalendarVersion {
    if (!code.matches(CODE)) {
      throw new Invalid("code", "calendar-code", Map.of("given", code));
    }
    if (version < 1) {
      throw new IllegalArgumentException("version " + version);
    }
  }

  /** Reads what {@link #toString} writes. */
  static CalendarVersion parse(String text) {
    int at = text.indexOf('@');
    return new CalendarVersion(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
  }

  @Override
  public String toString() {
    return code + "@" + version;
  }
}
