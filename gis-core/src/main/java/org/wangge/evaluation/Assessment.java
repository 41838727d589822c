package org.wangge.evaluation;

import java.time.Instant;

/**
 * What was found about an incident of a sample. Never changed: a correction is another assessment,
 * so that figures of the past stay what they were. Immutable.
 *
 * @param id given by the store, in their order; 0 before
 * @param sampleId of which sample
 * @param incidentId of which incident
 * @param verdict what was found
 * @param remark in words, personal; empty where there is none, where it was erased or another
 *     assessment followed
 * @param at when
 * @param account by whom
 */
public record Assessment(
    long id,
    long sampleId,
    String incidentId,
    Verdict verdict,
    String remark,
    Instant at,
    String account) {
  /** Remarks are no longer than this. */
  public static final int LONGEST_REMARK = 300;

  /**
   * What was found.
   *
   * @param real whether it was as reported (情况属实)
   * @param solved whether it is solved (是否解决)
   * @param inTime whether it was handled in time
   * @param callback what the reporter said
   */
  public record Verdict(boolean real, boolean solved, boolean inTime, Callback callback) {
    /** Whether the incident passes (合格): it was so, and it is solved. */
    public boolean isPassed() {
      return real && solved;
    }
  }

  boolean says(Verdict other, String otherRemark) {
    return verdict.equals(other) && remark.equals(otherRemark);
  }

  /** Nothing personal gets into a log by being printed. */
  @Override
  public String toString() {
    return "assessment " + id + " of " + incidentId + ": " + verdict;
  }
}
