package org.wangge.server.plan.impact;

import java.util.List;

/**
 * A row of a sheet: text or numbers.
 *
 * @param cells from the left; {@link String} or {@link Number}
 */
public record SheetRow(List<Object> cells) {
  public SheetRow {
    cells = List.copyOf(cells);
  }

  public static SheetRow of(Object... cells) {
    return new SheetRow(List.of(cells));
  }
}
