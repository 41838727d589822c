package org.wangge.server.http;

import java.security.SecureRandom;
import java.util.Base64;

/** Texts that nobody can guess: 256 random bits, safe within an address. Thread-safe. */
public final class SecretTexts {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SecretTexts() {}

  /** Another one. */
  public static String next() {
    byte[] bits = new byte[BYTES];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
