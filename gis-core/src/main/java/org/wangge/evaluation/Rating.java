package org.wangge.evaluation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reporter has answered. Never changed: another answer is another rating, so that figures of
 * the past stay what they were. Immutable.
 *
 * @param id given by the store, in the order of answering; 0 before
 * @param reportKey of the report
 * @param incidentId the incident that was closed
 * @param score how satisfied
 * @param words the reporter's own, personal; empty where there are none, where they were erased or
 *     another answer followed
 * @param givenAt when
 * @param reviewedOrNull that a supervisor has looked into it; null before
 */
public record Rating(
    long id,
    String reportKey,
    String incidentId,
    Score score,
    String words,
    Instant givenAt,
    @Nullable Review reviewedOrNull) {
  /** Words are no longer than this. */
  public static final int LONGEST_WORDS = 300;

  /**
   * That somebody has looked into it.
   *
   * @param at when
   * @param account by whom
   * @param remark what was found, personal; empty where there is none or it was erased
   */
  public record Review(Instant at, String account, String remark) {
    /** Nothing personal gets into a log by being printed. */
    @Override
    public String toString() {
      return "looked into by " + account + " at " + at;
    }
  }

  static Rating given(Question question, Score score, String words, Instant now) {
    return new Rating(0, question.reportKey(), question.incidentId(), score, words, now, null);
  }

  boolean says(Score other, String otherWords) {
    return score == other && words.equals(otherWords);
  }

  /** Nothing personal gets into a log by being printed. */
  @Override
  public String toString() {
    return "rating " + id + " of " + incidentId + ": " + score.word();
  }
}
