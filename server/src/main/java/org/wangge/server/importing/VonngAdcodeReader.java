package org.wangge.server.importing;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.wangge.grid.Level;
import org.wangge.grid.RecordPlace;

/**
 * The register of a county as {@code Vonng/adcode} publishes it: a table without a header of the
 * county, its streets and communities with official 12-digit codes, and beside it the outline of
 * the county. Both are in GCJ-02, though nothing in the files says so.
 */
final class VonngAdcodeReader implements AreaReader {
  private static final int COLUMNS = 20;
  private static final Pattern FIRST_LINE =
      Pattern.compile("[0-9]{12},[0-9]{12},[^,]*,[a-z]+,[0-9],");
  private static final Pattern CODE = Pattern.compile("[0-9]{12}");

  /** What the columns are, as far as they are used. */
  private static final int CODE_AT = 0;

  private static final int PARENT_AT = 1;
  private static final int NAME_AT = 2;
  private static final int WORD_AT = 3;
  private static final int RANK_AT = 4;
  private static final int LON_AT = 12;
  private static final int LAT_AT = 13;

  /** The ranks that have a level here: their word, our level, and how many digits count. */
  private enum Rank {
    COUNTY("3", "county", Level.DISTRICT, 6),
    TOWN("4", "town", Level.STREET, 9),
    VILLAGE("5", "village", Level.COMMUNITY, 12);

    private final String number;
    private final String word;
    private final Level level;
    private final int digits;

    Rank(String number, String word, Level level, int digits) {
      this.number = number;
      this.word = word;
      this.level = level;
      this.digits = digits;
    }
  }

  @Override
  public String format() {
    return "vonng-adcode";
  }

  @Override
  public boolean recognizes(String name, String head) {
    return name.toLowerCase(Locale.ROOT).endsWith(".csv") && FIRST_LINE.matcher(head).lookingAt();
  }

  @Override
  public Optional<String> usualCrs() {
    return Optional.of("GCJ-02");
  }

  @Override
  public boolean takesOutline() {
    return true;
  }

  @Override
  public void read(Files files, RecordSink sink) {
    Geometry outline =
        files
            .outline()
            .map(source -> GeoJsonReader.readOutline(source, files.crs(), files.limits()))
            .orElse(null);
    boolean placed = false;
    try {
      CsvRows rows =
          new CsvRows(new LimitedStream(files.main().stream(), files.limits().maxBytes()));
      for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        RecordPlace place = row.get().place();
        if (place.record() > files.limits().maxRecords()) {
          throw new ImportStopped(
              "too-many-records", place, Map.of("limit", files.limits().maxRecords()));
        }
        List<String> fields = row.get().fields();
        boolean isCounty =
            outline != null && fields.size() > RANK_AT && fields.get(RANK_AT).equals("3");
        if (isCounty && placed) {
          throw new ImportStopped("outline-of-whom", place, Map.of());
        }
        placed |= isCounty;
        row(place, fields, isCounty ? outline : null, sink);
      }
    } catch (IOException failure) {
      throw new ImportStopped("file-unreadable", RecordPlace.FILE, Map.of());
    }
    if (outline != null && !placed) {
      throw new ImportStopped("outline-of-whom", RecordPlace.FILE, Map.of());
    }
  }

  private static void row(
      RecordPlace place, List<String> fields, @Nullable Geometry outline, RecordSink sink) {
    Map<String, String> properties = new LinkedHashMap<>();
    try {
      if (fields.size() != COLUMNS) {
        throw new RecordRefused("csv-columns", Map.of("expected", COLUMNS, "given", fields.size()));
      }
      properties.put("name", fields.get(NAME_AT));
      properties.put("code", fields.get(CODE_AT));
      Rank rank = rank(fields.get(RANK_AT), fields.get(WORD_AT));
      properties.put("level", rank.level.word());
      properties.put("code", canonical(fields.get(CODE_AT), rank.digits));
      if (rank != Rank.COUNTY) {
        properties.put("parent", canonical(fields.get(PARENT_AT), rank.digits - 3));
      }
      Coordinate anchor = anchor(place, properties, fields.get(LON_AT), fields.get(LAT_AT), sink);
      sink.accept(new RawArea(place, properties, outline, anchor));
    } catch (RecordRefused reason) {
      sink.refuse(place, properties, reason);
    }
  }

  private static Rank rank(String number, String word) {
    for (Rank rank : Rank.values()) {
      if (rank.number.equals(number) && rank.word.equals(word)) {
        return rank;
      }
    }
    throw new RecordRefused("rank-unknown", Map.of("rank", cut(number), "word", cut(word)));
  }

  /** The digits that count; what is cut off must be padding. */
  private static String canonical(String code, int digits) {
    if (!CODE.matcher(code).matches()) {
      throw new RecordRefused("code-not-12-digits", Map.of("code", cut(code)));
    }
    if (!code.substring(digits).chars().allMatch(c -> c == '0')) {
      throw new RecordRefused("code-padding", Map.of("code", code, "digits", digits));
    }
    return code.substring(0, digits);
  }

  private static @Nullable Coordinate anchor(
      RecordPlace place, Map<String, String> properties, String lon, String lat, RecordSink sink) {
    if (lon.isBlank() && lat.isBlank()) {
      return null;
    }
    try {
      return new Coordinate(Double.parseDouble(lon), Double.parseDouble(lat));
    } catch (NumberFormatException unreadable) {
      sink.warn(place, properties, "point-unreadable", Map.of("lon", cut(lon), "lat", cut(lat)));
      return null;
    }
  }

  private static String cut(String text) {
    return text.length() > 40 ? text.substring(0, 40) : text;
  }
}
