package org.wangge.grid;

import java.util.Optional;
import org.wangge.word.Word;

/**
 * The levels of the area tree, from the top. Overlay partitions have areas of one level of their
 * own.
 */
public enum Level implements Word {
  DISTRICT,
  STREET,
  COMMUNITY,
  GRID,
  MICRO_GRID,
  /** An area of an overlay partition: a police beat, an inspection area. */
  OVERLAY;

  public static Optional<Level> find(String word) {
    return Word.find(Level.class, word);
  }

  /**
   * Whether an area of this level may hang below one of the other. A grid may skip levels
   * (domain.md).
   */
  public boolean mayHangBelow(Level parent) {
    return this != OVERLAY && parent != OVERLAY && parent.compareTo(this) < 0;
  }
}
