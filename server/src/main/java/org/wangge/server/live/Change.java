package org.wangge.server.live;

import java.nio.charset.StandardCharsets;
import org.wangge.event.NumberedEvent;

/**
 * A change as it is sent, made once for all readers but for what came before it: that differs, as
 * not every reader is told of everything.
 *
 * @param event what happened
 * @param head bytes up to the number of the one before
 * @param tail bytes after it
 */
record Change(NumberedEvent event, byte[] head, byte[] tail) {

  /** The message for a reader who was told of a number before. */
  byte[] after(long prev) {
    byte[] number = Long.toString(prev).getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[head.length + number.length + tail.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(number, 0, all, head.length, number.length);
    System.arraycopy(tail, 0, all, head.length + number.length, tail.length);
    return all;
  }
}
