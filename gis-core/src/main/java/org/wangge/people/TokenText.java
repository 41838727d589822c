package org.wangge.people;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * Secrets as programs and devices show them: a prefix that tells the kind, 256 random bits, and a
 * checksum over both, all in letters and digits. Whoever scans files for secrets that were left
 * lying finds one by the prefix, and the checksum keeps anything else that looks alike from being
 * taken for one.
 */
public enum TokenText {
  /** Of a program that acts for an account. */
  PROGRAM("wgt_"),
  /** Of a wall or a phone. */
  DEVICE("wgd_");

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
  private static final int SECRET_BYTES = 32;
  private static final int SECRET_LENGTH = 43;
  private static final int CHECK_LENGTH = 6;

  private final String prefix;

  TokenText(String prefix) {
    this.prefix = prefix;
  }

  /**
   * A new one.
   *
   * @param random cannot be foreseen
   */
  public String next(RandomGenerator random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    String text = prefix + letters(new BigInteger(1, secret), SECRET_LENGTH);
    return text + check(text);
  }

  /** Whether a text can be a token, so that nothing needs to be looked up for others. */
  public boolean isOne(String text) {
    int end = prefix.length() + SECRET_LENGTH;
    return text.length() == end + CHECK_LENGTH
        && text.startsWith(prefix)
        && text.substring(end).equals(check(text.substring(0, end)));
  }

  private static String check(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return letters(BigInteger.valueOf(sum.getValue()), CHECK_LENGTH);
  }

  private static String letters(BigInteger number, int length) {
    StringBuilder text = new StringBuilder(length);
    BigInteger left = number;
    for (int i = 0; i < length; i++) {
      BigInteger[] parts = left.divideAndRemainder(BASE);
      text.append(ALPHABET.charAt(parts[1].intValue()));
      left = parts[0];
    }
    return text.reverse().toString();
  }
}
