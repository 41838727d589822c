package org.wangge.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.wangge.incident.Action;
import org.wangge.incident.Arrival;

/** When what is done to an incident, from its report to its end. */
record Course(
    Instant accepted, Instant filed, Instant dispatched, Instant handled, Instant closed) {

  static Course of(Instant reported, Duration limit, Dice dice) {
    Instant accepted = reported.plusSeconds(wait(dice, 1_500));
    Instant filed = accepted.plusSeconds(wait(dice, 900));
    double lot = dice.unit();
    double share =
        lot < 0.84
            ? dice.between(0.25, 0.96)
            : lot < 0.97 ? dice.between(1.02, 2.2) : dice.between(5, 30);
    double seconds = limit.toSeconds() * share;
    double waited = dice.chance(0.12) ? dice.between(0.2, 0.5) : dice.between(0.01, 0.1);
    return new Course(
        accepted,
        filed,
        filed.plusSeconds((long) (seconds * waited)),
        filed.plusSeconds((long) (seconds * dice.between(0.6, 0.9))),
        filed.plusSeconds((long) seconds));
  }

  /** Mostly minutes, now and then half a day. */
  private static int wait(Dice dice, int usualSeconds) {
    return dice.chance(0.2) ? dice.whole(3_600, 50_000) : dice.whole(50, usualSeconds);
  }

  /** What is done, in its order. */
  Map<Action, Instant> actions() {
    Map<Action, Instant> actions = new EnumMap<>(Action.class);
    actions.put(Action.ACCEPT, accepted);
    actions.put(Action.FILE, filed);
    actions.put(Action.DISPATCH, dispatched);
    actions.put(Action.REPORT_BACK, handled);
    actions.put(Action.CLOSE, closed);
    return actions;
  }

  /** What of it is done by an instant. */
  List<Arrival.Done> doneAt(Instant now) {
    return actions().entrySet().stream()
        .filter(action -> !now.isBefore(action.getValue()))
        .map(action -> new Arrival.Done(action.getKey(), action.getValue()))
        .toList();
  }
}
