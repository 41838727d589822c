package org.wangge.message;

import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wangge.fault.Invalid;

/** Texts with blanks, written as <code>{number}</code>. Pure. */
public final class MessageText {
  /** How long a text may be, blanks not filled: a text message of seven parts. */
  public static final int LONGEST = 400;

  private static final Pattern BLANK = Pattern.compile("\\{([^{}]*)\\}");

  private MessageText() {}

  /**
   * Refuses a text that could not be sent.
   *
   * @throws Invalid with code {@code message-text-missing}, {@code message-text-long}, or {@code
   *     message-blank-unknown} for a blank that the occasion cannot fill
   */
  static void require(Occasion occasion, Medium medium, String text) {
    String place = "texts." + medium.word();
    if (text.isBlank()) {
      throw new Invalid(place, "message-text-missing");
    }
    if (text.length() > LONGEST) {
      throw new Invalid(
          place, "message-text-long", Map.of("given", text.length(), "longest", LONGEST));
    }
    for (MatchResult blank : BLANK.matcher(text).results().toList()) {
      if (!occasion.blanks().contains(blank.group(1))) {
        String known = String.join(", ", new TreeSet<>(occasion.blanks()));
        throw new Invalid(
            place, "message-blank-unknown", Map.of("given", blank.group(1), "known", known));
      }
    }
  }

  /** The text with its blanks filled; one for which there is no value is left out. */
  public static String fill(String text, Map<String, String> values) {
    return BLANK
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
  }
}
