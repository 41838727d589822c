package org.wangge.server.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.grid.RecordPlace;

/**
 * Rows of a comma-separated file (RFC 4180) in UTF-8, one after the other. A byte order mark at the
 * start and empty lines are left out. Not thread-safe.
 */
public final class CsvRows {
  private static final int MAX_FIELD = 10_000;
  private static final int MAX_FIELDS = 500;
  private static final int END = -1;

  private final BufferedReader reader;
  private long line;
  private int number;
  private int pushedBack = Integer.MIN_VALUE;

  /** Starts at the beginning of a file. */
  public CsvRows(InputStream stream) throws IOException {
    reader =
        new BufferedReader(
            new InputStreamReader(
                stream,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    int first = take();
    if (first != '\uFEFF') {
      pushedBack = first;
    }
    line = 1;
  }

  /**
   * A row.
   *
   * @param place its number and first line
   * @param fields its values, without quotes
   */
  public record Row(RecordPlace place, List<String> fields) {}

  /**
   * The next row, or nothing at the end.
   *
   * @throws ImportStopped when the file is not text in UTF-8 or a field never ends
   */
  public Optional<Row> next() throws IOException {
    int first = take();
    while (first == '\n' || first == '\r') {
      line += first == '\n' ? 1 : 0;
      first = take();
    }
    if (first == END) {
      return Optional.empty();
    }
    pushedBack = first;
    number++;
    RecordPlace place = new RecordPlace(number, line, -1);
    List<String> fields = new ArrayList<>();
    boolean more = true;
    while (more) {
      StringBuilder field = new StringBuilder();
      more = field(field, place);
      fields.add(field.toString());
      if (fields.size() > MAX_FIELDS) {
        throw new ImportStopped("csv-malformed", place, Map.of());
      }
    }
    return Optional.of(new Row(place, fields));
  }

  /** Reads one field and what ends it; whether another follows in the row. */
  private boolean field(StringBuilder field, RecordPlace place) throws IOException {
    int c = take();
    if (c == '"') {
      quoted(field, place);
      c = take();
    }
    while (c != ',' && c != '\n' && c != END) {
      if (c != '\r') {
        append(field, c, place);
      }
      c = take();
    }
    line += c == '\n' ? 1 : 0;
    return c == ',';
  }

  private void quoted(StringBuilder field, RecordPlace place) throws IOException {
    while (true) {
      int c = take();
      if (c == END) {
        throw new ImportStopped("csv-quote-open", place, Map.of());
      }
      if (c == '"') {
        int after = take();
        if (after != '"') {
          pushedBack = after;
          return;
        }
      }
      line += c == '\n' ? 1 : 0;
      append(field, c, place);
    }
  }

  private static void append(StringBuilder field, int c, RecordPlace place) {
    if (field.length() >= MAX_FIELD) {
      throw new ImportStopped("csv-field-too-long", place, Map.of("limit", MAX_FIELD));
    }
    field.append((char) c);
  }

  private int take() throws IOException {
    if (pushedBack != Integer.MIN_VALUE) {
      int c = pushedBack;
      pushedBack = Integer.MIN_VALUE;
      return c;
    }
    try {
      return reader.read();
    } catch (CharacterCodingException notUtf8) {
      throw new ImportStopped(
          "text-not-utf8", new RecordPlace(number, Math.max(1, line), -1), Map.of());
    }
  }
}
