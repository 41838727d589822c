package org.wangge.server.plan.paper;

import org.wangge.grid.Area;

/**
 * A grid on the sheet of a plan.
 *
 * @param area the grid
 * @param change what becomes of it
 * @param head name of its head as the reader may see it; empty where that is nobody
 */
record GridRow(Area area, Change change, String head) {

  /** What a plan makes of a grid. */
  enum Change {
    BORN("born"),
    OUTLINE("outline"),
    KEPT("kept"),
    RETIRED("retired");

    private final String word;

    Change(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    /** Whether its border in the plan is a new one. */
    boolean isNew() {
      return this == BORN || this == OUTLINE;
    }
  }
}
