package org.wangge.place;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Brings what people write to one form: half width, small letters, digits for numerals before words
 * such as 栋 or 号, no spaces, a hyphen between numbers.
 */
public final class AddressText {
  private static final String NUMERALS = "零〇一二三四五六七八九十百两";
  private static final Pattern BEFORE_A_WORD =
      Pattern.compile("[" + NUMERALS + "]++(?=号|栋|幢|座|单元|室|楼|层|门|梯|房)");
  private static final Pattern LAST_NUMBER =
      Pattern.compile("(?<=[0-9号栋幢座元楼门梯-])[" + NUMERALS + "]++$");
  private static final Pattern NUMBER_SIGN = Pattern.compile("(?<=[0-9])\\s*+#");
  private static final Pattern BETWEEN_NUMBERS =
      Pattern.compile("(?<=[0-9])[\\s\\p{Pd}_/~.,]++(?=[0-9])");
  private static final Pattern ODD =
      Pattern.compile("[^\\p{L}\\p{Nd}-]++|(?<![0-9])-++|-++(?![0-9])");
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0++(?=[0-9])");

  private AddressText() {}

  /** One form of a text, numerals left as they are. */
  public static String plain(String text) {
    String even = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String numbered = NUMBER_SIGN.matcher(even).replaceAll("栋");
    String joined = BETWEEN_NUMBERS.matcher(numbered).replaceAll("-");
    return ODD.matcher(joined).replaceAll("");
  }

  /** One form of a text, with digits for Chinese numerals where they number something. */
  public static String key(String text) {
    String digits = BEFORE_A_WORD.matcher(plain(text)).replaceAll(AddressText::digits);
    return LAST_NUMBER.matcher(digits).replaceAll(AddressText::digits);
  }

  /** One form of a single number of a building, unit or door: {@code ０８ → 8}. */
  public static String number(String part) {
    String plain = plain(part);
    String digits =
        plain.chars().allMatch(c -> NUMERALS.indexOf(c) >= 0) && !plain.isEmpty()
            ? digits(plain)
            : plain;
    return LEADING_ZEROS.matcher(digits).replaceFirst("");
  }

  private static String digits(MatchResult numerals) {
    return digits(numerals.group());
  }

  /** 十二 is 12, 一百零三 is 103, 五零二 is 502. */
  private static String digits(String numerals) {
    if (numerals.indexOf('十') < 0 && numerals.indexOf('百') < 0) {
      StringBuilder digits = new StringBuilder();
      numerals.chars().forEach(c -> digits.append(valueOf((char) c)));
      return digits.toString();
    }
    int sum = 0;
    int waiting = 0;
    for (int i = 0; i < numerals.length(); i++) {
      char c = numerals.charAt(i);
      if (c == '十' || c == '百') {
        sum += Math.max(waiting, 1) * (c == '十' ? 10 : 100);
        waiting = 0;
      } else {
        waiting = valueOf(c);
      }
    }
    return Integer.toString(sum + waiting);
  }

  private static int valueOf(char numeral) {
    return switch (numeral) {
      case '零', '〇' -> 0;
      case '两' -> 2;
      default -> NUMERALS.indexOf(numeral) - NUMERALS.indexOf('一') + 1;
    };
  }
}
