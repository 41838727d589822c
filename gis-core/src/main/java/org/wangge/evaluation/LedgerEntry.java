package org.wangge.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wangge.incident.Action;
import org.wangge.incident.Deed;
import org.wangge.incident.Incident;
import org.wangge.incident.Standing;

/**
 * What anyone may read of an incident: nothing of who reported it, of what was said, of who did
 * what, or of where exactly it is.
 *
 * @param category code of its category
 * @param promise what is promised
 * @param reportedAt when it came in
 * @param steps what was done, as far as it is of the life cycle, each once, in their order
 * @param standing how it stands
 * @param late whether it was handled after its time, or is open past it
 * @param satisfied whether its reporters are satisfied; empty where none has said
 */
public record LedgerEntry(
    String category,
    String promise,
    Instant reportedAt,
    List<Step> steps,
    Standing standing,
    boolean late,
    Optional<Boolean> satisfied) {

  private static final List<Action> TOLD =
      List.of(Action.ACCEPT, Action.FILE, Action.DISPATCH, Action.REPORT_BACK, Action.CLOSE);

  public LedgerEntry {
    steps = List.copyOf(steps);
  }

  /**
   * Something that was done.
   *
   * @param action what
   * @param at when, the last time
   */
  public record Step(Action action, Instant at) {}

  static LedgerEntry of(
      Incident incident, String promise, List<Deed> deeds, List<Rating> ratings, Instant now) {
    List<Step> steps = new ArrayList<>();
    for (Action action : TOLD) {
      deeds.stream()
          .filter(deed -> deed.action() == action)
          .reduce((earlier, later) -> later)
          .ifPresent(deed -> steps.add(new Step(action, deed.at())));
    }
    return new LedgerEntry(
        incident.category(),
        promise,
        incident.reportedAt(),
        steps,
        incident.life().standing(),
        incident.overdue(now),
        ratings.isEmpty()
            ? Optional.empty()
            : Optional.of(ratings.stream().allMatch(one -> one.score().isSatisfied())));
  }
}
