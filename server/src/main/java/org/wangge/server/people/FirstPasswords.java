package org.wangge.server.people;

import java.security.SecureRandom;

/**
 * Passwords that somebody is given to sign in with once: four groups of five letters and digits
 * that are not mistaken for each other, 99 random bits, easily read out over a telephone.
 */
final class FirstPasswords {
  private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 4;
  private static final int GROUP = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private FirstPasswords() {}

  static String next() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        text.append('-');
      }
      text.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return text.toString();
  }
}
