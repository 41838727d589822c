package org.wangge.server.message;

import java.time.Duration;
import org.wangge.message.Medium;
import org.wangge.message.Message;
import org.wangge.message.Outcome;

/**
 * Of a demonstration: nothing goes out, and all is shown as if it had. Only where no gateway is set
 * up. Thread-safe.
 */
record RehearsedOutlet(Medium medium) implements Outlet {

  @Override
  public boolean isKeyed() {
    return true;
  }

  @Override
  public boolean isRehearsed() {
    return true;
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Outcome send(Message message, String address, String text) {
    return new Outcome.Taken("");
  }
}
