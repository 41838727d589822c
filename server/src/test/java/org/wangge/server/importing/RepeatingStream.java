package org.wangge.server.importing;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A long file that takes no memory: a head, then the same text again and again. */
final class RepeatingStream extends InputStream {
  private final byte[] head;
  private final byte[] repeated;
  private final int length;
  private int at;

  RepeatingStream(String head, String repeated, int length) {
    this.head = head.getBytes(StandardCharsets.UTF_8);
    this.repeated = repeated.getBytes(StandardCharsets.UTF_8);
    this.length = length;
  }

  @Override
  public int read() {
    if (at >= length) {
      return -1;
    }
    byte value = at < head.length ? head[at] : repeated[(at - head.length) % repeated.length];
    at++;
    return value & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int count) {
    int taken = 0;
    while (taken < count && at < length) {
      target[offset + taken++] = (byte) read();
    }
    return taken == 0 && count > 0 ? -1 : taken;
  }
}
