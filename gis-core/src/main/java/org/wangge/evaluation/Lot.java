package org.wangge.evaluation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.wangge.people.SecretHash;

/**
 * An incident as the lot falls on it: the SHA-256 of {@code seed:incidentId}, in hexadecimal
 * digits. The smallest are drawn, so whoever knows the seed and the incidents draws the same.
 *
 * @param incidentId which
 * @param digest 64 hexadecimal digits
 */
public record Lot(String incidentId, String digest) {

  static Lot of(String seed, String incidentId) {
    return new Lot(incidentId, SecretHash.of(seed + ":" + incidentId));
  }

  /**
   * Draws without putting back, whatever the order in which the incidents come.
   *
   * @param size at most so many; all where there are not as many
   * @return in the order of their digests
   */
  public static List<Lot> draw(String seed, Collection<String> incidentIds, int size) {
    return incidentIds.stream()
        .distinct()
        .map(id -> of(seed, id))
        .sorted(Comparator.comparing(Lot::digest).thenComparing(Lot::incidentId))
        .limit(size)
        .toList();
  }
}
