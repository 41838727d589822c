package org.wangge.grid;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.wangge.grid.CoverageFlaw.Kind;

/**
 * How well areas of one level cover the ground.
 *
 * @param areas how many were looked at
 * @param pieces how many separate pieces they form together; a coverage forms one
 * @param squareMeters ground they hold together, counted once
 * @param counts how many flaws of each kind there are
 * @param flaws the largest of them
 * @param complete whether everything was counted; false where a bound was reached
 */
public record CoverageReport(
    int areas,
    int pieces,
    double squareMeters,
    Map<Kind, Integer> counts,
    List<CoverageFlaw> flaws,
    boolean complete) {

  public CoverageReport {
    EnumMap<Kind, Integer> sorted = new EnumMap<>(Kind.class);
    sorted.putAll(counts);
    counts = java.util.Collections.unmodifiableMap(sorted);
    flaws = List.copyOf(flaws);
  }

  /** Nothing to look at. */
  public static CoverageReport empty() {
    return new CoverageReport(0, 0, 0, Map.of(), List.of(), true);
  }

  public int count(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }
}
