package org.wangge.server.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.n52.jackson.datatype.jts.JtsModule;
import org.wangge.geo.LatticePoint;

/** Puts a crowd in charge of the grids of a served town, so that their positions are taken. */
final class CrowdGrids {
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JtsModule());

  /** People begin within some forty metres of the middle of their grid. */
  private static final double SPREAD_DEGREES = 4e-4;

  private static final int MOST_GRIDS = 500;

  private CrowdGrids() {}

  /** Where somebody begins, and in which grid. */
  record Home(String grid, LatticePoint place) {}

  /** Puts so many people in charge, and says where each begins, in the order of their numbers. */
  static List<Home> settle(Door door, int people) throws IOException {
    Map<String, Coordinate> middles = middles(door);
    List<String> codes = List.copyOf(middles.keySet());
    Map<String, List<Integer>> byGrid = new LinkedHashMap<>();
    Random random = new Random(1);
    List<Home> homes = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      String code = codes.get(i % codes.size());
      Coordinate middle = middles.getOrDefault(code, new Coordinate());
      byGrid.computeIfAbsent(code, key -> new ArrayList<>()).add(i);
      homes.add(
          new Home(
              code,
              LatticePoint.ofDegrees(
                  middle.x + random.nextDouble() * SPREAD_DEGREES,
                  middle.y + random.nextDouble() * SPREAD_DEGREES)));
    }
    HttpClient client = HttpClient.newHttpClient();
    for (Map.Entry<String, List<Integer>> one : byGrid.entrySet()) {
      charge(client, door, one.getKey(), one.getValue());
    }
    return homes;
  }

  static long count(List<Home> homes) {
    return homes.stream().map(Home::grid).distinct().count();
  }

  /** Of a city some grids, evenly among all. */
  private static Map<String, Coordinate> middles(Door door) throws IOException {
    Map<String, Coordinate> middles = new LinkedHashMap<>();
    List<JsonNode> grids = new ArrayList<>();
    try (Door.Line line = new Door.Line(door)) {
      String path = "/api/grids?partition=tree&level=grid&limit=" + MOST_GRIDS;
      String next = "";
      do {
        JsonNode page = JSON.readTree(line.send("GET", path + next, "").body());
        page.path("features").forEach(grids::add);
        String after = page.path("next").asText("");
        next = after.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(after, UTF_8);
      } while (!next.isEmpty());
    }
    int every = (grids.size() + MOST_GRIDS - 1) / MOST_GRIDS;
    for (int i = 0; i < grids.size(); i += every) {
      JsonNode one = grids.get(i);
      Geometry shape = JSON.treeToValue(one.path("geometry"), Geometry.class);
      middles.put(one.at("/properties/code").asText(), shape.getInteriorPoint().getCoordinate());
    }
    return middles;
  }

  private static void charge(HttpClient client, Door door, String grid, List<Integer> people)
      throws IOException {
    List<String> inCharge =
        people.stream()
            .map(
                person ->
                    "{\"duty\":\"grid-worker\",\"staffCode\":\"%s\"}"
                        .formatted(WalkingCrowd.code(person)))
            .toList();
    String change =
        "{\"type\":\"Feature\",\"properties\":{\"inCharge\":[%s],\"reason\":\"bench\"}}"
            .formatted(String.join(",", inCharge));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/api/grids/%s".formatted(door.port(), grid)))
            .header("Authorization", "Bearer " + door.token())
            .header("Content-Type", "application/json");
    String version = send(client, request.copy().GET()).headers().firstValue("ETag").orElseThrow();
    send(
        client,
        request
            .header("If-Match", version)
            .method("PATCH", HttpRequest.BodyPublishers.ofString(change)));
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
      throws IOException {
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException("refused: " + answer.body());
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
