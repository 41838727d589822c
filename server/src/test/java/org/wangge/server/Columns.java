package org.wangge.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The columns of text, as {@code src/test/resources/columns.md} lists them. */
final class Columns {
  private static final String FILE = "/columns.md";

  private Columns() {}

  /** What a column holds. */
  enum Kind {
    /** Something about a person: masked, erasable, with a canary. */
    PERSONAL,
    /** Ids, codes, words of a list, hashes. */
    CODE,
    /** Names and texts about places and things, which anyone of the staff may read. */
    TEXT,
    /** Whom to ask at a unit: for those alone who keep what it stands beside. */
    CONTACT,
    /** What opens something, sealed or hashed. */
    SECRET,
    /** Where from and with what somebody signed in: seen by themselves and who keeps accounts. */
    TRACE
  }

  static Map<String, Kind> listed() {
    Map<String, Kind> listed = new TreeMap<>();
    try (InputStream in = Columns.class.getResourceAsStream(FILE)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : all.split("\n", -1)) {
        String[] cells = line.split("\\|", -1);
        if (cells.length > 3 && cells[1].contains(".")) {
          listed.put(cells[1].strip(), Kind.valueOf(cells[2].strip().toUpperCase(Locale.ROOT)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return listed;
  }
}
