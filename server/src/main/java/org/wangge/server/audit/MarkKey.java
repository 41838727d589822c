package org.wangge.server.audit;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.wangge.audit.Digest;

/**
 * What the installation marks its records with: HMAC-SHA256 over their stored bytes. Whoever has
 * the database but not the data folder cannot make a record that bears it. Servers on one database
 * share the key, as they share that of the reports' tokens. Thread-safe.
 */
public final class MarkKey {
  private static final String ALGORITHM = "HmacSHA256";

  private final ThreadLocal<Mac> mac;

  public MarkKey(byte[] secret) {
    SecretKeySpec key = new SecretKeySpec(secret, ALGORITHM);
    mac = ThreadLocal.withInitial(() -> mac(key));
  }

  private static Mac mac(SecretKeySpec key) {
    try {
      Mac made = Mac.getInstance(ALGORITHM);
      made.init(key);
      return made;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  /** The mark of some bytes. */
  public Digest mark(byte[] body) {
    return Digest.of(mac.get().doFinal(body));
  }
}
