package org.wangge.server.people;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106), version 0x13, in its usual encoded form {@code
 * $argon2id$v=19$m=…,t=…,p=…$salt$hash}, so that a hash says by itself what it cost. Pure and
 * thread-safe; each derivation takes as much memory as its cost says.
 */
final class Argon2 {
  private static final Base64.Encoder TO_TEXT = Base64.getEncoder().withoutPadding();
  private static final Base64.Decoder FROM_TEXT = Base64.getDecoder();

  private static final Pattern ENCODED =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

  private Argon2() {}

  /**
   * What a derivation costs.
   *
   * @param memoryKib memory in KiB
   * @param passes times it goes over the memory
   * @param lanes independent parts of the memory; here they are computed one after the other
   */
  record Cost(int memoryKib, int passes, int lanes) {

    Cost {
      if (memoryKib < 8 * lanes || passes < 1 || lanes < 1) {
        throw new IllegalArgumentException("no cost of Argon2");
      }
    }

    /** Whether this costs an attacker less than another, in time or in memory. */
    boolean isBelow(Cost other) {
      return memoryKib < other.memoryKib || passes < other.passes;
    }
  }

  /**
   * A hash with what is needed to make it again.
   *
   * @param cost of making it
   * @param salt as bytes in base 64 without padding
   * @param hash likewise
   */
  record Encoded(Cost cost, String salt, String hash) {

    static Encoded of(Cost cost, byte[] salt, byte[] hash) {
      return new Encoded(cost, TO_TEXT.encodeToString(salt), TO_TEXT.encodeToString(hash));
    }

    /**
     * Reads the encoded form.
     *
     * @throws IllegalArgumentException where it is none; its text is not told, since it is secret
     */
    static Encoded parse(String text) {
      Matcher parts = ENCODED.matcher(text);
      if (!parts.matches()) {
        throw new IllegalArgumentException("not a hash of Argon2id");
      }
      Cost cost = new Cost(number(parts, 1), number(parts, 2), number(parts, 3));
      return new Encoded(cost, parts.group(4), parts.group(5));
    }

    private static int number(Matcher parts, int group) {
      return Integer.parseInt(parts.group(group));
    }

    byte[] saltBytes() {
      return FROM_TEXT.decode(salt);
    }

    byte[] hashBytes() {
      return FROM_TEXT.decode(hash);
    }

    String text() {
      return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
          .formatted(cost.memoryKib(), cost.passes(), cost.lanes(), salt, hash);
    }

    @Override
    public String toString() {
      return "Encoded of " + cost;
    }
  }

  /** The key of a password. */
  static byte[] derive(String password, byte[] salt, Cost cost, int bytes) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build());
    byte[] key = new byte[bytes];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), key);
    return key;
  }
}
