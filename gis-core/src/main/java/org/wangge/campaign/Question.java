package org.wangge.campaign;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Invalid;
import org.wangge.word.Word;

/**
 * A line of a checklist.
 *
 * @param text what is asked
 * @param kind how it is answered
 * @param hazardOnOrNull the answer that is a hazard; null where none is
 * @param recheckDays calendar days (自然日) until a hazard is looked at again; 0 where none is
 */
public record Question(String text, Kind kind, @Nullable YesNo hazardOnOrNull, int recheckDays) {
  /** Characters of the longest question. */
  public static final int LONGEST = 200;

  /** Days of the longest time to put something right. */
  public static final int MOST_DAYS = 180;

  /** How a question is answered. */
  public enum Kind implements Word {
    /** It has to be answered. */
    YES_NO,
    /** It may be left empty. */
    TEXT;

    public static Optional<Kind> find(String word) {
      return Word.find(Kind.class, word);
    }
  }

  /** An answer that can be a hazard. */
  public enum YesNo implements Word {
    YES,
    NO;

    public static Optional<YesNo> find(String word) {
      return Word.find(YesNo.class, word);
    }
  }

  /**
   * @throws Invalid with code {@code campaign-question-empty}, {@code campaign-question-hazard} or
   *     {@code campaign-question-days}
   */
  public Question {
    if (text.isBlank()) {
      throw new Invalid("questions", "campaign-question-empty");
    }
    if (kind == Kind.TEXT && hazardOnOrNull != null) {
      throw new Invalid("questions", "campaign-question-hazard", Map.of("text", text));
    }
    boolean needsDays = hazardOnOrNull != null;
    if (needsDays ? recheckDays < 1 || recheckDays > MOST_DAYS : recheckDays != 0) {
      throw new Invalid(
          "questions", "campaign-question-days", Map.of("text", text, "most", MOST_DAYS));
    }
  }

  /** Whether an answer to it is a hazard. */
  public boolean isHazard(@Nullable String answer) {
    return hazardOnOrNull != null && hazardOnOrNull.word().equals(answer);
  }
}
