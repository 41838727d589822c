package org.wangge.incident;

import java.time.Instant;
import java.util.List;
import org.wangge.incident.limit.StageTerms;

/**
 * An incident that is loaded as it stands, with the key of its report.
 *
 * @param key of the report, so that the same is not loaded twice
 * @param reported as it was reported; its id and number are given when it is loaded
 * @param done what was done to it since, in its order
 */
public record Arrival(String key, Incident reported, List<Done> done) {

  public Arrival {
    done = List.copyOf(done);
  }

  /**
   * Something that was done.
   *
   * @param action what
   * @param at when
   */
  public record Done(Action action, Instant at) {}

  /** The incident as it stands after all of it, its clocks under some terms. */
  public Incident asItStands(StageTerms terms) {
    Incident incident = reported.reported(terms);
    for (Done one : done) {
      incident = incident.after(one.action(), new Life.Circumstances(one.at(), terms, null));
    }
    return incident;
  }
}
