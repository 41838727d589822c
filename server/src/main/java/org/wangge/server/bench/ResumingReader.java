package org.wangge.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Reads the live stream as a browser does: what has not come to its end is not heard, whoever is
 * silent for long is left, and each connection goes on after the last number that came. Not
 * thread-safe.
 */
final class ResumingReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int port;
  private final int silenceMillis;
  private final Random random;
  private final EventChain chain = new EventChain();
  private int connections;
  private String id = "";
  private String event = "";
  private String data = "";

  /**
   * Connects to a port of this machine.
   *
   * @param silenceMillis after which a connection is taken for dead
   * @param random says in which of two ways it tells where it goes on
   */
  ResumingReader(int port, int silenceMillis, Random random) {
    this.port = port;
    this.silenceMillis = silenceMillis;
    this.random = random;
  }

  /** Reads until a change with this subject has come. */
  void readTo(String subject) {
    while (!readOnce(subject)) {
      connections++;
    }
  }

  private boolean readOnce(String subject) {
    chain.resume();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(silenceMillis);
      socket.getOutputStream().write(request().getBytes(StandardCharsets.US_ASCII));
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      id = "";
      event = "";
      data = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty() ? dispatch(subject) : !take(line)) {
          return true;
        }
      }
    } catch (IOException e) {
      // Cut: it goes on with the next connection.
    }
    return false;
  }

  /** In HTTP/1.0, whose answers come as they are and end with the connection. */
  private String request() {
    boolean byHeader = random.nextBoolean();
    String place = byHeader ? "" : "?after=" + chain.last();
    String header = byHeader ? "Last-Event-ID: " + chain.last() + "\r\n" : "";
    return "GET /api/live"
        + place
        + " HTTP/1.0\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n"
        + header
        + "\r\n";
  }

  private boolean take(String line) {
    if (line.startsWith("HTTP/") && line.length() > 12 && !line.contains(" 200 ")) {
      throw new IllegalStateException("refused: " + line);
    }
    if (line.startsWith("id: ")) {
      id = line.substring(4);
    } else if (line.startsWith("event: ")) {
      event = line.substring(7);
    } else if (line.startsWith("data: ")) {
      data = line.substring(6);
    }
    return true;
  }

  /** A message has come to its end. Whether it is what was waited for. */
  private boolean dispatch(String subject) throws IOException {
    if (data.isEmpty()) {
      return false;
    }
    JsonNode said = JSON.readTree(data);
    switch (event) {
      case "change" -> chain.change(said.path("number").asLong(), said.path("prev").asLong());
      case "beat" -> chain.beat(said.path("upTo").asLong());
      case "reset" -> chain.reset();
      default -> {
        // The greeting says what is known.
      }
    }
    boolean awaited = event.equals("change") && said.path("subject").asText().equals(subject);
    if (!id.equals(Long.toString(chain.last()))) {
      throw new IllegalStateException("id " + id + " where " + chain.last() + " was reached");
    }
    event = "";
    data = "";
    return awaited;
  }

  /** What came. */
  EventChain chain() {
    return chain;
  }

  /** How often it had to connect again. */
  int connections() {
    return connections;
  }
}
