package org.wangge.server.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.server.importing.ImportWords;
import picocli.CommandLine.Option;

/** What a person may say about a file of areas. */
final class ImportAreasOptions {
  @Option(
      names = "--format",
      paramLabel = "WORD",
      description = "geojson or vonng-adcode; told from the file otherwise, and reported.")
  @Nullable String format;

  @Option(
      names = "--crs",
      paramLabel = "NAME",
      description =
          "Coordinate system of the file: EPSG:4326, EPSG:4490, EPSG:4534 to "
              + "4554, EPSG:3857, GCJ-02, BD-09. Needed for geojson.")
  @Nullable String crs;

  @Option(
      names = "--level",
      paramLabel = "WORD",
      description =
          "Level of areas that do not say theirs: district, street, "
              + "community, grid, micro-grid, overlay.")
  @Nullable String level;

  @Option(
      names = "--partition",
      paramLabel = "ID",
      description = "Partition the areas are for (default: tree).")
  @Nullable String partition;

  @Option(
      names = "--parent",
      paramLabel = "CODE",
      description = "Area above, for areas that do not say theirs.")
  @Nullable String parent;

  @Option(
      names = "--parent-from-code",
      description = "The area above is named by the first digits of the code.")
  boolean parentFromCode;

  @Option(
      names = "--number-from",
      paramLabel = "N",
      description = "Areas without a code get numbers from N below --parent, west to east.")
  @Nullable String numberFrom;

  @Option(
      names = "--scratch-district",
      paramLabel = "CODE",
      description =
          "Areas without a code are numbered in a district made for trying "
              + "out, 999 grids a community.")
  @Nullable String scratchDistrict;

  @Option(
      names = "--name-pattern",
      paramLabel = "TEXT",
      description = "Name of areas without one: text with {record}, {code} or {a " + "property}.")
  @Nullable String namePattern;

  @Option(
      names = "--property",
      paramLabel = "FACT=NAME",
      description =
          "Property that holds code, name, parent, level, kind, households "
              + "or population; may be repeated.")
  Map<String, String> property = new LinkedHashMap<>();

  @Option(
      names = "--valid-from",
      paramLabel = "INSTANT",
      description =
          "When the areas begin to be in force: 2026-12-01T00:00:00+08:00 " + "(default: now).")
  @Nullable String validFrom;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for every area.")
  @Nullable String reason;

  @Option(names = "--check", description = "Only report; load nothing.")
  boolean check;

  @Option(names = "--strict", description = "Load nothing when a single record is refused.")
  boolean strict;

  @Option(names = "--replace", description = "Give existing areas the state the file tells.")
  boolean replace;

  /** The same as words, for the importer here or behind a server. */
  Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    put(words, ImportWords.FORMAT, format);
    put(words, ImportWords.CRS, crs);
    put(words, ImportWords.LEVEL, level);
    put(words, ImportWords.PARTITION, partition);
    put(words, ImportWords.PARENT, parent);
    put(words, ImportWords.PARENT_FROM_CODE, parentFromCode ? "true" : null);
    put(words, ImportWords.NUMBER_FROM, numberFrom);
    put(words, ImportWords.SCRATCH_DISTRICT, scratchDistrict);
    put(words, ImportWords.NAME_PATTERN, namePattern);
    put(words, ImportWords.PROPERTY, properties());
    put(words, ImportWords.VALID_FROM, validFrom);
    put(words, ImportWords.REASON, reason);
    put(words, ImportWords.CHECK, check ? "true" : null);
    put(words, ImportWords.STRICT, strict ? "true" : null);
    put(words, ImportWords.REPLACE, replace ? "true" : null);
    return words;
  }

  private @Nullable String properties() {
    return property.isEmpty()
        ? null
        : property.entrySet().stream()
            .map(one -> one.getKey() + "=" + one.getValue())
            .collect(Collectors.joining(","));
  }

  private static void put(Map<String, String> words, ImportWords word, @Nullable String value) {
    if (value != null) {
      words.put(word.word(), value);
    }
  }
}
