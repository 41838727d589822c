package org.wangge.people;

import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps who is linked to which account. Thread-safe. */
public interface IdentityStore {

  /** The one of a provider and a subject, letter by letter. */
  Optional<Identity> find(Tx tx, String issuer, String subject);

  /**
   * Those of an account, oldest first. What a caller may do with whose is the register's to say.
   */
  List<Identity> list(Tx tx, Caller caller, String account);

  /**
   * Links one and gives it its number.
   *
   * @throws org.wangge.fault.Conflict with code {@code identity-taken} when it is linked already
   */
  Identity add(Tx tx, Caller caller, Identity identity);

  /** Unlinks one of an account; false when it has none such. */
  boolean remove(Tx tx, Caller caller, String account, long id);
}
