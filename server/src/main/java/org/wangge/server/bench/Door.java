package org.wangge.server.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where a served program is reached by its owner.
 *
 * @param port on this machine
 * @param token the owner's
 */
record Door(int port, String token) {
  private static final int PATIENCE_MILLIS = 120_000;
  private static final String JSON = "Content-Type: application/json";

  /** Whether it answers that it is ready. */
  boolean isOpen() {
    try (Line line = new Line(this)) {
      return line.send("GET", "/readyz", "").status() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** What was answered. */
  record Answer(int status, String body) {}

  /**
   * One connection that stays open, with as little work as HTTP/1.1 can be done with: what the
   * sender of a load costs itself, the served program does not have. Not thread-safe.
   */
  static final class Line implements AutoCloseable {
    private final Door door;
    private final Socket socket;
    private final InputStream in;

    Line(Door door) throws IOException {
      this.door = door;
      socket = new Socket();
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), door.port()), PATIENCE_MILLIS);
      in = new BufferedInputStream(socket.getInputStream());
    }

    Answer send(String method, String path, String body) throws IOException {
      return send(method, path, JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with a header that says what the body is, and more headers perhaps. */
    Answer send(String method, String path, String headers, byte[] bytes) throws IOException {
      String head =
          method
              + " "
              + path
              + " HTTP/1.1\r\nHost: 127.0.0.1:"
              + door.port()
              + "\r\nAuthorization: Bearer "
              + door.token()
              + "\r\n"
              + headers
              + "\r\nContent-Length: "
              + bytes.length
              + "\r\n\r\n";
      ByteArrayOutputStream all = new ByteArrayOutputStream(head.length() + bytes.length);
      all.writeBytes(head.getBytes(StandardCharsets.UTF_8));
      all.writeBytes(bytes);
      all.writeTo(socket.getOutputStream());
      int status = Integer.parseInt(line().split(" ", 3)[1]);
      int length = 0;
      boolean inChunks = false;
      for (String header = line(); !header.isEmpty(); header = line()) {
        String lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith("content-length:")) {
          length = Integer.parseInt(lower.substring(15).strip());
        }
        inChunks |= lower.startsWith("transfer-encoding:");
      }
      byte[] answer = inChunks ? chunks() : bytes(length);
      return new Answer(status, new String(answer, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
        all.write(bytes(size));
        line();
      }
      line();
      return all.toByteArray();
    }

    private byte[] bytes(int length) throws IOException {
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw new EOFException();
      }
      return bytes;
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0) {
          throw new EOFException();
        }
        if (next != '\r') {
          line.append((char) next);
        }
      }
      return line.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
