package org.wangge.people;

import java.util.Optional;

/** Knows the accounts and their passwords. Thread-safe. */
public interface AccountBook {

  /** A book without an account: nobody can sign in. */
  AccountBook EMPTY = (id, password) -> Optional.empty();

  /** The account of an id, if the password is its. */
  Optional<Account> find(String id, String password);
}
