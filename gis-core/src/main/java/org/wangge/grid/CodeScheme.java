package org.wangge.grid;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wangge.fault.Invalid;

/**
 * How codes of areas are made, as data: schemes differ between standards and years, so each has an
 * id and a version and every area says which one its code follows.
 *
 * @param id which family, such as {@code gb-grid}
 * @param version which issue of it
 * @param digits how many digits a code of each level has; a level without an entry has no digits
 *     rule
 */
public record CodeScheme(String id, int version, Map<Level, Integer> digits) {
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern REFERENCE = Pattern.compile("(.+)/([0-9]{1,6})");
  private static final Pattern FREE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,31}");

  /**
   * What a fresh installation starts with; what an installation uses stands in its store. District
   * 6 digits (GB/T 2260), street +3 (GB/T 10114), community +3, grid +3 = 15, micro-grid +3.
   * Overlay areas: up to 32 letters, digits and hyphens.
   */
  public static final CodeScheme GB_GRID_1 =
      new CodeScheme(
          "gb-grid",
          1,
          Map.of(
              Level.DISTRICT, 6,
              Level.STREET, 9,
              Level.COMMUNITY, 12,
              Level.GRID, 15,
              Level.MICRO_GRID, 18));

  public CodeScheme {
    digits = Map.copyOf(digits);
  }

  /**
   * Refuses a code that does not follow the scheme.
   *
   * @param field where the code stood, for the answer
   */
  public void check(String field, Level level, String code) {
    Integer wanted = digits.get(level);
    if (wanted == null) {
      if (!FREE.matcher(code).matches()) {
        throw new Invalid(field, "code-form", Map.of("code", code));
      }
    } else if (code.length() != wanted || !DIGITS.matcher(code).matches()) {
      throw new Invalid(
          field,
          "code-length",
          Map.of("code", code, "level", level.word(), "digits", wanted, "given", code.length()));
    }
  }

  /** The level whose codes have this many digits. */
  public Optional<Level> levelOf(String code) {
    Map<Integer, Level> byLength = new java.util.HashMap<>();
    new EnumMap<>(digits).forEach((level, length) -> byLength.put(length, level));
    return Optional.ofNullable(byLength.get(code.length()));
  }

  /** The next issue, with the same digits. */
  public CodeScheme next() {
    return new CodeScheme(id, version + 1, digits);
  }

  /**
   * The reference of the issue after one.
   *
   * @throws Invalid with code {@code code-scheme-unknown} when this is no reference
   */
  public static String nextOf(String reference) {
    Matcher parts = REFERENCE.matcher(reference);
    if (!parts.matches()) {
      throw new Invalid("scheme", "code-scheme-unknown", Map.of("scheme", reference));
    }
    return new CodeScheme(parts.group(1), Integer.parseInt(parts.group(2)), Map.of())
        .next()
        .reference();
  }

  /** Written beside every code: {@code gb-grid/1}. */
  public String reference() {
    return id + "/" + version;
  }
}
