package org.wangge.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Random codes that people read from one screen and type into another: digits and letters without
 * those that look alike (Crockford's base 32), five bits a character.
 */
public final class ReadableCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int GROUP = 4;

  private ReadableCode() {}

  /**
   * A new code in its normal form.
   *
   * @param random cannot be foreseen where the code protects something
   */
  public static String next(RandomGenerator random, int length) {
    StringBuilder code = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** A code in groups of four, as it is shown. */
  public static String shown(String code) {
    return code.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
  }

  /**
   * What someone typed, in the form of {@link #next}: whatever the case, with or without hyphens
   * and blanks, O for 0, I and L for 1. What is no code stays none.
   */
  public static String normal(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .replaceAll("[\\s-]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }
}
