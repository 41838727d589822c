package org.wangge.server.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

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

  /** What is kept of one: who reads it can do nothing with it. So many bits need no salt. */
  public static String hash(String secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
