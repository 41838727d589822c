package org.wangge.message;

import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps how people are told. Thread-safe; every call belongs to its transaction. */
public interface MessageRuleStore {

  /** All in force, in the order of {@link Occasion}: one for each. */
  List<MessageRule> list(Tx tx, Caller caller);

  /** All that were ever in force for an occasion, the newest first. */
  List<MessageRule> past(Tx tx, Caller caller, Occasion occasion);

  /** A version of one, whether it is in force or not. */
  Optional<MessageRule> find(Tx tx, Caller caller, Occasion occasion, int version);

  /**
   * Puts another in its place; what it was stays on record.
   *
   * @throws org.wangge.fault.Conflict when {@code ifVersion} is no longer the newest
   */
  void change(Tx tx, Caller caller, MessageRule changed, int ifVersion);
}
