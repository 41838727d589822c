package org.wangge.event;

import java.util.function.Function;
import org.wangge.access.Caller;

/** Opens transactions. Thread-safe. */
public interface Transactions {

  /**
   * Does work that may change things. It is all there, durably, when this returns, and nothing of
   * it when it throws.
   */
  <T> T write(Caller caller, Function<Tx, T> work);

  /** Does work that only reads, on one consistent state. */
  <T> T read(Function<Tx, T> work);
}
