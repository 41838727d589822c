package org.wangge.server.plan.impact;

import java.util.List;

/**
 * A row of a sheet: text or whole numbers.
 *
 * @param cells from the left; {@link String} or {@link Long}
 */
record SheetRow(List<Object> cells) {
  SheetRow {
    cells = List.copyOf(cells);
  }

  static SheetRow of(Object... cells) {
    return new SheetRow(List.of(cells));
  }
}
