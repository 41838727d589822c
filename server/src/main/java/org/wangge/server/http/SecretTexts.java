package org.wangge.server.http;

import java.security.SecureRandom;
import java.util.Base64;

/** Texts that nobody can guess: 144 random bits, safe within an address. Thread-safe. */
public final class SecretTexts {
  private static final SecureRandom RANDOM = new SecureRandom();

  private SecretTexts() {}

  /** Another one. */
  public static String next() {
    byte[] bits = new byte[18];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().encodeToString(bits);
  }
}
