package org.wangge.server.bench;

import net.sourceforge.pinyin4j.PinyinHelper;

/** How people type Chinese without an input method: one reading of each character. */
final class TypedPinyin {
  private TypedPinyin() {}

  static String full(String text) {
    StringBuilder typed = new StringBuilder();
    text.chars().forEach(c -> typed.append(syllable((char) c)));
    return typed.toString();
  }

  static String initials(String text) {
    StringBuilder typed = new StringBuilder();
    text.chars().forEach(c -> typed.append(syllable((char) c).charAt(0)));
    return typed.toString();
  }

  private static String syllable(char character) {
    String[] readings = PinyinHelper.toHanyuPinyinStringArray(character);
    return readings == null || readings.length == 0
        ? String.valueOf(character)
        : readings[0].substring(0, readings[0].length() - 1).replace("u:", "v");
  }
}
