package org.wangge.people;

import java.util.Collection;

/** Knows what is tried first by whoever guesses passwords. Thread-safe. */
@FunctionalInterface
public interface CommonPasswords {

  /**
   * Whether a password would soon be guessed.
   *
   * @param known words that a guesser knows too, such as the account's id or the site's name
   */
  boolean isCommon(String password, Collection<String> known);
}
