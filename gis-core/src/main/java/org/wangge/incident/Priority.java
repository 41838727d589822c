package org.wangge.incident;

import java.util.Locale;
import java.util.Optional;

/** How urgent an incident is, from the most. */
public enum Priority {
  /** 紧急 */
  URGENT,
  /** 重要 */
  IMPORTANT,
  /** 一般 */
  ORDINARY;

  /** In URLs, files and tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Priority> find(String word) {
    for (Priority value : values()) {
      if (value.word().equals(word)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
