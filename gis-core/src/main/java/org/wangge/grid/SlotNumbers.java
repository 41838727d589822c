package org.wangge.grid;

import java.util.Map;
import java.util.Optional;

/** Gives areas that are new among others slot numbers that keep the order of the codes. */
final class SlotNumbers {
  private SlotNumbers() {}

  /**
   * A slot for each area: its own where it has one, else one between those of its neighbours, a run
   * of new areas evenly apart.
   *
   * @param inOrder all areas, in the order of their codes
   * @param slotOf slots that some of the codes have already, in the same order
   * @param stride how far apart slots beyond the last one are
   * @return ascending; empty where the room between two neighbours is too small
   */
  static Optional<int[]> between(Area[] inOrder, Map<String, Integer> slotOf, int stride) {
    int[] slots = new int[inOrder.length];
    int low = 0;
    int i = 0;
    while (i < inOrder.length) {
      int known = i;
      while (known < inOrder.length && !slotOf.containsKey(inOrder[known].code())) {
        known++;
      }
      int newOnes = known - i;
      long high =
          known < inOrder.length
              ? slotOf.get(inOrder[known].code())
              : low + (newOnes + 1L) * stride;
      long step = (high - low) / (newOnes + 1);
      if (step < 1 || high > Integer.MAX_VALUE) {
        return Optional.empty();
      }
      for (int k = 0; k < newOnes; k++) {
        slots[i + k] = (int) (low + (k + 1) * step);
      }
      if (known < inOrder.length) {
        slots[known] = (int) high;
        low = (int) high;
      }
      i = known + 1;
    }
    return Optional.of(slots);
  }
}
