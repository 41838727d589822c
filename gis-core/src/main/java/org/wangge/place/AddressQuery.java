package org.wangge.place;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;

/**
 * A search for addresses.
 *
 * @param text what was typed, at most {@value #LONGEST_TEXT} characters
 * @param nearOrNull of equally good hits, those nearer to here come first
 * @param limit how many hits at most, 1 to {@value #MOST_HITS}
 */
public record AddressQuery(String text, @Nullable LatticePoint nearOrNull, int limit) {
  public static final int LONGEST_TEXT = 100;
  public static final int MOST_HITS = 50;

  public AddressQuery {
    if (text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException("a text of " + text.length() + " characters");
    }
    if (limit < 1 || limit > MOST_HITS) {
      throw new IllegalArgumentException("a limit of 1 to " + MOST_HITS + ", not " + limit);
    }
  }

  public Optional<LatticePoint> near() {
    return Optional.ofNullable(nearOrNull);
  }
}
