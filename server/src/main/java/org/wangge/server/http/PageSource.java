package org.wangge.server.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scripts and style sheets of the pages as they are sent: without what is written in them for
 * whoever reads the source, which is a quarter of it, packed. Every line stays where it is, so that
 * what a browser says of line 17 is said of line 17. That nothing else looks like a comment, {@code
 * comments.test.js} of the pages holds true.
 */
final class PageSource {
  /** Notes of types and meanings, and lines that are nothing but a remark. */
  private static final Pattern IN_SCRIPTS =
      Pattern.compile("/\\*\\*[\\s\\S]*?\\*/ ?|^[ \\t]*//[^\\n]*", Pattern.MULTILINE);

  private static final Pattern IN_STYLES = Pattern.compile("/\\*[\\s\\S]*?\\*/");

  private PageSource() {}

  /**
   * What is sent of a file.
   *
   * @param path below the pages' folder; libraries are sent as they came
   */
  static String sent(String path, String text) {
    if (path.startsWith("vendor/")) {
      return text;
    }
    if (path.endsWith(".js")) {
      return without(IN_SCRIPTS, text);
    }
    return path.endsWith(".css") ? without(IN_STYLES, text) : text;
  }

  private static String without(Pattern comments, String text) {
    return comments
        .matcher(text)
        .replaceAll(comment -> Matcher.quoteReplacement(breaksOf(comment.group())));
  }

  private static String breaksOf(String comment) {
    return "\n".repeat((int) comment.chars().filter(letter -> letter == '\n').count());
  }
}
