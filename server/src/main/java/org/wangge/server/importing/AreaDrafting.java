package org.wangge.server.importing;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fault.Invalid;
import org.wangge.geo.CoordinateSystem;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.geo.ShapeCheck;
import org.wangge.grid.AreaDraft;
import org.wangge.grid.CodeScheme;
import org.wangge.grid.GridKind;
import org.wangge.grid.Level;
import org.wangge.grid.RecordPlace;
import org.wangge.server.importing.PropertyNames.Fact;

/** Makes a draft of an area out of a record of a file. Pure; thread-safe. */
final class AreaDrafting {
  private static final int LONGEST_NAME = 100;
  private static final Pattern BLANK = Pattern.compile("\\{([^{}]{1,60})}");

  private final Rules rules;
  private final CodeScheme scheme;
  private final CoordinateSystem crs;
  private final ShapeCheck shapes;

  /**
   * @param scheme rule of the codes
   * @param crs system of the file's coordinates
   * @param shapes judge of outlines
   */
  AreaDrafting(Rules rules, CodeScheme scheme, CoordinateSystem crs, ShapeCheck shapes) {
    this.rules = rules;
    this.scheme = scheme;
    this.crs = crs;
    this.shapes = shapes;
  }

  /**
   * How a record becomes an area.
   *
   * @param partition the partition the areas are for
   * @param names under which names the facts stand
   * @param levelOrNull level of records that do not say theirs
   * @param parentOrNull code of the area above, for records that do not say theirs
   * @param parentFromCode whether that code is otherwise the first digits of their own
   * @param namePatternOrNull name of records that have none: text with {@code {property}}, {@code
   *     {record}} for the number of the record and {@code {code}} for the code it gets
   */
  public record Rules(
      String partition,
      PropertyNames names,
      @Nullable Level levelOrNull,
      @Nullable String parentOrNull,
      boolean parentFromCode,
      @Nullable String namePatternOrNull) {}

  /**
   * The draft; its code is empty where the record has none.
   *
   * @throws RecordRefused when the record cannot be an area
   */
  AreaDraft draft(RawArea raw) {
    String code = find(raw.properties(), Fact.CODE).orElse("");
    Level level = level(raw, code);
    return new AreaDraft(
        raw.place(),
        code,
        level,
        shortName(raw),
        parent(raw, level, code),
        kind(raw),
        count(raw, Fact.HOUSEHOLDS),
        count(raw, Fact.POPULATION),
        shape(raw),
        anchor(raw.anchorOrNull()));
  }

  private Level level(RawArea raw, String code) {
    Optional<String> said = find(raw.properties(), Fact.LEVEL);
    if (said.isPresent()) {
      return Level.find(said.get())
          .orElseThrow(() -> new RecordRefused("level-unknown", Map.of("level", cut(said.get()))));
    }
    if (rules.levelOrNull() != null) {
      return rules.levelOrNull();
    }
    return scheme
        .levelOf(code)
        .orElseThrow(() -> new RecordRefused("level-missing", Map.of("code", cut(code))));
  }

  private String shortName(RawArea raw) {
    String name = name(raw.place(), raw.properties());
    if (name.length() > LONGEST_NAME) {
      throw new RecordRefused("name-length", Map.of("longest", LONGEST_NAME));
    }
    return name;
  }

  /** The name a record has or gets; empty where it has none and no pattern says one. */
  String name(RecordPlace place, Map<String, String> properties) {
    return find(properties, Fact.NAME)
        .or(
            () ->
                Optional.ofNullable(rules.namePatternOrNull()).map(p -> fill(p, place, properties)))
        .orElse("");
  }

  private static String fill(String pattern, RecordPlace place, Map<String, String> properties) {
    return BLANK
        .matcher(pattern)
        .replaceAll(
            blank -> {
              String word = blank.group(1);
              String value =
                  switch (word) {
                    case "record" -> Integer.toString(place.record());
                    case "code" -> "{code}";
                    default -> properties.getOrDefault(word, "");
                  };
              return Matcher.quoteReplacement(value);
            })
        .strip();
  }

  private @Nullable String parent(RawArea raw, Level level, String code) {
    Optional<String> said = find(raw.properties(), Fact.PARENT);
    if (said.isPresent()) {
      return said.get();
    }
    if (level == Level.DISTRICT || level == Level.OVERLAY) {
      return null;
    }
    if (rules.parentOrNull() != null) {
      return rules.parentOrNull();
    }
    return rules.parentFromCode() ? firstDigits(level, code) : null;
  }

  /** The code without its last three digits, where it is one of the level. */
  private @Nullable String firstDigits(Level level, String code) {
    Integer digits = scheme.digits().get(level);
    return digits != null && code.length() == digits ? code.substring(0, digits - 3) : null;
  }

  private @Nullable GridKind kind(RawArea raw) {
    Optional<String> said = find(raw.properties(), Fact.KIND);
    return said.isEmpty()
        ? null
        : GridKind.find(said.get())
            .orElseThrow(() -> new RecordRefused("kind-unknown", Map.of("kind", cut(said.get()))));
  }

  private @Nullable Integer count(RawArea raw, Fact fact) {
    Optional<String> said = find(raw.properties(), fact);
    if (said.isEmpty()) {
      return null;
    }
    try {
      double value = Double.parseDouble(said.get());
      if (value >= 0 && value <= Integer.MAX_VALUE && value == Math.rint(value)) {
        return (int) value;
      }
    } catch (NumberFormatException unreadable) {
      // Told below, as any other value that is no count.
    }
    throw new RecordRefused(
        "count-unreadable", Map.of("property", fact.word(), "value", cut(said.get())));
  }

  private @Nullable LatticeShape shape(RawArea raw) {
    if (raw.geometryOrNull() == null) {
      return null;
    }
    try {
      return shapes.judge(crs.toWgs84(raw.geometryOrNull())).orThrow("geometry");
    } catch (Invalid invalid) {
      throw new RecordRefused(invalid.code(), invalid.details());
    }
  }

  private @Nullable LatticePoint anchor(@Nullable Coordinate point) {
    if (point == null) {
      return null;
    }
    try {
      return crs.toWgs84(point.x, point.y).toLattice();
    } catch (Invalid invalid) {
      throw new RecordRefused(invalid.code(), invalid.details());
    }
  }

  /** What a record tells. */
  Optional<String> find(Map<String, String> properties, Fact fact) {
    return rules.names().find(properties, fact);
  }

  private static String cut(String text) {
    return text.length() > 60 ? text.substring(0, 60) : text;
  }
}
