package org.wangge.server.place;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What one search has found so far: of every address the best way in which it fits. */
final class AddressMatches {
  private final @Nullable AddressMatch[] best;
  private final IntPredicate accepted;
  private int[] found = new int[64];
  private int count;

  /**
   * Nothing found yet.
   *
   * @param size how many addresses there are
   * @param accepted which of them may be found
   */
  AddressMatches(int size, IntPredicate accepted) {
    best = new AddressMatch[size];
    this.accepted = accepted;
  }

  boolean accepts(int ordinal) {
    return accepted.test(ordinal);
  }

  void add(int ordinal, AddressMatch match) {
    if (!accepted.test(ordinal)) {
      return;
    }
    AddressMatch known = best[ordinal];
    if (known == null) {
      found = count < found.length ? found : Arrays.copyOf(found, count * 2);
      found[count++] = ordinal;
    }
    if (known == null || match.cost() < known.cost()) {
      best[ordinal] = match;
    }
  }

  int count() {
    return count;
  }

  /** How a found address fits. */
  AddressMatch get(int ordinal) {
    AddressMatch match = best[ordinal];
    if (match == null) {
      throw new IllegalArgumentException("not found: " + ordinal);
    }
    return match;
  }

  /** The first few in an order. */
  List<Integer> first(int most, Comparator<Integer> order) {
    PriorityQueue<Integer> kept = new PriorityQueue<>(order.reversed());
    for (int i = 0; i < count; i++) {
      kept.add(found[i]);
      if (kept.size() > most) {
        kept.remove();
      }
    }
    return kept.stream().sorted(order).toList();
  }
}
