package org.wangge.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of an authenticator app (RFC 6238) as every app makes them: SHA-1, six digits, a new one
 * every 30 seconds. The instants are those of the phone's world, so never those of a demonstration
 * whose clock runs faster. Pure and thread-safe.
 */
public final class Totp {
  /** Bytes of a secret: as many as SHA-1 gives, which RFC 4226 recommends. */
  public static final int SECRET_BYTES = 20;

  /** Stands for the last accepted step where none was accepted yet. */
  public static final long NO_STEP = -1;

  private static final int STEP_SECONDS = 30;
  private static final int DIGITS = 1_000_000;

  /** How many steps a phone's clock may be off either way. */
  private static final int DRIFT_STEPS = 1;

  private static final String HMAC = "HmacSHA1";

  private Totp() {}

  /** The step an instant lies in. */
  public static long stepOf(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  /** The code of a step: six digits. */
  public static String code(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 15;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%06d", number % DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }

  /**
   * Looks at a code. Each step is accepted once: a code that someone read over a shoulder, or that
   * was taken on its way, opens nothing any more.
   *
   * @param typed as typed; blanks do not matter
   * @param at now
   * @param lastStep newest step that was accepted before, or {@link #NO_STEP}
   * @return the step that is accepted, to be kept as the last one; empty when the code is wrong,
   *     was used, or is from too far away in time
   */
  public static OptionalLong accept(byte[] secret, String typed, Instant at, long lastStep) {
    byte[] given =
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
            .replaceAll("\\s", "")
            .getBytes(StandardCharsets.UTF_8);
    long now = stepOf(at);
    OptionalLong accepted = OptionalLong.empty();
    // All are compared, each in a time that does not depend on how much of it is right.
    for (long step = now - DRIFT_STEPS; step <= now + DRIFT_STEPS; step++) {
      byte[] wanted = code(secret, step).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(given, wanted) && step > lastStep) {
        accepted = OptionalLong.of(step);
      }
    }
    return accepted;
  }

  /** A secret as it is typed into an app that cannot scan. */
  public static String shown(byte[] secret) {
    return Base32.encode(secret);
  }

  /**
   * What an app scans.
   *
   * @param issuer name of the site, shown above the code
   * @param account id of the account, shown beside it
   */
  public static String uri(String issuer, String account, byte[] secret) {
    String site = percent(issuer);
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
        .formatted(site, percent(account), Base32.encode(secret), site);
  }

  private static String percent(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          (one >= 'a' && one <= 'z')
              || (one >= 'A' && one <= 'Z')
              || (one >= '0' && one <= '9')
              || "-._~".indexOf(one) >= 0;
      encoded.append(plain ? String.valueOf((char) one) : String.format("%%%02X", one & 0xff));
    }
    return encoded.toString();
  }
}
