package org.wangge.server.people;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.wangge.people.CommonPasswords;
import org.wangge.people.PasswordRules;

/**
 * Estimates how many guesses a password stands, by the dictionaries and patterns of zxcvbn (30,000
 * passwords, names, words, dates, rows of keys, letters written as digits), and calls common what
 * stands fewer than a hundred million: at the pace the server allows that takes years, and with
 * stolen hashes a month of a processor for each. Words that everyone here knows do not count as
 * characters either. Thread-safe.
 */
public final class GuessablePasswords implements CommonPasswords {
  private static final double FEWEST_GUESSES = 1e8;

  /** Characters besides words that everyone here knows: what ASVS calls the shortest password. */
  private static final int FEWEST_OWN = 8;

  /** What follows can only add guesses, and the estimate takes long for long texts. */
  private static final int LONGEST = 64;

  /** Words of this trade and of Chinese keyboards that dictionaries of English do not have. */
  private static final List<String> TRADE =
      List.of(
          "wangge",
          "wanggeyuan",
          "wanggehua",
          "网格",
          "网格员",
          "网格化",
          "woaini",
          "woaizhongguo",
          "zhongguo",
          "5201314",
          "1314520",
          "woaini1314",
          "mima",
          "guanliyuan",
          "管理员",
          "密码");

  private final Zxcvbn estimate = new Zxcvbn();

  @Override
  public boolean isCommon(String password, Collection<String> known) {
    List<String> words = new ArrayList<>(TRADE);
    known.forEach(word -> words.add(PasswordRules.normal(word).toLowerCase(Locale.ROOT)));
    int end = password.offsetByCodePoints(0, Math.min(LONGEST, codePoints(password)));
    String start = password.substring(0, end);
    return leftWithout(words, start) < FEWEST_OWN
        || estimate.measure(start, words).getGuesses() < FEWEST_GUESSES;
  }

  /** How many characters are the chooser's own. */
  private static int leftWithout(List<String> words, String password) {
    String left = password.toLowerCase(Locale.ROOT);
    for (String word : words) {
      // A word of two or three letters is part of many others.
      if (word.length() >= 4 || word.codePoints().anyMatch(Character::isIdeographic)) {
        left = left.replace(word, "");
      }
    }
    return codePoints(left);
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }
}
