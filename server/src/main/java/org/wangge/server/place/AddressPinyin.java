package org.wangge.server.place;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * How Chinese is pronounced, in pinyin without tones. Many characters have several readings, and no
 * dictionary knows which one a local name takes: all count.
 */
public final class AddressPinyin {
  /** Enough for a name with several characters of two readings. */
  private static final int MOST_SPELLINGS = 24;

  private AddressPinyin() {}

  /**
   * A text spelled out.
   *
   * @param syllables one for each character
   */
  public record Spelling(List<String> syllables) {

    /** All syllables joined. */
    String full() {
      return String.join("", syllables);
    }

    /** The first letter of each. */
    String initials() {
      StringBuilder letters = new StringBuilder();
      syllables.forEach(syllable -> letters.append(syllable.charAt(0)));
      return letters.toString();
    }

    /** Without the first few characters. */
    Spelling from(int start) {
      return new Spelling(syllables.subList(start, syllables.size()));
    }

    private Spelling with(int place, String syllable) {
      List<String> changed = new ArrayList<>(syllables);
      changed.set(place, syllable);
      return new Spelling(changed);
    }
  }

  /** The readings of a character, the usual one first; none where it is not Chinese. */
  static List<String> readings(char character) {
    if (character < 0x3400) {
      return List.of();
    }
    String[] toned = PinyinHelper.toHanyuPinyinStringArray(character);
    Set<String> readings = new LinkedHashSet<>();
    for (String reading : toned == null ? new String[0] : toned) {
      String plain = reading.substring(0, reading.length() - 1);
      // People type lv and lu for lü.
      readings.add(plain.replace("u:", "v"));
      readings.add(plain.replace("u:", "u"));
    }
    return List.copyOf(readings);
  }

  /**
   * The ways to read a text, the usual one first, then those that differ in one character, then in
   * more; at most {@value #MOST_SPELLINGS}. Other characters stand for themselves.
   */
  public static List<Spelling> spellings(String text) {
    List<List<String>> readings = new ArrayList<>();
    List<String> usual = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      List<String> all = readings(character);
      readings.add(all.isEmpty() ? List.of(String.valueOf(character)) : all);
      usual.add(readings.get(readings.size() - 1).get(0));
    }
    Set<Spelling> spellings = new LinkedHashSet<>();
    if (!usual.isEmpty()) {
      spellings.add(new Spelling(usual));
    }
    List<Spelling> last = List.copyOf(spellings);
    while (!last.isEmpty() && spellings.size() < MOST_SPELLINGS) {
      last = changedOnce(last, readings, spellings);
    }
    return List.copyOf(spellings);
  }

  private static List<Spelling> changedOnce(
      List<Spelling> last, List<List<String>> readings, Set<Spelling> spellings) {
    List<Spelling> more = new ArrayList<>();
    for (Spelling spelling : last) {
      for (int i = 0; i < readings.size(); i++) {
        for (String reading : readings.get(i)) {
          if (spellings.size() == MOST_SPELLINGS) {
            return more;
          }
          Spelling changed = spelling.with(i, reading);
          if (spellings.add(changed)) {
            more.add(changed);
          }
        }
      }
    }
    return more;
  }

  static boolean hasChinese(String text) {
    return text.chars().anyMatch(c -> c >= 0x3400);
  }
}
