package org.wangge.server.whistle;

import java.time.Duration;
import org.wangge.server.storage.Rounds;
import org.wangge.whistle.ArrivalProof;
import org.wangge.whistle.WhistleRegister;

/** Looks every now and then who of those who were called has come. Thread-safe. */
final class WhistleWatch implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final WhistleRegister register;
  private final ArrivalProof proof;
  private final Rounds looks = new Rounds("whistle-watch", PAUSE, this::look);

  WhistleWatch(WhistleRegister register, ArrivalProof proof) {
    this.register = register;
    this.proof = proof;
  }

  void start() {
    looks.start();
  }

  private void look() {
    int unused = register.look(proof);
  }

  @Override
  public void close() {
    looks.close();
  }
}
