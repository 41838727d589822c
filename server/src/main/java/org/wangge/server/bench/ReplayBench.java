package org.wangge.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ten thousand requests of San Francisco's citizens, with their own times, taken in as history over
 * a generated mesh of grids: those at 0,0 lie in none, and those closed before they were created
 * are refused by name. Looks for the file beside the project and says so where it is not there.
 */
final class ReplayBench implements Bench {
  private static final Path FILE =
      Path.of("..", "shared", "data", "incidents", "sf-311_service_requests.csv");

  private static final int BATCH = 500;
  private static final int SIDE = 20;
  private static final double WEST = -122.52;
  private static final double SOUTH = 37.70;
  private static final double WIDTH = 0.17;
  private static final double HEIGHT = 0.13;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The nearest of ours to what San Francisco calls it. */
  private static final Map<String, String> CATEGORIES =
      Map.of(
          "Street and Sidewalk Cleaning", "exposed-rubbish",
          "Abandoned Vehicle", "illegal-parking",
          "Sewer Issues", "blocked-drain",
          "Streetlights", "street-light",
          "Tree Maintenance", "fallen-tree",
          "Street Defects", "road-damage",
          "Noise Report", "noise");

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
    if (!Files.exists(FILE)) {
      out.println("skipped: there is no " + FILE);
      return figures;
    }
    List<List<String>> rows = rows();
    Path folder = newFolder();
    try (ServedProgram program = new ServedProgram(folder, System.getenv("WANGGE_BENCH_DATABASE"));
        Door.Line line = new Door.Line(program.awaitReady())) {
      Door.Answer grids =
          line.send("POST", "/api/imports/areas?file=sf.geojson&crs=EPSG:4326&level=grid", mesh());
      out.println("grids: " + grids.status());
      figures.agreed(grids.status() == 200);
      replay(rows.subList(0, settings.pick(rows.size(), 1_000)), line, figures, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return figures;
  }

  private static void replay(
      List<List<String>> rows, Door.Line line, Figures figures, PrintWriter out)
      throws IOException {
    Map<String, Integer> refused = new TreeMap<>();
    int taken = 0;
    int placeless = 0;
    long begun = System.nanoTime();
    for (int from = 0; from < rows.size(); from += BATCH) {
      List<Map<String, Object>> batch =
          rows.subList(from, Math.min(rows.size(), from + BATCH)).stream()
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
    long nowhere = rows.stream().filter(ReplayBench::isNowhere).count();
    long impossible = rows.stream().filter(ReplayBench::isClosedBefore).count();
    out.printf(
        "%,d requests in %.1f s: %,d taken, %,d in no grid, refused %s%n",
        rows.size(), seconds, taken, placeless, refused);
    figures.figure("requests", rows.size());
    figures.figure("taken", taken);
    figures.figure("in_no_grid", placeless);
    figures.figure("at_0_0", (double) nowhere);
    figures.figure("closed_before_created", (double) impossible);
    figures.figure("requests_per_second", rows.size() / seconds);
    figures.agreed(refused.getOrDefault("closed-before-reported", 0) == impossible);
    figures.agreed(taken + impossible == rows.size());
  }

  private static Map<String, Object> report(List<String> row) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("key", "sf-" + row.get(0));
    one.put("category", CATEGORIES.getOrDefault(row.get(7), "dispute"));
    one.put("channel", row.get(14).equals("Phone") ? "phone" : "resident-page");
    one.put("lon", Double.parseDouble(row.get(17)));
    one.put("lat", Double.parseDouble(row.get(16)));
    one.put("reportedAt", instant(row.get(1)));
    if (!row.get(2).isEmpty()) {
      one.put("closedAt", instant(row.get(2)));
    }
    return one;
  }

  private static String instant(String text) {
    return text.replace(' ', 'T');
  }

  private static boolean isNowhere(List<String> row) {
    return Double.parseDouble(row.get(17)) == 0 && Double.parseDouble(row.get(16)) == 0;
  }

  private static boolean isClosedBefore(List<String> row) {
    return !row.get(2).isEmpty() && row.get(2).compareTo(row.get(1)) < 0;
  }

  /** Grids side by side, which cover the box. */
  private static String mesh() {
    StringBuilder features = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 0; i < SIDE * SIDE; i++) {
      double west = WEST + WIDTH * (i % SIDE) / SIDE;
      int row = i / SIDE;
      double south = SOUTH + HEIGHT * row / SIDE;
      double east = WEST + WIDTH * (i % SIDE + 1) / SIDE;
      double north = SOUTH + HEIGHT * (row + 1) / SIDE;
      features
          .append(i == 0 ? "" : ",")
          .append(
              """
              {"type":"Feature","properties":{"code":"980101001001%03d","name":"SF %1$d"},"geometry":
              {"type":"Polygon","coordinates":[[[%2$.4f,%3$.4f],[%4$.4f,%3$.4f],[%4$.4f,%5$.4f],
              [%2$.4f,%5$.4f],[%2$.4f,%3$.4f]]]}}
              """
                  .replace("%03d", "%1$03d")
                  .formatted(i + 1, west, south, east, north));
    }
    return features.append("]}").toString();
  }

  private static List<List<String>> rows() {
    try {
      List<List<String>> rows = new ArrayList<>();
      List<String> row = new ArrayList<>();
      StringBuilder field = new StringBuilder();
      boolean quoted = false;
      for (char c : Files.readString(FILE).toCharArray()) {
        if (c == '"') {
          quoted = !quoted;
        } else if (c == ',' && !quoted) {
          row.add(field.toString());
          field.setLength(0);
        } else if (c == '\n' && !quoted) {
          row.add(field.toString());
          field.setLength(0);
          rows.add(row);
          row = new ArrayList<>();
        } else if (c != '\r') {
          field.append(c);
        }
      }
      return rows.subList(1, rows.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("wangge-replay");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
