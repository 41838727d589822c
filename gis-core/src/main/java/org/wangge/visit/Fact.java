package org.wangge.visit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.fault.Invalid;
import org.wangge.word.Word;

/**
 * What must be known after a visit (四必知).
 *
 * @param text what is to be found out
 * @param kind how it is answered
 * @param choices of a choice two to {@value #MOST_CHOICES}; else none
 */
public record Fact(String text, Kind kind, List<String> choices) {
  /** Characters of the longest. */
  public static final int LONGEST = 200;

  /** More nobody reads out at a door. */
  public static final int MOST_CHOICES = 8;

  /** Characters of the longest choice. */
  public static final int LONGEST_CHOICE = 40;

  /** How a fact is answered. */
  public enum Kind implements Word {
    /** It has to be answered where somebody was met. */
    YES_NO,
    /** One of its choices; it has to be answered where somebody was met. */
    CHOICE,
    /** In words; it may be left empty. */
    TEXT;

    public static Optional<Kind> find(String word) {
      return Word.find(Kind.class, word);
    }
  }

  /**
   * @throws Invalid with code {@code visit-fact-text} or {@code visit-fact-choices}
   */
  public Fact {
    choices = List.copyOf(choices);
    if (text.isBlank() || text.length() > LONGEST) {
      throw new Invalid("facts", "visit-fact-text", Map.of("most", LONGEST));
    }
    boolean many = choices.size() > 1 && choices.size() <= MOST_CHOICES;
    boolean plain =
        choices.stream().allMatch(one -> !one.isBlank() && one.length() <= LONGEST_CHOICE)
            && choices.stream().noneMatch(one -> one.contains("\n"))
            && choices.stream().distinct().count() == choices.size();
    if (kind == Kind.CHOICE ? !many || !plain : !choices.isEmpty()) {
      throw new Invalid("facts", "visit-fact-choices", Map.of("most", MOST_CHOICES));
    }
  }

  /** Whether it is answered so. */
  boolean takes(String answer) {
    return switch (kind) {
      case YES_NO -> answer.equals("yes") || answer.equals("no");
      case CHOICE -> choices.contains(answer);
      case TEXT -> answer.length() <= LONGEST;
    };
  }
}
