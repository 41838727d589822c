package org.wangge.server.bench;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What comes from a server, taken slowly until it is hurried. Read by one thread. */
final class PacedStream extends FilterInputStream {
  private static final int SIP = 200;
  private static final int SIP_MILLIS = 100;
  private static final long TAKES_NANOS = 3_000_000_000L;
  private static final long STALLS_NANOS = 12_000_000_000L;

  private final Pace pace;
  private final long begun = System.nanoTime();
  private volatile boolean hurried;

  /** How it is taken. */
  enum Pace {
    /** As it comes. */
    ORDINARY,
    /** Two kilobytes a second. */
    SIPS,
    /** Nothing at all for twelve seconds, and as it comes for three. */
    STALLS
  }

  PacedStream(InputStream in, Pace pace) {
    super(in);
    this.pace = pace;
  }

  /** From now on it is taken as it comes. */
  void hurry() {
    hurried = true;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (pace == Pace.SIPS && !hurried) {
      pause();
      return in.read(into, from, Math.min(length, SIP));
    }
    while (pace == Pace.STALLS && !hurried && isStalling()) {
      pause();
    }
    return in.read(into, from, length);
  }

  private boolean isStalling() {
    return (System.nanoTime() - begun) % (TAKES_NANOS + STALLS_NANOS) > TAKES_NANOS;
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(SIP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
