package org.wangge.clock;

import java.util.Map;
import java.util.regex.Pattern;
import org.wangge.fault.Invalid;
import org.wangge.word.Word;

/**
 * Why a rule about time was changed, as it goes on record.
 *
 * @param kind one of a list
 * @param caseNumber of the paper that says so: letters, digits and hyphens; empty where there is
 *     none
 */
public record ChangeReason(Kind kind, String caseNumber) {
  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{0,40}");

  /** The list. */
  public enum Kind implements Word {
    /** 公布节假日: holidays and make-up days were announced. */
    HOLIDAYS_ANNOUNCED,
    /** 作息调整: other hours are worked. */
    HOURS_CHANGED,
    /** 制度修订: what is promised was changed. */
    RULES_CHANGED,
    /** 更正: it was wrong. */
    CORRECTED;
  }

  /**
   * Refuses what could be free text.
   *
   * @throws Invalid with code {@code case-number-malformed}
   */
  public ChangeReason {
    if (!NUMBER.matcher(caseNumber).matches()) {
      throw new Invalid("case", "case-number-malformed", Map.of());
    }
  }

  /** As an audit keeps it. */
  public String text() {
    return caseNumber.isEmpty() ? kind.word() : kind.word() + " " + caseNumber;
  }
}
