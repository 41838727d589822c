package org.wangge.patrol;

import java.util.List;

/**
 * Fixes of one person, in the order of their times.
 *
 * @param staffCode code of the person
 * @param fixes at least one, each later than the one before
 * @param generated whether a demonstration made them up
 */
public record PersonFixes(String staffCode, List<Fix> fixes, boolean generated) {

  public PersonFixes {
    fixes = List.copyOf(fixes);
    if (fixes.isEmpty()) {
      throw new IllegalArgumentException("no fix of " + staffCode);
    }
  }
}
