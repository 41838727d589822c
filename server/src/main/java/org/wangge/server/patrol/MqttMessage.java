package org.wangge.server.patrol;

import java.util.function.BooleanSupplier;

/** What a phone has sent to the broker. */
final class MqttMessage {
  private final String user;
  private final byte[] body;
  private final BooleanSupplier stale;
  private final Runnable done;

  /**
   * A message.
   *
   * @param user who says so, as the broker has made sure
   * @param body what they say; nobody changes it
   * @param stale whether the connection it came by is gone: the broker will bring it again
   * @param done tells the broker that it need not be kept any longer
   */
  MqttMessage(String user, byte[] body, BooleanSupplier stale, Runnable done) {
    this.user = user;
    this.body = body;
    this.stale = stale;
    this.done = done;
  }

  String user() {
    return user;
  }

  boolean isStale() {
    return stale.getAsBoolean();
  }

  /** What it says. */
  PhoneMessage read() {
    return OwnTracksRequests.message(body);
  }

  void finish() {
    done.run();
  }
}
