package org.wangge.patrol.round;

import org.jspecify.annotations.Nullable;

/**
 * Which patrols to list. Whatever is null does not narrow.
 *
 * @param time those that touch it
 * @param planId only those of this plan
 * @param staffCode only those of this person
 * @param area code of an area of the tree: only those with a grid in it
 */
public record RunQuery(
    Span time, @Nullable Long planId, @Nullable String staffCode, @Nullable String area) {

  /** All in a time. */
  public static RunQuery during(Span time) {
    return new RunQuery(time, null, null, null);
  }

  boolean asksFor(DueRun due) {
    return (planId == null || planId == due.plan().id())
        && (staffCode == null || staffCode.equals(due.staffCode()))
        && (area == null
            || due.plan().terms().gridCodes().stream().anyMatch(code -> code.startsWith(area)));
  }
}
