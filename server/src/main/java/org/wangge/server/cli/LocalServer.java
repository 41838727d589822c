package org.wangge.server.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.wangge.server.config.DataFolder;

/**
 * The server that holds a data folder, as a command talks to it: on loopback, as the folder's
 * owner.
 */
final class LocalServer {
  private final DataFolder.RunningServer server;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private LocalServer(DataFolder.RunningServer server) {
    this.server = server;
  }

  static Optional<LocalServer> of(InstallationOptions installation) {
    return DataFolder.runningServer(installation.data).map(LocalServer::new);
  }

  /** Posts a body and gives back status and text. */
  HttpResponse<String> post(String path, String contentType, HttpRequest.BodyPublisher body) {
    return send(
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Content-Type", contentType)
            .POST(body));
  }

  /** Reads an address. */
  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(server.url() + path)));
  }

  /** Changes something of a version, as told by {@code If-Match}. */
  HttpResponse<String> change(String method, String path, int version, String json) {
    return send(
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Content-Type", "application/json")
            .header("If-Match", "\"" + version + "\"")
            .method(method, HttpRequest.BodyPublishers.ofString(json)));
  }

  /** The server of a program that runs in this process. */
  static LocalServer of(String url, String token) {
    return new LocalServer(new DataFolder.RunningServer(url, token));
  }

  private HttpResponse<String> send(HttpRequest.Builder asked) {
    HttpRequest request = asked.header("Authorization", "Bearer " + server.token()).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(
          "The server at " + server.url() + " holds the data folder but does not answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
