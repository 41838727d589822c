package org.wangge.incident.published;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which published requests to list, the newest first. Whatever is empty or null does not narrow.
 *
 * @param numbers only these
 * @param categories only of these
 * @param openOrNull only those that are open, or only those that are not
 * @param fromOrNull reported at this instant or later
 * @param toOrNull reported before this instant
 * @param skip leaves out so many of the first
 * @param limit at most so many
 */
public record PublishedQuery(
    Set<String> numbers,
    Set<String> categories,
    @Nullable Boolean openOrNull,
    @Nullable Instant fromOrNull,
    @Nullable Instant toOrNull,
    int skip,
    int limit) {
  public PublishedQuery {
    numbers = Set.copyOf(numbers);
    categories = Set.copyOf(categories);
  }
}
