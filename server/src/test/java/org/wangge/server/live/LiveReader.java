package org.wangge.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a live stream as a browser does, one message after the other. */
final class LiveReader implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BufferedReader lines;

  private LiveReader(InputStream stream) {
    lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  /**
   * A message.
   *
   * @param id empty where it carries none
   */
  record Message(String id, String event, JsonNode data) {
    boolean is(String name) {
      return event.equals(name);
    }

    long number(String member) {
      return data.path(member).asLong();
    }
  }

  static LiveReader open(HttpClient client, HttpRequest.Builder request) {
    try {
      HttpResponse<InputStream> response =
          client.send(
              request.header("Accept", "text/event-stream").build(),
              HttpResponse.BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      return new LiveReader(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static LiveReader of(InputStream stream) {
    return new LiveReader(stream);
  }

  /** The next message; empty when the stream has ended. Waits. */
  Optional<Message> next() {
    String id = "";
    String event = "";
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          event = line.substring(7);
        } else if (line.startsWith("data: ")) {
          return Optional.of(new Message(id, event, JSON.readTree(line.substring(6))));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The next message that is no beat. */
  Message await() {
    Message message = next().orElseThrow();
    return message.is("beat") ? await() : message;
  }

  /** The next message of a kind. */
  Message await(String event) {
    Message message = next().orElseThrow();
    return message.is(event) ? message : await(event);
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
