package org.wangge.incident.limit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.wangge.clock.Limit;
import org.wangge.fault.Invalid;

/**
 * How long a stage may take.
 *
 * @param id given by the store, from 1; 0 before
 * @param version counts its changes, from 1; the ETag of it
 * @param scope for what
 * @param limit how long
 * @param warnPercents at which parts of the time is warned, ascending, each from 1 to 99; at most
 *     five
 * @param since from when on it is so
 */
public record StageLimit(
    long id, int version, Scope scope, Limit limit, List<Integer> warnPercents, Instant since) {
  private static final int WHOLE = 100;
  private static final int MOST_WARNINGS = 5;

  /**
   * For what a limit is.
   *
   * @param category code of a category; empty: of all that have none of their own
   * @param condition code of a circumstance of the category, such as {@code missing} or {@code
   *     rattling} of a manhole cover; empty: of all that have none of their own
   * @param stage which
   */
  public record Scope(String category, String condition, Stage stage) {
    private static final int LONGEST_CODE = 60;
    private static final Pattern CODE = Pattern.compile("([a-z0-9]+(-[a-z0-9]+)*)?");

    /**
     * @throws Invalid with code {@code limit-scope} for what is no code, or a condition without its
     *     category
     */
    public Scope {
      if (!isCode(category) || !isCode(condition) || (category.isEmpty() && !condition.isEmpty())) {
        throw new Invalid(
            "category", "limit-scope", Map.of("category", category, "condition", condition));
      }
    }

    private static boolean isCode(String text) {
      return text.length() <= LONGEST_CODE && CODE.matcher(text).matches();
    }
  }

  /**
   * @throws Invalid with code {@code limit-warnings}
   */
  public StageLimit {
    int last = 0;
    for (int percent : warnPercents) {
      if (percent <= last || percent >= WHOLE || warnPercents.size() > MOST_WARNINGS) {
        throw new Invalid("warnPercents", "limit-warnings", Map.of("most", MOST_WARNINGS));
      }
      last = percent;
    }
    warnPercents = List.copyOf(warnPercents);
  }

  /** The same counted day and night. */
  StageLimit urgent() {
    return new StageLimit(id, version, scope, limit.urgent(), warnPercents, since);
  }

  /** The same one version later, with another limit. */
  public StageLimit with(Limit newLimit, List<Integer> newPercents, Instant now) {
    return new StageLimit(id, version + 1, scope, newLimit, newPercents, now);
  }
}
