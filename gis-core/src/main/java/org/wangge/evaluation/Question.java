package org.wangge.evaluation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.word.Word;

/**
 * That a reporter is asked how satisfied they are: one for each report that somebody can follow,
 * from the closing of its incident on. Closed again, it is asked again. Immutable.
 *
 * @param reportKey of the report
 * @param incidentId the incident that was closed: the one as which the report's goes on
 * @param askedAt when it was closed
 * @param until from when on no answer is taken; when it was opened again, if that came first
 * @param ratingOrNull id of the answer that holds; null before one is given
 */
public record Question(
    String reportKey,
    String incidentId,
    Instant askedAt,
    Instant until,
    @Nullable Long ratingOrNull) {

  /** How far a question is. */
  public enum State implements Word {
    /** Waits for an answer. */
    ASKED,
    /** Was answered; the answer may be changed until the question lapses. */
    ANSWERED,
    /** Was not answered in time. */
    LAPSED
  }

  static Question of(String reportKey, String incidentId, Instant closed, Terms terms) {
    return new Question(reportKey, incidentId, closed, closed.plus(terms.answer()), null);
  }

  /** How far it is. */
  public State state(Instant now) {
    if (ratingOrNull != null) {
      return State.ANSWERED;
    }
    return isOpen(now) ? State.ASKED : State.LAPSED;
  }

  /** Whether an answer is taken. */
  public boolean isOpen(Instant now) {
    return now.isBefore(until);
  }
}
