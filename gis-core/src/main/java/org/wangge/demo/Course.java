package org.wangge.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.incident.Action;
import org.wangge.incident.Arrival;

/**
 * When what is done to an incident, from its report to its end.
 *
 * @param declinedOrNull when one of those it is given to declines; null where nobody does
 */
record Course(
    Instant accepted,
    Instant filed,
    Instant dispatched,
    @Nullable Instant declinedOrNull,
    Instant taken,
    Instant handled,
    Instant closed) {

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
    Instant dispatched = filed.plusSeconds((long) (seconds * waited));
    Instant handled = filed.plusSeconds((long) (seconds * dice.between(0.6, 0.9)));
    long between = Duration.between(dispatched, handled).toSeconds();
    return new Course(
        accepted,
        filed,
        dispatched,
        dice.chance(0.2) ? dispatched.plusSeconds(between / 50) : null,
        dispatched.plusSeconds((long) (between * dice.between(0.03, 0.3))),
        handled,
        filed.plusSeconds((long) seconds));
  }

  /** Mostly minutes, now and then half a day. */
  private static int wait(Dice dice, int usualSeconds) {
    return dice.chance(0.2) ? dice.whole(3_600, 50_000) : dice.whole(50, usualSeconds);
  }

  /** What is done, in its order. */
  List<Arrival.Done> all() {
    List<Arrival.Done> all = new ArrayList<>();
    all.add(new Arrival.Done(Action.ACCEPT, accepted));
    all.add(new Arrival.Done(Action.FILE, filed));
    all.add(new Arrival.Done(Action.DISPATCH, dispatched));
    if (declinedOrNull != null) {
      all.add(new Arrival.Done(Action.DECLINE, declinedOrNull));
    }
    all.add(new Arrival.Done(Action.TAKE, taken));
    all.add(new Arrival.Done(Action.REPORT_BACK, handled));
    all.add(new Arrival.Done(Action.CLOSE, closed));
    return all;
  }

  /** What of it is done by an instant. */
  List<Arrival.Done> doneAt(Instant now) {
    return all().stream().filter(done -> !now.isBefore(done.at())).toList();
  }
}
