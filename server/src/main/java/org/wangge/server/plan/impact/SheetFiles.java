package org.wangge.server.plan.impact;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes tables as files that spreadsheets open. What is text is never taken for a formula. */
public final class SheetFiles {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** What makes a spreadsheet compute: OWASP, "CSV Injection". */
  private static final String FORMULA_BEGINS = "=+-@\t\r";

  private static final int HEAD_ROWS = 1;

  private SheetFiles() {}

  /** One table after another, each below its name, an empty line between. */
  public static void writeCsv(OutputStream out, Map<String, List<SheetRow>> tables)
      throws IOException {
    StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
    tables.forEach(
        (name, rows) -> {
          text.append(quoted(name)).append("\r\n");
          rows.forEach(
              row ->
                  text.append(
                          row.cells().stream()
                              .map(SheetFiles::quoted)
                              .collect(Collectors.joining(",")))
                      .append("\r\n"));
          text.append("\r\n");
        });
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A cell with its quotation marks; codes of fifteen digits stay text. */
  static String quoted(Object cell) {
    if (cell instanceof Number) {
      return cell.toString();
    }
    String text = cell.toString();
    String harmless =
        !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return '"' + harmless.replace("\"", "\"\"") + '"';
  }

  /** A workbook with a sheet for each table; its cells are text or numbers, never formulas. */
  public static void writeXlsx(OutputStream out, Map<String, List<SheetRow>> tables)
      throws IOException {
    try (Workbook book = new Workbook(out, "Wangge", "1.0")) {
      for (Map.Entry<String, List<SheetRow>> table : tables.entrySet()) {
        Worksheet sheet = book.newWorksheet(table.getKey());
        List<SheetRow> rows = table.getValue();
        for (int row = 0; row < rows.size(); row++) {
          List<Object> cells = rows.get(row).cells();
          for (int column = 0; column < cells.size(); column++) {
            put(sheet, row, column, cells.get(column));
          }
        }
        sheet.freezePane(0, HEAD_ROWS);
        sheet.finish();
      }
    }
  }

  private static void put(Worksheet sheet, int row, int column, Object cell) {
    if (cell instanceof Number number) {
      sheet.value(row, column, number);
    } else {
      sheet.value(row, column, cell.toString());
      if (row < HEAD_ROWS) {
        sheet.style(row, column).bold().set();
      }
    }
  }
}
