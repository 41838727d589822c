package org.wangge.incident;

import java.util.Map;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Hands of which somebody else is told too what was done, in the same transaction. Thread-safe. */
public final class FollowedHands implements Hands {
  private final Hands hands;
  private final IncidentFollower follower;

  /**
   * Makes them.
   *
   * @param hands asked and told first
   */
  public FollowedHands(Hands hands, IncidentFollower follower) {
    this.hands = hands;
    this.follower = follower;
  }

  @Override
  public Action judge(Tx tx, Caller caller, Incident incident, IncidentRegister.Order order) {
    return hands.judge(tx, caller, incident, order);
  }

  @Override
  public Map<String, Set<Action>> answers(Tx tx, Caller caller) {
    return hands.answers(tx, caller);
  }

  @Override
  public void done(Tx tx, Caller caller, Incident changed, IncidentRegister.Order order) {
    hands.done(tx, caller, changed, order);
    follower.done(tx, caller, changed);
  }
}
