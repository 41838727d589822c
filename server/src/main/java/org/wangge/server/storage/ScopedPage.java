package org.wangge.server.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.wangge.access.AreaScope;

/**
 * A page of what a caller may see, where the database can only narrow by box: reads on until the
 * page is full or nothing is left.
 */
public final class ScopedPage {
  private static final int AT_LEAST = 200;

  private ScopedPage() {}

  /**
   * Reads a page.
   *
   * @param scope of the caller; where it has no overlay areas one query is enough
   * @param query gives so many rows after an id, in the order of their ids
   * @param id of a row
   * @param afterId where to begin
   * @param limit at most so many
   * @param isSeen what the caller may see
   */
  public static <T> List<T> read(
      AreaScope scope,
      BiFunction<String, Integer, List<T>> query,
      Function<T, String> id,
      String afterId,
      int limit,
      Predicate<T> isSeen) {
    if (scope.grounds().isEmpty()) {
      return query.apply(afterId, limit);
    }
    List<T> page = new ArrayList<>();
    String after = afterId;
    int chunk = Math.max(AT_LEAST, limit);
    while (true) {
      List<T> rows = query.apply(after, chunk);
      for (T row : rows) {
        if (isSeen.test(row) && page.size() < limit) {
          page.add(row);
        }
      }
      if (page.size() >= limit || rows.size() < chunk) {
        return page;
      }
      after = id.apply(rows.get(rows.size() - 1));
    }
  }
}
