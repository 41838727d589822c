package org.wangge.server.importing;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wangge.grid.AreaFinding;
import org.wangge.grid.CoverageReport;
import org.wangge.grid.Level;
import org.wangge.grid.RecordPlace;

/**
 * What became of a file: every refusal, with where and why.
 *
 * @param origin which file it was and how it was read
 * @param outcome what was done in the end
 * @param counts how many records went which way
 * @param levels how many areas of each level were accepted
 * @param stop why the whole file was given up, where it was
 * @param refusals every record that was refused, in the order of the file
 * @param warnings the first {@value #MAX_WARNINGS} remarks; all are counted
 * @param withoutPoint areas accepted although nobody knows where they are
 * @param coverage how well the outlines of each level cover the ground
 */
public record ImportReport(
    Origin origin,
    Outcome outcome,
    Counts counts,
    Map<Level, Integer> levels,
    Optional<AreaFinding> stop,
    List<AreaFinding> refusals,
    List<AreaFinding> warnings,
    List<Unplaced> withoutPoint,
    Map<Level, CoverageReport> coverage) {
  /** So many remarks are told in full. */
  public static final int MAX_WARNINGS = 2_000;

  public ImportReport {
    levels = sorted(levels);
    refusals = List.copyOf(refusals);
    warnings = List.copyOf(warnings);
    withoutPoint = List.copyOf(withoutPoint);
    coverage = sorted(coverage);
  }

  /** What was done in the end. */
  public enum Outcome {
    /** All that was accepted is on record. */
    LOADED,
    /** Only looked at, as asked. */
    CHECKED,
    /** Nothing loaded, since a record was refused and the caller wanted all or nothing. */
    REFUSED,
    /** Nothing loaded, since the file as a whole could not be read or used. */
    STOPPED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Which file it was.
   *
   * @param file its name
   * @param outlineFile name of the second file
   * @param format how it was read; empty when that was never known
   * @param formatRecognized whether the format was told from the file, not by the caller
   * @param crs what its coordinates were taken to be in; empty when that was never known
   * @param crsUsual whether that is the system all files of the format are in, not said by the
   *     caller
   * @param partition the partition the areas are for
   */
  public record Origin(
      String file,
      Optional<String> outlineFile,
      String format,
      boolean formatRecognized,
      String crs,
      boolean crsUsual,
      String partition) {}

  /**
   * How many records went which way.
   *
   * @param read records in the file
   * @param added areas that had never been
   * @param changed existing areas that got another state
   * @param unchanged existing areas that were just so already
   * @param refused records that were not taken
   * @param warnings remarks
   * @param parentsMade areas made to hang the others from; they count as added or unchanged too
   */
  public record Counts(
      int read, int added, int changed, int unchanged, int refused, int warnings, int parentsMade) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    /** Records of the file that were taken. */
    public int accepted() {
      return added + changed + unchanged - parentsMade;
    }
  }

  /**
   * An area without outline and centre point.
   *
   * @param place where in the file
   */
  public record Unplaced(RecordPlace place, String code, String name) {}

  /** Whether areas of the file are on record now. */
  public boolean loaded() {
    return outcome == Outcome.LOADED;
  }

  /** How well the outlines of one level cover the ground; empty when none came in. */
  public CoverageReport coverageOf(Level level) {
    return coverage.getOrDefault(level, CoverageReport.empty());
  }

  private static <V> Map<Level, V> sorted(Map<Level, V> given) {
    EnumMap<Level, V> sorted = new EnumMap<>(Level.class);
    sorted.putAll(given);
    return java.util.Collections.unmodifiableMap(sorted);
  }
}
