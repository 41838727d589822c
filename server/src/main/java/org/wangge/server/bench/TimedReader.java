package org.wangge.server.bench;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** One reader of the live stream that notes when each change came, on a thread of its own. */
final class TimedReader implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final Socket socket;
  private final long[] cameNanos;
  private final AtomicLong bytes = new AtomicLong();
  private final CountDownLatch greeted = new CountDownLatch(1);
  private final CountDownLatch all = new CountDownLatch(1);
  private volatile boolean inOrder = true;

  private TimedReader(Socket socket, int events) {
    this.socket = socket;
    this.cameNanos = new long[events];
  }

  /** Returns once it has been greeted. */
  static TimedReader open(int port, int events) {
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      TimedReader reader = new TimedReader(socket, events);
      String request =
          "GET /api/live?after=0 HTTP/1.0\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      Thread thread = new Thread(reader::read, "timed-reader");
      thread.setDaemon(true);
      thread.start();
      if (!reader.greeted.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the live stream does not greet");
      }
      return reader;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void read() {
    int next = 0;
    String id = "";
    try (Scanner lines =
        new Scanner(new Counting(socket.getInputStream()), StandardCharsets.UTF_8)) {
      while (next < cameNanos.length && lines.hasNextLine()) {
        String line = lines.nextLine();
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.equals("event: hello")) {
          bytes.set(0);
          greeted.countDown();
        } else if (line.equals("event: change")) {
          cameNanos[next++] = System.nanoTime();
          inOrder &= id.equals(Integer.toString(next));
        }
      }
    } catch (IOException e) {
      inOrder = false;
    }
    inOrder &= next == cameNanos.length;
    all.countDown();
  }

  /** Whether every change came, once and in order. */
  boolean awaitAll() {
    try {
      return all.await(PATIENCE_SECONDS, TimeUnit.SECONDS) && inOrder;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * How long after its commit each came; a change may come before its writer hears of the commit.
   */
  double[] millisAfter(long[] committed) {
    return IntStream.range(0, committed.length)
        .mapToDouble(i -> Math.max(0, cameNanos[i] - committed[i]) / 1e6)
        .toArray();
  }

  /** What came in all since the greeting, beats among it. */
  long bytes() {
    return bytes.get();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts what goes through. */
  private final class Counting extends FilterInputStream {
    Counting(InputStream in) {
      super(new BufferedInputStream(in));
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = super.read(into, from, length);
      bytes.addAndGet(Math.max(0, count));
      return count;
    }
  }
}
