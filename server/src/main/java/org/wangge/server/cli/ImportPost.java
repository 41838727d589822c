package org.wangge.server.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wangge.server.config.DataFolder.RunningServer;

/** Hands a file to the server that holds the data folder; the file is streamed. */
final class ImportPost {
  private static final Duration LONGEST_IMPORT = Duration.ofMinutes(30);

  private final RunningServer server;
  private final boolean json;
  private final String language;

  ImportPost(RunningServer server, boolean json, String language) {
    this.server = server;
    this.json = json;
    this.language = language;
  }

  /**
   * What the server said.
   *
   * @param done whether the file was loaded or checked
   * @param text the report
   */
  record Answer(boolean done, String text) {}

  Answer send(Map<String, String> words, Path file, Optional<Path> outline)
      throws IOException, InterruptedException {
    String query =
        words.entrySet().stream()
            .map(word -> encode(word.getKey()) + "=" + encode(word.getValue()))
            .collect(Collectors.joining("&"));
    String boundary = "wangge-" + UUID.randomUUID();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + "/api/imports/areas?" + query))
            .timeout(LONGEST_IMPORT)
            .header("Authorization", "Bearer " + server.token())
            .header("Accept", json ? "application/json" : "text/plain")
            .header("Accept-Language", language)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(form(boundary, file, outline))
            .build();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    var response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    return new Answer(response.statusCode() == 200, response.body());
  }

  private static BodyPublisher form(String boundary, Path file, Optional<Path> outline)
      throws IOException {
    BodyPublisher main = part(boundary, "file", file);
    BodyPublisher end = text("--" + boundary + "--\r\n");
    return outline.isEmpty()
        ? BodyPublishers.concat(main, end)
        : BodyPublishers.concat(main, part(boundary, "outline", outline.get()), end);
  }

  private static BodyPublisher part(String boundary, String name, Path file) throws IOException {
    String head =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\""
            + name
            + "\"; filename=\""
            + String.valueOf(file.getFileName()).replace('"', '_')
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    return BodyPublishers.concat(text(head), BodyPublishers.ofFile(file), text("\r\n"));
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
