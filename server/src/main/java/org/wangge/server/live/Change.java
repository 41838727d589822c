package org.wangge.server.live;

import java.nio.charset.StandardCharsets;
import org.wangge.event.NumberedEvent;

/**
 * A change as it is sent, made once for all readers but for what came before it: that differs, as
 * not every reader is told of everything.
 *
 * @param event what happened
 * @param head up to the number of the one before
 * @param tail after it
 */
record Change(NumberedEvent event, String head, String tail) {

  /** The message for a reader who was told of a number before. */
  byte[] after(long prev) {
    return (head + prev + tail).getBytes(StandardCharsets.UTF_8);
  }
}
