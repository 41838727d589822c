package org.wangge.evaluation;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Invalid;
import org.wangge.people.Masking;

/**
 * That an incident stands in the public ledger (公开台账) of its grid, by an operator's choice.
 *
 * @param incidentId of which incident
 * @param version counts its changes, from 1
 * @param promise what is promised, in the operator's words; anyone may read it
 * @param publishedAt since when
 * @param account by whom
 * @param withdrawnOrNull since when it stands there no more; null while it does
 */
public record Publication(
    String incidentId,
    int version,
    String promise,
    Instant publishedAt,
    String account,
    @Nullable Instant withdrawnOrNull) {
  /** Promises are no longer than this. */
  public static final int LONGEST_PROMISE = 200;

  /**
   * One that stands in the ledger from now on.
   *
   * @throws Invalid with code {@code ledger-promise} where there is none or it is too long, or
   *     {@code ledger-personal} where numbers of people stand in it
   */
  static Publication of(
      String incidentId, int version, String promise, Instant now, String account) {
    if (promise.isBlank() || promise.length() > LONGEST_PROMISE) {
      throw new Invalid("promise", "ledger-promise", Map.of("longest", LONGEST_PROMISE));
    }
    if (stars(Masking.numbersIn(promise)) > stars(promise)) {
      throw new Invalid("promise", "ledger-personal");
    }
    return new Publication(incidentId, version, promise, now, account, null);
  }

  private static long stars(String text) {
    return text.chars().filter(sign -> sign == '*').count();
  }

  /** Whether it stands in the ledger. */
  public boolean isPublic() {
    return withdrawnOrNull == null;
  }

  Publication withdrawn(Instant now) {
    return new Publication(incidentId, version + 1, promise, publishedAt, account, now);
  }
}
