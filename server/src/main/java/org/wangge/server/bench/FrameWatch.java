package org.wangge.server.bench;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A reader of the live positions who notes how long each took from when it was due until it was
 * told. Its figures may be asked for once it is closed.
 */
final class FrameWatch implements WebSocket.Listener, AutoCloseable {
  private static final int MOST_MILLIS = 60_000;
  private static final int GONE = 8;
  private static final int CODES = 16;

  private final Devices devices;
  private final PositionLoad load;
  private final WebSocket socket;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private final Map<Integer, Integer> deviceOf = new HashMap<>();
  private final long[] counts = new long[MOST_MILLIS + 1];
  private long told;
  private long bytes;

  FrameWatch(Door door, Devices devices, PositionLoad load) {
    this.devices = devices;
    this.load = load;
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + door.token())
            .buildAsync(URI.create("ws://127.0.0.1:" + door.port() + "/api/live/positions"), this)
            .join();
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    byte[] part = new byte[data.remaining()];
    data.get(part);
    message.writeBytes(part);
    if (last) {
      read(message.toByteArray());
      message.reset();
    }
    from.request(1);
    return null;
  }

  private synchronized void read(byte[] frame) {
    long now = System.nanoTime();
    Numbers in = new Numbers(frame);
    boolean all = frame[1] == 0;
    in.next();
    long entries = in.next();
    bytes += frame.length;
    for (long i = 0; i < entries; i++) {
      int number = (int) in.next();
      long flags = in.next();
      if ((flags & GONE) != 0) {
        continue;
      }
      if ((flags & CODES) != 0) {
        deviceOf.put(number, devices.number(in.text()));
        in.text();
      }
      in.next();
      in.next();
      in.next();
      Integer device = deviceOf.get(number);
      if (!all && device != null) {
        note(now - load.dueNanos(device));
      }
    }
  }

  private void note(long nanos) {
    told++;
    counts[(int) Math.max(0, Math.min(MOST_MILLIS, nanos / 1_000_000))]++;
  }

  /** How many positions were told as changes. */
  synchronized long told() {
    return told;
  }

  synchronized double bytesEach() {
    return told == 0 ? 0 : (double) bytes / told;
  }

  /** So much of all was told within this many milliseconds. */
  synchronized double millis(double share) {
    long seen = 0;
    for (int i = 0; i <= MOST_MILLIS; i++) {
      seen += counts[i];
      if (seen >= share * told) {
        return i + 1;
      }
    }
    return MOST_MILLIS;
  }

  @Override
  public void close() {
    socket.abort();
  }

  /** Numbers of a frame, one after the other. */
  private static final class Numbers {
    private final byte[] frame;
    private int at = 2;

    Numbers(byte[] frame) {
      this.frame = frame;
    }

    long next() {
      long value = 0;
      for (int shift = 0; ; shift += 7) {
        byte part = frame[at++];
        value |= (part & 0x7FL) << shift;
        if (part >= 0) {
          return (value >>> 1) ^ -(value & 1);
        }
      }
    }

    String text() {
      int length = (int) next();
      at += length;
      return new String(frame, at - length, length, StandardCharsets.UTF_8);
    }
  }
}
