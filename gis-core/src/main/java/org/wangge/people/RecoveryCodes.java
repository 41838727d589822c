package org.wangge.people;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What lets someone in who has lost the phone: ten codes of 120 bits, shown once, kept as hashes,
 * each good for one time.
 */
public final class RecoveryCodes {
  /** How many there are. */
  public static final int COUNT = 10;

  private static final int LENGTH = 24;

  private RecoveryCodes() {}

  /**
   * New ones, as they are shown.
   *
   * @param random cannot be foreseen
   */
  public static List<String> next(RandomGenerator random) {
    return Stream.generate(() -> ReadableCode.shown(ReadableCode.next(random, LENGTH)))
        .limit(COUNT)
        .toList();
  }

  /** How a code is kept, from what someone typed. */
  public static String hash(String typed) {
    return SecretHash.of(ReadableCode.normal(typed));
  }

  /** Whether something typed could be one of them, and is not a code of an app. */
  public static boolean looksLikeOne(String typed) {
    return ReadableCode.normal(typed).length() == LENGTH;
  }
}
