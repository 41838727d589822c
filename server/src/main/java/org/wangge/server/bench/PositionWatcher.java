package org.wangge.server.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One who looks at positions over a web socket, on a thread of its own, with as little work as that
 * can be done with. Thread-safe.
 */
final class PositionWatcher implements AutoCloseable {
  private static final int SMALL_BUFFER = 4_096;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PATIENCE_SECONDS = 60;

  private final Socket socket;
  private final PacedStream paced;
  private final DataInputStream in;
  private final Supplier<FanoutTally> tally;
  private final WalkingCrowd crowd;
  private final @Nullable SeenPositions seenOrNull;
  private final CountDownLatch greeted = new CountDownLatch(1);
  private final AtomicLong staleBytes = new AtomicLong();
  private volatile long hurriedMillis;
  private volatile boolean closed;
  private volatile @Nullable String trouble;

  private PositionWatcher(
      Socket socket,
      PacedStream.Pace pace,
      boolean knows,
      WalkingCrowd crowd,
      Supplier<FanoutTally> tally)
      throws IOException {
    this.socket = socket;
    this.tally = tally;
    this.crowd = crowd;
    paced = new PacedStream(socket.getInputStream(), pace);
    in = new DataInputStream(paced);
    seenOrNull = knows ? new SeenPositions() : null;
  }

  /**
   * Begins to look.
   *
   * @param knows whether it remembers who is where, or only counts
   * @param tally where what comes is counted now
   */
  static PositionWatcher open(
      Door door,
      PacedStream.Pace pace,
      boolean knows,
      WalkingCrowd crowd,
      Supplier<FanoutTally> tally) {
    try {
      Socket socket = new Socket();
      if (pace != PacedStream.Pace.ORDINARY) {
        socket.setReceiveBufferSize(SMALL_BUFFER);
      }
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), door.port()));
      String request =
          "GET /api/live/positions HTTP/1.1\r\nHost: 127.0.0.1:"
              + door.port()
              + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
              + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      PositionWatcher watcher = new PositionWatcher(socket, pace, knows, crowd, tally);
      Thread thread = new Thread(watcher::read, "watcher");
      thread.setDaemon(true);
      thread.start();
      return watcher;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try {
      readHead();
      ByteArrayOutputStream message = new ByteArrayOutputStream();
      while (true) {
        int first = in.readUnsignedByte();
        byte[] payload = new byte[length(in.readUnsignedByte())];
        in.readFully(payload);
        if ((first & 0xF) == CLOSE) {
          throw new EOFException("closed by the server");
        }
        if ((first & 0xF) <= BINARY) {
          message.writeBytes(payload);
        }
        if ((first & 0x80) != 0 && message.size() > 0) {
          take(message.toByteArray());
          message.reset();
        }
      }
    } catch (IOException | RuntimeException e) {
      if (!closed) {
        trouble = e.toString();
      }
    }
  }

  private void readHead() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    if (!head.toString().startsWith("HTTP/1.1 101")) {
      throw new IOException(head.substring(0, head.indexOf("\r\n")));
    }
  }

  private int length(int second) throws IOException {
    return switch (second) {
      case 126 -> in.readUnsignedShort();
      case 127 -> Math.toIntExact(in.readLong());
      default -> second;
    };
  }

  private synchronized void take(byte[] frame) {
    long now = System.currentTimeMillis();
    long made = SeenPositions.millis(frame);
    if (hurriedMillis > 0 && made < hurriedMillis) {
      staleBytes.addAndGet(frame.length);
    }
    FanoutTally counts = tally.get();
    counts.frame(frame, now - made);
    if (seenOrNull != null) {
      seenOrNull.take(
          frame,
          seen -> {
            int person = WalkingCrowd.person(seen.code());
            if (person >= 0 && !SeenPositions.isWhole(frame)) {
              counts.position(now - crowd.sentMillis(person, seen.lat()));
            }
          });
    }
    greeted.countDown();
  }

  /** Waits for its first frame. */
  void awaitGreeting() {
    try {
      if (!greeted.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("no frame within a minute: " + trouble);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** From now on it takes what comes, however slow it was. */
  void hurry() {
    hurriedMillis = System.currentTimeMillis();
    paced.hurry();
  }

  /** Bytes of what was made before it was hurried and came after: what waited for it. */
  long staleBytes() {
    return staleBytes.get();
  }

  /** Whether it remembers who is where. */
  boolean knows() {
    return seenOrNull != null;
  }

  /** What it knows of everybody, by code; nothing for one who only counts. */
  synchronized Map<String, SeenPositions.Seen> seen() {
    return seenOrNull == null ? new HashMap<>() : seenOrNull.byCode();
  }

  /** Why it looks no longer; null while it does. */
  @Nullable String trouble() {
    return trouble;
  }

  @Override
  public void close() {
    closed = true;
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
