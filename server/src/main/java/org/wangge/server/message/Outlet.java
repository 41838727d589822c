package org.wangge.server.message;

import java.time.Duration;
import org.wangge.message.Medium;
import org.wangge.message.Message;
import org.wangge.message.Outcome;

/** A way out of this program over one medium. Thread-safe. */
interface Outlet {

  Medium medium();

  /** Whether the gateway takes a message of a key only once. */
  boolean isKeyed();

  /** Whether nothing goes out: a demonstration shows how it would be. */
  default boolean isRehearsed() {
    return false;
  }

  /** How long handing a message over may take; after that its outcome is unknown. */
  Duration patience();

  /**
   * Hands a message over.
   *
   * @param address number, address of mail, or name of a group
   * @param text filled in
   */
  Outcome send(Message message, String address, String text);
}
