package org.wangge.grid;

import org.wangge.word.Word;

/**
 * How many resident households an area of a level and kind should have. Data, not constants: places
 * differ (domain.md, "Rules of a good grid plan").
 *
 * @param level of the areas it is for
 * @param kind of the areas it is for
 * @param minHouseholds least that is right
 * @param maxHouseholds most that is right
 */
public record SizeRule(Level level, GridKind kind, int minHouseholds, int maxHouseholds) {

  /** How an area stands against the rule. */
  public enum Verdict implements Word {
    WITHIN,
    BELOW,
    ABOVE;
  }

  public SizeRule {
    if (minHouseholds < 0 || maxHouseholds < minHouseholds) {
      throw new IllegalArgumentException(minHouseholds + " to " + maxHouseholds + " households");
    }
  }

  public boolean appliesTo(Area area) {
    return area.level() == level && area.kind() == kind;
  }

  public Verdict judge(int households) {
    if (households < minHouseholds) {
      return Verdict.BELOW;
    }
    return households > maxHouseholds ? Verdict.ABOVE : Verdict.WITHIN;
  }
}
