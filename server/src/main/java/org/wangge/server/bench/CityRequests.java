package org.wangge.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests of San Francisco's citizens, as its 311 service published them. */
final class CityRequests {
  private static final Path FILE =
      Path.of(System.getProperty("wangge.root", "."))
          .resolve("../shared/data/incidents/sf-311_service_requests.csv");

  /** The nearest of ours to what San Francisco calls it; of what has none, a dispute. */
  private static final Map<String, String> CATEGORIES =
      Map.of(
          "Street and Sidewalk Cleaning", "exposed-rubbish",
          "Abandoned Vehicle", "illegal-parking",
          "Sewer Issues", "blocked-drain",
          "Streetlights", "street-light",
          "Tree Maintenance", "fallen-tree",
          "Street Defects", "road-damage",
          "Noise Report", "noise");

  private CityRequests() {}

  /**
   * One of them.
   *
   * @param key of the city
   * @param category the nearest of ours
   * @param byPhone whether somebody called
   * @param lon in degrees; 0 with 0 where nobody said
   * @param lat in degrees
   * @param created when it was reported
   * @param closed when it was closed; empty where it was not
   */
  record Request(
      String key,
      String category,
      boolean byPhone,
      double lon,
      double lat,
      Instant created,
      Optional<Instant> closed) {

    boolean isNowhere() {
      return lon == 0 && lat == 0;
    }

    /** Whether it was closed before it was reported, which cannot be. */
    boolean isImpossible() {
      return closed.filter(at -> at.isBefore(created)).isPresent();
    }
  }

  /** All of the file beside the project; empty where there is none. */
  static List<Request> read() {
    if (!Files.exists(FILE)) {
      return List.of();
    }
    try {
      List<List<String>> rows = rows(Files.readString(FILE));
      return rows.subList(1, rows.size()).stream().map(CityRequests::request).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Request request(List<String> row) {
    return new Request(
        row.get(0),
        CATEGORIES.getOrDefault(row.get(7), "dispute"),
        row.get(14).equals("Phone"),
        Double.parseDouble(row.get(17)),
        Double.parseDouble(row.get(16)),
        instant(row.get(1)).orElseThrow(),
        instant(row.get(2)));
  }

  private static Optional<Instant> instant(String text) {
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(Instant.parse(text.replace(' ', 'T').replace("+00:00", "Z")));
  }

  private static List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if ((c == ',' || c == '\n') && !quoted) {
        row.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (c != '\r') {
        field.append(c);
      }
    }
    return rows;
  }
}
