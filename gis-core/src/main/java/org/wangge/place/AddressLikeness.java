package org.wangge.place;

/** How alike two short texts are. */
public final class AddressLikeness {
  private AddressLikeness() {}

  /**
   * How many slips lead from one text to the other: a character too many, missing, wrong, or two
   * neighbours swapped (optimal string alignment).
   *
   * @param most more than this need not be told apart; then {@code most + 1} is returned
   */
  public static int slips(String one, String other, int most) {
    if (Math.abs(one.length() - other.length()) > most) {
      return most + 1;
    }
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        row[j] = cheapest(one, other, i, j, last, row);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return Math.min(last[other.length()], most + 1);
  }

  private static int cheapest(String one, String other, int i, int j, int[] last, int[] row) {
    int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    return Math.min(last[j - 1] + wrong, Math.min(last[j], row[j - 1]) + 1);
  }

  /** How many slips a text of this length may have and still be meant: none in very short ones. */
  public static int bearableSlips(String text) {
    boolean letters = text.chars().allMatch(c -> c < 128);
    int length = text.length();
    if (letters) {
      return length >= 8 ? 2 : length >= 4 ? 1 : 0;
    }
    return length >= 6 ? 2 : length >= 3 ? 1 : 0;
  }
}
