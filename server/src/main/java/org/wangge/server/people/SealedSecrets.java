package org.wangge.server.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets that must be read again (AES-256 with GCM), under a key that is not in the
 * database: whoever has only the database has nothing. Each is bound to its account, so that nobody
 * who can write to the database gives one account another's. Thread-safe.
 */
public final class SealedSecrets {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * Takes the key.
   *
   * @param key 32 bytes
   */
  public SealedSecrets(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a key of " + KEY_BYTES + " bytes is wanted");
    }
    this.key = new SecretKeySpec(key, "AES");
  }

  /** A secret of an account, to be kept. */
  String seal(String account, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, account, nonce, secret);
    byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
    return Base64.getEncoder().encodeToString(all);
  }

  /**
   * The secret again.
   *
   * @throws IllegalStateException when it was sealed for another account or under another key, or
   *     was changed
   */
  byte[] open(String account, String sealed) {
    byte[] all = Base64.getDecoder().decode(sealed);
    byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
    return run(
        Cipher.DECRYPT_MODE, account, nonce, Arrays.copyOfRange(all, NONCE_BYTES, all.length));
  }

  private byte[] run(int mode, String account, byte[] nonce, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(account.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException | ProviderException e) {
      throw new IllegalStateException("the secret of an account cannot be used", e);
    }
  }
}
