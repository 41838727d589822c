package org.wangge.grid;

/** Gives areas that are new among others slot numbers that keep the order of the codes. */
final class SlotNumbers {
  /** Stands for a slot that is still to be given. */
  static final int OPEN = 0;

  private SlotNumbers() {}

  /**
   * Gives each open place a slot between those of its neighbours, a run of them evenly apart.
   *
   * @param slots ascending and above 0, but for the {@link #OPEN} ones; filled in place
   * @param stride how far apart slots beyond the last one are
   * @return whether there was room; if not, the slots are half filled and of no use
   */
  static boolean fill(int[] slots, int stride) {
    int low = 0;
    int i = 0;
    while (i < slots.length) {
      int known = i;
      while (known < slots.length && slots[known] == OPEN) {
        known++;
      }
      int open = known - i;
      long high = known < slots.length ? slots[known] : low + (open + 1L) * stride;
      long step = (high - low) / (open + 1);
      if (step < 1 || high > Integer.MAX_VALUE) {
        return false;
      }
      for (int k = 0; k < open; k++) {
        slots[i + k] = (int) (low + (k + 1) * step);
      }
      low = (int) high;
      i = known + 1;
    }
    return true;
  }
}
