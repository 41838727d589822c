package org.wangge.grid;

import java.util.Locale;
import java.util.Optional;

/**
 * The levels of the area tree, from the top. Overlay partitions have areas of one level of their
 * own.
 */
public enum Level {
  DISTRICT,
  STREET,
  COMMUNITY,
  GRID,
  MICRO_GRID,
  /** An area of an overlay partition: a police beat, an inspection area. */
  OVERLAY;

  /** In URLs, files and tables: {@code micro-grid}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Level> find(String word) {
    for (Level level : values()) {
      if (level.word().equals(word)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether an area of this level may hang below one of the other. A grid may skip levels
   * (domain.md).
   */
  public boolean mayHangBelow(Level parent) {
    return this != OVERLAY && parent != OVERLAY && parent.compareTo(this) < 0;
  }
}
