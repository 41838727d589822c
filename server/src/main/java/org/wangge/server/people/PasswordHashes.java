package org.wangge.server.people;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.wangge.people.PasswordRules;
import org.wangge.server.http.TooBusy;

/**
 * Passwords as they are kept: Argon2id at the cost that OWASP's Password Storage Cheat Sheet asks
 * for (19 MiB, two passes, one lane). A hash is meant to be slow, so whoever can make the server
 * hash can make it slow: only two run at once, others wait for up to two seconds and are then sent
 * away. Passwords are brought to one form (NFKC) first, since keyboards write the same text in
 * several ways. Thread-safe.
 */
public final class PasswordHashes {
  /** What a new hash costs. */
  static final Argon2.Cost COST = new Argon2.Cost(19 * 1024, 2, 1);

  /** What it costs where the passwords stand on the sign-in page, so that no hash hides them. */
  static final Argon2.Cost COST_OF_SHOWN = new Argon2.Cost(1024, 1, 1);

  static final int AT_ONCE = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int RETRY_AFTER_SECONDS = 2;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final Argon2.Cost cost;
  private final Derivation derivation;
  private final Duration patience;

  public PasswordHashes() {
    this(COST, Argon2::derive, PATIENCE);
  }

  PasswordHashes(Argon2.Cost cost, Derivation derivation, Duration patience) {
    this.cost = cost;
    this.derivation = derivation;
    this.patience = patience;
  }

  /**
   * Of the demonstration, which this machine alone can reach. A server that keeps real passwords
   * makes these hashes anew when they are next shown.
   */
  static PasswordHashes ofShownPasswords() {
    return new PasswordHashes(COST_OF_SHOWN, Argon2::derive, PATIENCE);
  }

  /** Makes a key of a password. */
  @FunctionalInterface
  interface Derivation {
    byte[] derive(String password, byte[] salt, Argon2.Cost cost, int bytes);
  }

  /**
   * The hash of a password, with a salt of its own; parameters and salt stand in it.
   *
   * @throws TooBusy when too many others are at it
   */
  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] key =
        takingTurns(
            () -> derivation.derive(PasswordRules.normal(password), salt, cost, HASH_BYTES));
    return Argon2.Encoded.of(cost, salt, key).text();
  }

  /**
   * Whether a hash is that of a password.
   *
   * @throws TooBusy when too many others are at it
   * @throws IllegalArgumentException when the hash is none that this class made
   */
  public boolean verify(String password, String hash) {
    Argon2.Encoded kept = Argon2.Encoded.parse(hash);
    byte[] wanted = kept.hashBytes();
    byte[] key =
        takingTurns(
            () ->
                derivation.derive(
                    PasswordRules.normal(password), kept.saltBytes(), kept.cost(), wanted.length));
    return MessageDigest.isEqual(key, wanted);
  }

  /** Whether a hash costs less than today's: it is made anew when its password is next shown. */
  public boolean needsRehash(String hash) {
    return Argon2.Encoded.parse(hash).cost().isBelow(cost);
  }

  /**
   * Costs what {@link #verify} costs, for an account that does not exist: who guesses names learns
   * nothing from the time an answer takes.
   *
   * @throws TooBusy when too many others are at it
   */
  public void spend(String password) {
    byte[] salt = new byte[SALT_BYTES];
    var unused =
        takingTurns(
            () -> derivation.derive(PasswordRules.normal(password), salt, cost, HASH_BYTES));
  }

  private byte[] takingTurns(Supplier<byte[]> work) {
    try {
      if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new TooBusy("sign-in-busy", RETRY_AFTER_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooBusy("sign-in-busy", RETRY_AFTER_SECONDS);
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
