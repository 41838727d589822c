package org.wangge.people;

import java.util.Map;
import java.util.regex.Pattern;
import org.wangge.fault.Invalid;

/**
 * Why somebody wants to see a masked value, as it goes on record.
 *
 * @param reason one of a list
 * @param caseNumber letters, digits and hyphens; empty where there is none
 */
public record Why(RevealReason reason, String caseNumber) {
  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{0,40}");

  /**
   * Refuses what could be free text.
   *
   * @throws Invalid with code {@code case-number-malformed}
   */
  public Why {
    if (!NUMBER.matcher(caseNumber).matches()) {
      throw new Invalid("case", "case-number-malformed", Map.of());
    }
  }

  /** As an audit keeps it. */
  public String text() {
    return caseNumber.isEmpty() ? reason.word() : reason.word() + " " + caseNumber;
  }
}
