package org.wangge.server.incident;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.wangge.incident.ReportTokens;

/**
 * Tokens of 144 bits, each made of the report's key and a secret that is not in the database (HMAC
 * with SHA-256). Thread-safe.
 */
public final class KeyedTokens implements ReportTokens {
  private static final String HMAC = "HmacSHA256";
  private static final int BYTES = 18;

  private final SecretKeySpec secret;

  /** Makes the tokens of a secret; another secret makes others. */
  public KeyedTokens(byte[] secret) {
    this.secret = new SecretKeySpec(secret, HMAC);
  }

  @Override
  public String tokenOf(String reportKey) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(secret);
      byte[] all = mac.doFinal(reportKey.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(all, BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }
}
