package org.wangge.server.place;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads what is typed half in characters, half in pinyin, half in first letters: {@code sm前海},
 * {@code shimaoqh}.
 */
final class AddressSpelling {
  private static final int LONGEST_SYLLABLE = 6;
  private static final int MOST_READINGS = 24;
  private static final int MOST_STEPS = 2_000;

  private final Set<String> syllables;

  /**
   * Makes a reader.
   *
   * @param syllables all that occur in names
   */
  AddressSpelling(Set<String> syllables) {
    this.syllables = Set.copyOf(syllables);
  }

  /** How a typed text fits a name. */
  enum Fit {
    NONE,
    BEGINNING,
    WHOLE
  }

  /**
   * The first letters that a typed text may stand for, whole syllables taken before single letters;
   * at most {@value #MOST_READINGS}.
   */
  List<String> initials(String typed) {
    Walk walk = new Walk(typed);
    collect(walk, 0, "");
    return List.copyOf(walk.found);
  }

  private void collect(Walk walk, int at, String letters) {
    if (walk.isOver()) {
      return;
    }
    String typed = walk.typed;
    if (at == typed.length()) {
      walk.found.add(letters);
      return;
    }
    List<String> readings = AddressPinyin.readings(typed.charAt(at));
    if (!readings.isEmpty()) {
      readings.stream()
          .map(reading -> reading.charAt(0))
          .distinct()
          .forEach(letter -> collect(walk, at + 1, letters + letter));
      return;
    }
    for (int end : ends(typed, at)) {
      collect(walk, end, letters + typed.charAt(at));
    }
  }

  private List<Integer> ends(String typed, int at) {
    List<Integer> ends = new ArrayList<>();
    for (int end = Math.min(typed.length(), at + LONGEST_SYLLABLE); end > at + 1; end--) {
      if (syllables.contains(typed.substring(at, end))) {
        ends.add(end);
      }
    }
    ends.add(at + 1);
    return ends;
  }

  /** A walk through the ways to cut a text; it ends after so many steps, whatever was typed. */
  private static final class Walk {
    private final String typed;
    private final Set<String> found = new LinkedHashSet<>();
    private int steps;

    private Walk(String typed) {
      this.typed = typed;
    }

    private boolean isOver() {
      return found.size() >= MOST_READINGS || ++steps > MOST_STEPS;
    }
  }

  /** Whether a typed text is a name or its beginning, each character typed in any of its ways. */
  static Fit fit(String typed, String name) {
    boolean[] reached = new boolean[typed.length() + 1];
    reached[0] = true;
    for (int j = 0; j < name.length(); j++) {
      if (reached[typed.length()]) {
        return Fit.BEGINNING;
      }
      boolean[] next = new boolean[typed.length() + 1];
      if (step(typed, name.charAt(j), reached, next)) {
        return Fit.BEGINNING;
      }
      reached = next;
    }
    return reached[typed.length()] ? Fit.WHOLE : Fit.NONE;
  }

  /** Takes one character of the name; whether the text ends within its syllable. */
  private static boolean step(String typed, char character, boolean[] reached, boolean[] next) {
    List<String> readings = AddressPinyin.readings(character);
    boolean endsWithin = false;
    for (int i = 0; i < typed.length(); i++) {
      if (!reached[i]) {
        continue;
      }
      if (typed.charAt(i) == character) {
        next[i + 1] = true;
      }
      for (String reading : readings) {
        if (typed.charAt(i) == reading.charAt(0)) {
          next[i + 1] = true;
        }
        if (typed.startsWith(reading, i)) {
          next[i + reading.length()] = true;
        }
        int rest = typed.length() - i;
        endsWithin |= rest > 1 && rest < reading.length() && reading.startsWith(typed.substring(i));
      }
    }
    return endsWithin;
  }
}
