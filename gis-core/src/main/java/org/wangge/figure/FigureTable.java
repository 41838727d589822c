package org.wangge.figure;

import java.util.List;
import java.util.Optional;

/**
 * Figures as they were asked for, with those of the period before and of the same of last year.
 *
 * @param question what was asked
 * @param span the period, and as of when
 * @param total of all cases that were asked for
 * @param groups those that have any case in the period, in the order of their keys; {@link
 *     Grouping#NONE} last
 * @param rules by which they are graded
 */
public record FigureTable(
    Question question, Period.Span span, Three total, List<Group> groups, GradeRules rules) {

  public FigureTable {
    groups = List.copyOf(groups);
  }

  /**
   * What was counted, and what before.
   *
   * @param now in the period
   * @param before in the period before
   * @param lastYear in the same of last year
   */
  public record Three(Tally now, Tally before, Tally lastYear) {}

  /**
   * A group.
   *
   * @param key code or word of what it is of; {@link Grouping#NONE} for those that belong to none
   * @param name what its area was called at the end of the period; empty of what is no area
   * @param level of its area, as a word; empty of what is no area of the tree
   * @param figures what was counted
   */
  public record Group(String key, Optional<String> name, Optional<String> level, Three figures) {}
}
