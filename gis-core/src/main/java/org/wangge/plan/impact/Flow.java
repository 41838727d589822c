package org.wangge.plan.impact;

import java.util.Map;
import org.wangge.plan.compare.Move;

/**
 * All that goes from one grid to another.
 *
 * @param move from which to which
 * @param squareMeters ground
 * @param figures the rest, added up by word
 */
public record Flow(Move move, double squareMeters, Map<String, Integer> figures) {
  public Flow {
    figures = Map.copyOf(figures);
  }
}
