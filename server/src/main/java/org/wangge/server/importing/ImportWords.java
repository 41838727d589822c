package org.wangge.server.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Invalid;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.server.http.Parameters;

/**
 * The options of an import as words, the same on the command line and in an address. Each is read
 * strictly; what cannot be read is refused before the file is touched.
 */
public enum ImportWords {
  /** Word of the format; told from the file otherwise. */
  FORMAT("format"),
  /** Coordinate system of the file. */
  CRS("crs"),
  /** Level of areas that do not say theirs. */
  LEVEL("level"),
  /** Partition the areas are for. */
  PARTITION("partition"),
  /** Code of the area above, for areas that do not say theirs. */
  PARENT("parent"),
  /** {@code true}: the area above is otherwise named by the first digits of the code. */
  PARENT_FROM_CODE("parentFromCode"),
  /** First number to give to areas without a code, below the parent. */
  NUMBER_FROM("numberFrom"),
  /** Code of a district made for trying out, in which areas without a code are numbered. */
  SCRATCH_DISTRICT("scratchDistrict"),
  /** How areas without a name are called. */
  NAME_PATTERN("namePattern"),
  /** Properties that hold facts: {@code code=GRIDCODE,name=MC}. */
  PROPERTY("property"),
  /** {@code true}: report, but load nothing. */
  CHECK("check"),
  /** {@code true}: load nothing when a record is refused. */
  STRICT("strict"),
  /** {@code true}: give existing areas the state of the file. */
  REPLACE("replace"),
  /** When the areas begin to be in force. */
  VALID_FROM("validFrom"),
  /** Why, for every area. */
  REASON("reason");

  private static final String USUAL_NAME = "网格 {record}";
  private static final int LONGEST_REASON = 500;

  private final String word;

  ImportWords(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /**
   * The options that words mean.
   *
   * @param words value by word; one that is absent is not said
   * @throws Invalid with the word as its field
   */
  public static ImportOptions options(Map<String, String> words) {
    return new Reading(words).options();
  }

  private record Reading(Map<String, String> words) {

    ImportOptions options() {
      AreaNumbering numbering = numbering();
      String pattern = text(NAME_PATTERN);
      boolean numbered = !(numbering instanceof AreaNumbering.Own);
      String partition = text(PARTITION);
      return new ImportOptions(
          text(FORMAT),
          text(CRS),
          new AreaDrafting.Rules(
              partition == null ? Partition.TREE : partition,
              PropertyNames.USUAL.with(properties()),
              level(),
              text(PARENT),
              flag(PARENT_FROM_CODE),
              pattern == null && numbered ? USUAL_NAME : pattern),
          numbering,
          new ImportOptions.Policy(
              flag(CHECK), flag(STRICT), flag(REPLACE), validFrom(), reason()));
    }

    private AreaNumbering numbering() {
      String scratch = text(SCRATCH_DISTRICT);
      String from = text(NUMBER_FROM);
      String parent = text(PARENT);
      if (scratch != null) {
        refuseTogether(SCRATCH_DISTRICT, NUMBER_FROM);
        refuseTogether(SCRATCH_DISTRICT, PARENT);
        if (!scratch.matches("[0-9]{6}")) {
          throw unreadable(SCRATCH_DISTRICT, "000001–999999");
        }
        return new AreaNumbering.ScratchDistrict(scratch);
      }
      if (from == null) {
        return new AreaNumbering.Own();
      }
      if (parent == null || !from.matches("[0-9]{1,3}") || Integer.parseInt(from) < 1) {
        throw unreadable(NUMBER_FROM, "1–999, with " + PARENT.word);
      }
      return new AreaNumbering.Below(parent, Integer.parseInt(from));
    }

    private void refuseTogether(ImportWords one, ImportWords other) {
      if (text(one) != null && text(other) != null) {
        throw new Invalid(
            other.word, "options-conflict", Map.of("one", one.word, "other", other.word));
      }
    }

    private Map<String, String> properties() {
      Map<String, String> properties = new LinkedHashMap<>();
      String said = text(PROPERTY);
      if (said == null) {
        return properties;
      }
      List<String> facts =
          Stream.of(PropertyNames.Fact.values()).map(PropertyNames.Fact::word).toList();
      for (String one : said.split(",", -1)) {
        int equals = one.indexOf('=');
        if (equals < 1 || equals == one.length() - 1 || !facts.contains(one.substring(0, equals))) {
          throw unreadable(
              PROPERTY, facts.stream().map(fact -> fact + "=…").collect(Collectors.joining(", ")));
        }
        properties.put(one.substring(0, equals), one.substring(equals + 1));
      }
      return properties;
    }

    private @Nullable Level level() {
      String said = text(LEVEL);
      if (said == null) {
        return null;
      }
      String known =
          Arrays.stream(Level.values()).map(Level::word).collect(Collectors.joining(", "));
      return Level.find(said).orElseThrow(() -> unreadable(LEVEL, known));
    }

    private @Nullable Instant validFrom() {
      String said = text(VALID_FROM);
      return said == null
          ? null
          : Parameters.findInstant(said)
              .orElseThrow(() -> unreadable(VALID_FROM, "2026-12-01T00:00:00+08:00"));
    }

    private String reason() {
      String said = text(REASON);
      if (said != null && said.length() > LONGEST_REASON) {
        throw new Invalid(REASON.word, "reason-length", Map.of("longest", LONGEST_REASON));
      }
      return said == null ? "import" : said;
    }

    private boolean flag(ImportWords which) {
      String said = text(which);
      if (said != null && !said.equals("true") && !said.equals("false")) {
        throw unreadable(which, "true, false");
      }
      return "true".equals(said);
    }

    private @Nullable String text(ImportWords which) {
      String said = words.get(which.word);
      return said == null || said.isBlank() ? null : said.strip();
    }

    private Invalid unreadable(ImportWords which, String known) {
      String value = Optional.ofNullable(text(which)).orElse("");
      return new Invalid(
          which.word,
          "option-unreadable",
          Map.of("option", which.word, "value", value, "known", known));
    }
  }

  /** All words, for those who refuse others. */
  public static List<String> words() {
    List<String> words = new ArrayList<>();
    for (ImportWords one : values()) {
      words.add(one.word);
    }
    return words;
  }
}
