package org.wangge.server.importing;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the caller says about a file and wants done with it.
 *
 * @param formatOrNull word of the format; recognized from the file otherwise
 * @param crsOrNull name of the coordinate system; only formats that are always in one may do
 *     without
 * @param rules how a record becomes an area
 * @param numbering codes for records that have none
 * @param policy what to do with the areas
 */
public record ImportOptions(
    @Nullable String formatOrNull,
    @Nullable String crsOrNull,
    AreaDrafting.Rules rules,
    AreaNumbering numbering,
    Policy policy) {

  public Optional<String> format() {
    return Optional.ofNullable(formatOrNull);
  }

  public Optional<String> crs() {
    return Optional.ofNullable(crsOrNull);
  }

  /**
   * What to do with the areas of a file.
   *
   * @param checkOnly report, but load nothing
   * @param strict load nothing when a single record is refused
   * @param replace give existing areas the state the file tells
   * @param validFromOrNull when the areas begin to be in force; now otherwise
   * @param reason why they came to be so, for every area
   */
  public record Policy(
      boolean checkOnly,
      boolean strict,
      boolean replace,
      @Nullable Instant validFromOrNull,
      String reason) {

    /** Loads what is good, leaves existing areas alone. */
    public static Policy usual() {
      return new Policy(false, false, false, null, "import");
    }

    public Optional<Instant> validFrom() {
      return Optional.ofNullable(validFromOrNull);
    }
  }
}
