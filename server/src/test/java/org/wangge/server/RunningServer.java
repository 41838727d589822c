package org.wangge.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.wangge.server.config.DataFolder;
import org.wangge.server.config.Settings;
import org.wangge.server.config.Settings.Demonstration;
import org.wangge.server.http.RouteTable;

/**
 * The real server in this process, on a free port and a data folder of the test's own. Without a
 * demonstration a caller without a token is a resident; with the owner's token an administrator.
 */
public final class RunningServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();
  private final DataFolder held;
  private final App app;
  private final String token;
  private final Map<String, String> cookies = new ConcurrentHashMap<>();

  private RunningServer(Settings settings) {
    this(settings, Clock.systemUTC());
  }

  private RunningServer(Settings settings, Clock machine) {
    held = DataFolder.open(settings.dataFolder()).orElseThrow();
    token = held.token();
    app = App.start(settings, held, machine);
  }

  /** A server with an empty database. */
  public static RunningServer empty(Path folder) {
    return new RunningServer(
        new Settings("127.0.0.1", 0, folder, null, Demonstration.NONE, Settings.CHINA));
  }

  /** A server with the demonstration town: whoever asks may look at the wall. */
  public static RunningServer withTown(Path folder) {
    TownTemplate.into(folder);
    return withNewTown(folder);
  }

  /** The same on a machine whose clock is this one. */
  public static RunningServer withTown(Path folder, Clock machine) {
    TownTemplate.into(folder);
    return withNewTown(folder, machine);
  }

  /** Lays the town into a folder, for a test that does something to it before it is served. */
  public static void layTown(Path folder) {
    TownTemplate.into(folder);
  }

  /** The same, and the town is loaded where the folder has none. */
  public static RunningServer withNewTown(Path folder) {
    return new RunningServer(
        new Settings("127.0.0.1", 0, folder, null, Demonstration.STILL, Settings.CHINA));
  }

  /** The same on a machine whose clock is this one. */
  public static RunningServer withNewTown(Path folder, Clock machine) {
    return new RunningServer(
        new Settings("127.0.0.1", 0, folder, null, Demonstration.STILL, Settings.CHINA), machine);
  }

  /** A server with settings of the test's own; its front door may want HTTPS. */
  public static RunningServer with(Settings settings) {
    if (settings.demonstration().town()) {
      TownTemplate.into(settings.dataFolder());
    }
    return new RunningServer(settings);
  }

  /** A server with the town that believes a proxy on this machine; the test is that proxy. */
  public static RunningServer behindProxy(Path folder) {
    return with(
        new Settings(
            "127.0.0.1",
            0,
            folder,
            null,
            Demonstration.STILL,
            Settings.CHINA,
            new Settings.Door(null, OptionalInt.empty(), Set.of("127.0.0.1"))));
  }

  /** What the proxy passes on, that came from this address over HTTPS. */
  public HttpRequest.Builder from(String address, String path) {
    return to(path).header("X-Forwarded-For", address).header("X-Forwarded-Proto", "https");
  }

  /** A server with an empty PostGIS database. */
  public static RunningServer onPostgis(Path folder, String databaseUrl) {
    return new RunningServer(
        new Settings("127.0.0.1", 0, folder, databaseUrl, Demonstration.NONE, Settings.CHINA));
  }

  /** A server with the demonstration town in a PostGIS database. */
  public static RunningServer withTownOnPostgis(Path folder, String databaseUrl) {
    return new RunningServer(
        new Settings("127.0.0.1", 0, folder, databaseUrl, Demonstration.STILL, Settings.CHINA));
  }

  /** The same as someone who signed in to the demonstration. */
  public HttpRequest.Builder as(String account, String path) {
    String cookie =
        cookies.computeIfAbsent(
            account,
            user ->
                post(to("/api/session"), "{\"user\":\"%s\",\"password\":\"demo\"}".formatted(user))
                    .header("Set-Cookie")
                    .split(";", 2)[0]);
    return to(path).header("Cookie", cookie);
  }

  /** Signs everybody in anew when they next ask: their sessions may be over. */
  public void forgetSessions() {
    cookies.clear();
  }

  /** Its address, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + app.port();
  }

  public String ownerToken() {
    return token;
  }

  public int port() {
    return app.port();
  }

  /** Leaves its address for commands, as a served program does. */
  public void announce() {
    held.announce(app.localUrl());
  }

  /** The routes that really serve. */
  public List<RouteTable.Line> routes() {
    return app.routes();
  }

  /** Port of plain HTTP beside HTTPS. */
  public int plainPort() {
    return app.plainPort();
  }

  /** Where the data folder's owner is let in. */
  public String localUrl() {
    return app.localUrl();
  }

  /** A request that can be told more. */
  public HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(url() + path)).timeout(LONGEST_WAIT);
  }

  /** The same as the data folder's owner. */
  public HttpRequest.Builder asOwner(String path) {
    return to(path).header("Authorization", "Bearer " + token);
  }

  public Answer get(String path) {
    return send(to(path));
  }

  public Answer getAsOwner(String path) {
    return send(asOwner(path));
  }

  public Answer post(HttpRequest.Builder request, String body) {
    return send(
        request
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public Answer put(HttpRequest.Builder request, String body) {
    return send(
        request
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  public Answer patch(HttpRequest.Builder request, String body) {
    return send(
        request
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Sends a request; once more where the connection kept from before has just been closed. */
  public Answer send(HttpRequest.Builder request) {
    try {
      return sendOnce(request);
    } catch (IOException closed) {
      try {
        return sendOnce(request);
      } catch (IOException e) {
        throw new AssertionError("no answer: " + request.build().uri(), e);
      }
    }
  }

  private Answer sendOnce(HttpRequest.Builder request) throws IOException {
    try {
      return new Answer(
          client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The body of an answer as it came, for files. */
  public byte[] bytes(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()).body();
    } catch (IOException e) {
      throw new AssertionError("no answer: " + request.build().uri(), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What the server answered.
   *
   * @param response as it came
   */
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public String body() {
      return response.body();
    }

    public JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (JsonProcessingException e) {
        throw new AssertionError("not JSON: " + response.body(), e);
      }
    }
  }

  @Override
  public void close() {
    app.close();
    held.close();
  }
}
