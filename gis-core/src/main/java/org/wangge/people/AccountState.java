package org.wangge.people;

import java.util.Optional;
import org.wangge.word.Word;

/** Whether an account can be used. */
public enum AccountState implements Word {
  ACTIVE,
  /** Nobody can sign in with it; what it did stays on record. */
  DISABLED;

  public static Optional<AccountState> find(String word) {
    return Word.find(AccountState.class, word);
  }
}
