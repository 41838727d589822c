package org.wangge.incident.dispatch;

import java.util.List;
import java.util.OptionalDouble;
import org.wangge.incident.Handler;
import org.wangge.word.Word;

/**
 * Somebody who could handle an incident, and what speaks for it.
 *
 * @param handler who
 * @param reasons why, the weightiest first
 * @param distanceMeters how far away they are, where that is known
 * @param open how much they have in hand
 * @param score the weights of the reasons together, less the load
 */
public record Suggestion(
    Handler handler, List<Reason> reasons, OptionalDouble distanceMeters, int open, double score) {

  public Suggestion {
    reasons = List.copyOf(reasons);
  }

  /** What speaks for somebody. */
  public enum Reason implements Word {
    /** The department is there for this category. */
    DEPARTMENT_OF_CATEGORY,
    /** In charge of the grid it lies in. */
    IN_CHARGE_OF_GRID,
    /** On duty close by. */
    NEAR;
  }
}
