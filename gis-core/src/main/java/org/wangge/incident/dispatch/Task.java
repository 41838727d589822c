package org.wangge.incident.dispatch;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.incident.Action;
import org.wangge.incident.Handler;
import org.wangge.word.Word;

/**
 * That somebody shall handle an incident. Immutable.
 *
 * @param id given by the store, from 1; 0 before
 * @param incidentId which
 * @param handler who
 * @param leads whether they lead the others
 * @param state what they say to it
 * @param givenAt since when
 * @param answeredAtOrNull when they last answered; null before
 * @param answeredByOrNull by which account; null before
 */
public record Task(
    long id,
    String incidentId,
    Handler handler,
    boolean leads,
    State state,
    Instant givenAt,
    @Nullable Instant answeredAtOrNull,
    @Nullable String answeredByOrNull) {

  /** How a task stands. */
  public enum State implements Word {
    /** 待接单: given, not answered. */
    OFFERED,
    /** 已接单. */
    TAKEN,
    /** 已拒单. */
    DECLINED,
    /** The incident is out of the handler's hands. */
    ENDED;

    public static Optional<State> find(String word) {
      return Word.find(State.class, word);
    }
  }

  /** One that is given. */
  static Task given(String incidentId, Handler handler, boolean leads, Instant now) {
    return new Task(0, incidentId, handler, leads, State.OFFERED, now, null, null);
  }

  /** Whether the handler still has it. */
  public boolean isOpen() {
    return state == State.OFFERED || state == State.TAKEN;
  }

  /** What can be answered to it. */
  Set<Action> answers() {
    return switch (state) {
      case OFFERED -> EnumSet.of(Action.TAKE, Action.DECLINE);
      case TAKEN -> EnumSet.of(Action.DECLINE);
      case DECLINED, ENDED -> EnumSet.noneOf(Action.class);
    };
  }

  Task answered(State next, Instant now, String account) {
    return new Task(id, incidentId, handler, leads, next, givenAt, now, account);
  }

  Task ended() {
    return new Task(
        id, incidentId, handler, leads, State.ENDED, givenAt, answeredAtOrNull, answeredByOrNull);
  }

  Task leading() {
    return new Task(
        id, incidentId, handler, true, state, givenAt, answeredAtOrNull, answeredByOrNull);
  }
}
