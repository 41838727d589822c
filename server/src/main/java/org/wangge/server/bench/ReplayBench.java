package org.wangge.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ten thousand requests of San Francisco's citizens, with their own times, taken in as history over
 * a generated mesh of grids. Every one is read back and compared: its times, and the grid that
 * arithmetic says. Those at 0,0 lie in none and wait in the queue for that while they are open;
 * those closed before they were created are refused by name.
 */
final class ReplayBench implements Bench {
  private static final int BATCH = 500;

  /** The demonstration town has a history of its own, of the last weeks. */
  private static final String BEFORE_THE_TOWN = "2020-01-01T00:00:00Z";

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public String purpose() {
    return "San Francisco's requests as history, through the API";
  }

  @Override
  public Figures run(Settings settings, PrintWriter out) {
    Figures figures = new Figures(name());
    List<CityRequests.Request> all = CityRequests.read();
    if (all.isEmpty()) {
      out.println("skipped: there is no ../shared/data beside the project");
      return figures;
    }
    List<CityRequests.Request> requests = all.subList(0, settings.pick(all.size(), 1_000));
    try (ServedProgram program =
            new ServedProgram(
                newFolder(), System.getenv("WANGGE_BENCH_DATABASE"), settings.start());
        Door.Line line = new Door.Line(program.awaitReady())) {
      Door.Answer grids =
          line.send("POST", "/api/imports/areas?file=sf.geojson&crs=EPSG:4326", GridMesh.geoJson());
      JsonNode report = JSON.readTree(grids.body());
      int accepted = report.at("/counts/accepted").asInt();
      out.printf("%d of %d areas accepted%n", accepted, GridMesh.areas());
      if (accepted < GridMesh.areas()) {
        out.println(report.has("refusals") ? report.path("refusals").path(0) : report);
      }
      figures.agreed(accepted == GridMesh.areas());
      replay(requests, line, figures, out);
      compare(requests, line, figures, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return figures;
  }

  private static void replay(
      List<CityRequests.Request> requests, Door.Line line, Figures figures, PrintWriter out)
      throws IOException {
    Map<String, Integer> refused = new TreeMap<>();
    int taken = 0;
    int placeless = 0;
    long begun = System.nanoTime();
    for (int from = 0; from < requests.size(); from += BATCH) {
      List<Map<String, Object>> batch =
          requests.subList(from, Math.min(requests.size(), from + BATCH)).stream()
              .map(ReplayBench::report)
              .toList();
      String body = JSON.writeValueAsString(Map.of("reports", batch));
      JsonNode answer = JSON.readTree(line.send("POST", "/api/reports/history", body).body());
      taken += answer.path("taken").asInt();
      placeless += answer.path("placeless").asInt();
      for (JsonNode one : answer.path("refused")) {
        refused.merge(one.path("code").asText(), 1, Integer::sum);
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    out.printf(
        "%,d requests in %.1f s: %,d taken, %,d in no grid, refused %s%n",
        requests.size(), seconds, taken, placeless, refused);
    long impossible = requests.stream().filter(CityRequests.Request::isImpossible).count();
    figures.figure("requests", requests.size());
    figures.figure("taken", taken);
    figures.figure("in_no_grid", placeless);
    figures.figure("closed_before_created", (double) impossible);
    figures.figure("requests_per_second", requests.size() / seconds);
    figures.agreed(refused.getOrDefault("closed-before-reported", 0) == impossible);
    figures.agreed(taken + impossible == requests.size());
  }

  private static Map<String, Object> report(CityRequests.Request request) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("key", "sf-" + request.key());
    one.put("category", request.category());
    one.put("channel", request.byPhone() ? "phone" : "resident-page");
    one.put("lon", request.lon());
    one.put("lat", request.lat());
    one.put("reportedAt", request.created().toString());
    request.closed().ifPresent(at -> one.put("closedAt", at.toString()));
    return one;
  }

  private static void compare(
      List<CityRequests.Request> requests, Door.Line line, Figures figures, PrintWriter out)
      throws IOException {
    List<CityRequests.Request> possible =
        requests.stream().filter(request -> !request.isImpossible()).toList();
    Map<String, Long> expected = possible.stream().collect(counting(ReplayBench::described));
    List<String> kept = new ArrayList<>();
    FeaturePages.each(
        line, "/api/incidents?to=" + BEFORE_THE_TOWN, one -> kept.add(described(one)));
    Map<String, Long> found = kept.stream().collect(counting(Function.identity()));
    List<JsonNode> queue = new ArrayList<>();
    FeaturePages.each(line, "/api/incidents?placed=false", queue::add);
    long queued = queue.size();
    long nowhere =
        possible.stream().filter(one -> one.isNowhere() && one.closed().isEmpty()).count();
    out.printf(
        "%,d read back, %,d otherwise than sent; %,d open ones in the queue without a place%n",
        kept.size(), differences(expected, found), queued);
    figures.figure("at_0_0", (double) requests.stream().filter(one -> one.isNowhere()).count());
    figures.figure("otherwise_than_sent", (double) differences(expected, found));
    figures.figure("queued_without_a_place", (double) queued);
    figures.agreed(found.equals(expected) && queued == nowhere);
    table(possible, out);
  }

  private static <T> Collector<T, ?, Map<String, Long>> counting(Function<T, String> by) {
    return Collectors.groupingBy(by, TreeMap::new, Collectors.counting());
  }

  private static String described(CityRequests.Request request) {
    return String.join(
        " ",
        request.category(),
        grid(request.lon(), request.lat(), GridMesh.codeAt(request.lon(), request.lat())),
        request.created().toString(),
        request.closed().map(String::valueOf).orElse("open"));
  }

  private static String described(JsonNode feature) {
    JsonNode of = feature.path("properties");
    JsonNode at = feature.at("/geometry/coordinates");
    return String.join(
        " ",
        of.path("category").asText(),
        grid(at.path(0).asDouble(), at.path(1).asDouble(), of.path("grid").textValue()),
        of.path("reportedAt").asText(),
        of.path("closedAt").isNull() ? "open" : of.path("closedAt").asText());
  }

  private static String grid(double lon, double lat, @Nullable String code) {
    return GridMesh.isOnBorder(lon, lat) ? "border" : Objects.requireNonNullElse(code, "");
  }

  private static long differences(Map<String, Long> expected, Map<String, Long> found) {
    Map<String, Long> left = new TreeMap<>(expected);
    found.forEach((key, count) -> left.merge(key, -count, Long::sum));
    return left.values().stream().mapToLong(Math::abs).sum();
  }

  /** How soon the city closed what it was told, by category. */
  private static void table(List<CityRequests.Request> requests, PrintWriter out) {
    out.printf(
        "%-18s %9s %8s %8s %14s%n", "category", "requests", "closed", "rate", "median hours");
    requests.stream()
        .collect(
            Collectors.groupingBy(
                CityRequests.Request::category, TreeMap::new, Collectors.toList()))
        .forEach(
            (category, some) -> {
              double[] hours =
                  some.stream()
                      .flatMap(
                          one ->
                              one.closed().map(at -> Duration.between(one.created(), at)).stream())
                      .mapToDouble(took -> took.toSeconds() / 3_600.0)
                      .sorted()
                      .toArray();
              out.printf(
                  "%-18s %,9d %,8d %7.1f%% %14.1f%n",
                  category,
                  some.size(),
                  hours.length,
                  100.0 * hours.length / some.size(),
                  hours.length == 0 ? 0 : hours[hours.length / 2]);
            });
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("wangge-replay");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
