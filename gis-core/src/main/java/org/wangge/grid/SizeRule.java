package org.wangge.grid;

import org.wangge.word.Word;

/**
 * How large an area of a level and kind should be. Data, not constants: places differ (domain.md,
 * "Rules of a good grid plan"), and what is said of an area holds for all below it, until something
 * else is said there.
 *
 * @param id given by the store, from 1; 0 before
 * @param version counts its changes, from 1; the ETag of it
 * @param area code of the area of the tree it is said of; empty: of everything
 * @param level of the areas it is for
 * @param kind of the areas it is for
 * @param measure what is counted
 * @param min least that is right
 * @param max most that is right
 * @param inForce whether it judges; one that does not keeps that of an area above from judging
 */
public record SizeRule(
    long id,
    int version,
    String area,
    Level level,
    GridKind kind,
    Measure measure,
    int min,
    int max,
    boolean inForce) {

  /** What a rule counts. */
  public enum Measure implements Word {
    /** Resident households (常住户). */
    HOUSEHOLDS,
    /** Buildings, each where its middle is. */
    BUILDINGS;
  }

  /** How an area stands against the rule. */
  public enum Verdict implements Word {
    WITHIN,
    BELOW,
    ABOVE;
  }

  public SizeRule {
    if (min < 0 || max < min) {
      throw new IllegalArgumentException(min + " to " + max);
    }
  }

  /** A rule in force everywhere that is not stored yet. */
  public static SizeRule everywhere(Level level, GridKind kind, Measure measure, int min, int max) {
    return new SizeRule(0, 1, "", level, kind, measure, min, max, true);
  }

  /** The rule one version later, with another band, in force or not. */
  public SizeRule with(int newMin, int newMax, boolean nowInForce) {
    return new SizeRule(id, version + 1, area, level, kind, measure, newMin, newMax, nowInForce);
  }

  /** Whether it is about areas like this one, in the area it is said of. */
  public boolean appliesTo(Area other) {
    return other.level() == level && other.kind() == kind && other.code().startsWith(area);
  }

  /** How a count stands against it. */
  public Verdict judge(int counted) {
    if (counted < min) {
      return Verdict.BELOW;
    }
    return counted > max ? Verdict.ABOVE : Verdict.WITHIN;
  }

  /** How much a count is over (positive) or under (negative); 0 within. */
  public int deviation(int counted) {
    return counted - Math.max(min, Math.min(max, counted));
  }
}
