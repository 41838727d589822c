package org.wangge.people;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Map;
import org.wangge.fault.Invalid;

/**
 * Which passwords staff may choose: 12 to 128 characters of any kind, without rules about letters
 * and digits, which only make passwords alike, and none that is tried first by whoever guesses.
 *
 * <p>OWASP's ASVS 5.0 (6.2.1) asks for 8 and recommends 15; NIST SP 800-63B wants 15 where nothing
 * but the password protects. Grid workers type theirs on a phone in the street, and a rule that is
 * hard to keep is kept on a slip of paper, so it is 12 here: guesses at the server are slowed down
 * ({@link SignInThrottle}), each costs 19 MiB, everything that a dictionary gives away is refused,
 * and the roles that can do most need a second factor. Whoever chooses 15 or more is not hindered.
 *
 * <p>Immutable and thread-safe.
 */
public final class PasswordRules {
  /** Fewest characters, counted as code points of the normal form. */
  public static final int LEAST = 12;

  /** Most characters, so that nobody makes the server hash a book. */
  public static final int MOST = 128;

  private static final String FIELD = "password";

  private final CommonPasswords common;

  public PasswordRules(CommonPasswords common) {
    this.common = common;
  }

  /**
   * The one form (NFKC) in which a password is measured and hashed: keyboards and systems write the
   * same text in several ways.
   */
  public static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  /**
   * Refuses a password that must not be chosen.
   *
   * @param known words that a guesser knows too, such as the account's id or the site's name
   * @throws Invalid {@code password-short}, {@code password-long} or {@code password-common}; the
   *     password stands in none of them
   */
  public void check(String password, Collection<String> known) {
    String normal = normal(password);
    int length = normal.codePointCount(0, normal.length());
    if (length < LEAST) {
      throw new Invalid(FIELD, "password-short", Map.of("length", length, "least", LEAST));
    }
    if (length > MOST) {
      throw new Invalid(FIELD, "password-long", Map.of("length", length, "most", MOST));
    }
    if (common.isCommon(normal, known)) {
      throw new Invalid(FIELD, "password-common");
    }
  }
}
