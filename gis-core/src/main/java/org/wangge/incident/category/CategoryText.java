package org.wangge.incident.category;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.wangge.fault.Invalid;

/** What codes and names in the register look like. */
final class CategoryText {
  /** So many of anything a category may have. */
  static final int MOST = 20;

  private static final int LONGEST_CODE = 60;
  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** Neither what ends a line nor the bar, which parts what is kept in one text. */
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029|]+");

  private CategoryText() {}

  static boolean isCode(String text) {
    return text.length() <= LONGEST_CODE && CODE.matcher(text).matches();
  }

  static boolean isName(String text, int longest) {
    return !text.isBlank()
        && text.length() <= longest
        && text.equals(text.strip())
        && NAME.matcher(text).matches();
  }

  static void requireName(String field, String text, int longest) {
    if (!isName(text, longest)) {
      throw new Invalid(field, "category-name", Map.of("most", longest));
    }
  }

  /** Refuses too many, and two of the same. */
  static <T> void requireList(String field, List<T> list, Function<T, String> key) {
    if (list.size() > MOST || list.stream().map(key).distinct().count() < list.size()) {
      throw new Invalid(field, "category-list", Map.of("most", MOST));
    }
  }
}
