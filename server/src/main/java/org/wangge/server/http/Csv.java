package org.wangge.server.http;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables for spreadsheets, as RFC 4180 has them. */
public final class Csv {
  /** What a file begins with, so that spreadsheets read it as UTF-8. */
  public static final String BYTE_ORDER_MARK = "\uFEFF";

  private Csv() {}

  /** A line with its end. Nothing in it can be taken for a formula; lists are written as JSON. */
  public static String line(List<? extends @Nullable Object> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text =
        value instanceof List || value instanceof Map ? Json.text(value) : value.toString();
    // A spreadsheet takes what begins like this for a formula.
    String harmless = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    return harmless.matches("(?s).*[\",\r\n].*")
        ? "\"" + harmless.replace("\"", "\"\"") + "\""
        : harmless;
  }
}
