package org.wangge.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wangge.incident.limit.StageClock;
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
    return loaded(terms).incident();
  }

  /**
   * An incident as it stands, with what its clocks say of the way there.
   *
   * @param incident as it stands
   * @param ended its clocks that have ended, in their order
   */
  record Loaded(Incident incident, List<StageClock> ended) {}

  /** The same with its clocks that have ended: figures are made of them. */
  Loaded loaded(StageTerms terms) {
    Incident incident = reported.reported(terms);
    List<StageClock> ended = new ArrayList<>();
    for (Done one : done) {
      Incident next = incident.after(one.action(), new Life.Circumstances(one.at(), terms, null));
      ended.addAll(incident.life().clocks().endedIn(next.life().clocks(), one.at()));
      incident = next;
    }
    return new Loaded(incident, ended);
  }
}
