package org.wangge.patrol.round;

import java.time.Instant;
import java.util.List;

/**
 * A patrol that is due: one person, one time.
 *
 * @param plan the version it is due by
 * @param staffCode code of the person
 * @param spans when it can be walked, each later than the one before; one but for weekly plans
 */
public record DueRun(PatrolPlan plan, String staffCode, List<Span> spans) {

  public DueRun {
    spans = List.copyOf(spans);
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("a patrol at no time");
    }
  }

  public Instant from() {
    return spans.get(0).from();
  }

  public Instant to() {
    return spans.get(spans.size() - 1).to();
  }
}
