package org.wangge.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How secrets that the program made itself are kept: as SHA-256, which needs neither salt nor
 * slowness, since nobody can try 2<sup>80</sup> of them. Passwords, which people make, are kept
 * otherwise.
 */
public final class SecretHash {
  private SecretHash() {}

  /** 64 hexadecimal digits. */
  public static String of(String secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
