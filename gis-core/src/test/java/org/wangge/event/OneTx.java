package org.wangge.event;

import java.util.function.Function;
import org.wangge.access.Caller;

/** Does all work in one transaction of a test, and counts what may change things. */
public final class OneTx implements Transactions {
  private final Tx tx;
  private int writes;

  public OneTx(Tx tx) {
    this.tx = tx;
  }

  @Override
  public <T> T write(Caller caller, Function<Tx, T> work) {
    writes++;
    return work.apply(tx);
  }

  @Override
  public <T> T read(Function<Tx, T> work) {
    return work.apply(tx);
  }

  public int writes() {
    return writes;
  }
}
