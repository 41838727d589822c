package org.wangge.figure;

import java.util.List;
import java.util.Optional;

/**
 * Figures as they were asked for, with those of the period before and of the same of last year.
 *
 * @param question what was asked
 * @param span the period, and as of when
 * @param chain the area that was asked for with all above it, from the top down; empty for all
 * @param overlay what the overlay area that was asked for was called at the end of the period
 * @param total of all cases that were asked for
 * @param groups those that have any case in the period, in the order of their keys; {@link
 *     Grouping#NONE} last
 * @param rules by which they are graded
 */
public record FigureTable(
    Question question,
    Period.Span span,
    List<Step> chain,
    Optional<String> overlay,
    Three total,
    List<Group> groups,
    GradeRules rules) {

  public FigureTable {
    chain = List.copyOf(chain);
    groups = List.copyOf(groups);
  }

  /**
   * An area of the tree.
   *
   * @param code of it
   * @param name what it was called at the end of the period; empty for one that never was
   * @param level as a word; empty likewise
   */
  public record Step(String code, Optional<String> name, Optional<String> level) {}

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
