package org.wangge.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.wangge.geo.LatticePoint;

/** What {@code GET /api/positions} answers, to hold against what readers of the stream know. */
final class PositionAnswers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAGE = 2_000;
  private static final long PATIENCE_NANOS = 90_000_000_000L;
  private static final List<String> FACTS =
      List.of("staffCode", "grid", "at", "state", "generated");

  private PositionAnswers() {}

  /** The facts of a position as the shortest JSON that says the same as an entry of a frame. */
  static String plain(JsonNode feature) {
    ObjectNode plain = JSON.createObjectNode();
    for (String fact : FACTS) {
      if (feature.path("properties").has(fact)) {
        plain.set(fact, feature.path("properties").path(fact));
      }
    }
    plain.set("lon", feature.at("/geometry/coordinates/0"));
    plain.set("lat", feature.at("/geometry/coordinates/1"));
    return plain.toString();
  }

  /** Whether each of the readers comes to know what the server answers, which stands still now. */
  static boolean areReached(
      WalkingCrowd crowd, Door door, List<PositionWatcher> readers, PrintWriter out)
      throws IOException {
    Map<String, SeenPositions.Seen> first = readers.get(0).seen();
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < end && !isAtLast(crowd, first)) {
      pause();
      first = readers.get(0).seen();
    }
    out.printf("an ordinary reader has come to the last: %s%n", isAtLast(crowd, first));
    Map<String, SeenPositions.Seen> answered = answered(door, first);
    out.printf("%,d positions are answered%n", answered.size());
    out.flush();
    int same = 0;
    end = System.nanoTime() + PATIENCE_NANOS;
    for (PositionWatcher reader : readers) {
      while (System.nanoTime() < end && !knows(reader, crowd, answered)) {
        pause();
      }
      same += knows(reader, crowd, answered) ? 1 : 0;
    }
    out.printf("%d of %d readers know what is answered%n", same, readers.size());
    return same == readers.size() && !answered.isEmpty();
  }

  /** Where everybody said last that they are, and of those in a grid all that is answered. */
  private static boolean knows(
      PositionWatcher reader, WalkingCrowd crowd, Map<String, SeenPositions.Seen> answered) {
    Map<String, SeenPositions.Seen> seen = crowdOf(reader);
    boolean atLast = isAtLast(crowd, seen);
    seen.values().removeIf(one -> one.grid().isEmpty());
    return atLast && seen.equals(answered);
  }

  private static Map<String, SeenPositions.Seen> crowdOf(PositionWatcher reader) {
    Map<String, SeenPositions.Seen> seen = reader.seen();
    seen.keySet().removeIf(code -> WalkingCrowd.person(code) < 0);
    return seen;
  }

  private static boolean isAtLast(WalkingCrowd crowd, Map<String, SeenPositions.Seen> seen) {
    for (int i = 0; i < crowd.size(); i++) {
      SeenPositions.Seen one = seen.get(WalkingCrowd.code(i));
      LatticePoint last = crowd.last(i);
      if (one == null || one.lon() != last.lon() || one.lat() != last.lat()) {
        return false;
      }
    }
    return true;
  }

  /** All of the crowd, grid by grid: the list is no longer than so many. */
  private static Map<String, SeenPositions.Seen> answered(
      Door door, Map<String, SeenPositions.Seen> seen) throws IOException {
    Set<String> grids = new TreeSet<>();
    seen.values().forEach(one -> grids.add(one.grid()));
    grids.remove("");
    Map<String, SeenPositions.Seen> all = new HashMap<>();
    try (Door.Line line = new Door.Line(door)) {
      for (String grid : grids) {
        String path = "/api/positions?limit=" + PAGE + "&grid=" + grid;
        JsonNode features = JSON.readTree(line.send("GET", path, "").body()).path("features");
        features.forEach(one -> add(all, one));
      }
    }
    all.keySet().removeIf(code -> WalkingCrowd.person(code) < 0);
    return all;
  }

  private static void add(Map<String, SeenPositions.Seen> all, JsonNode feature) {
    String code = feature.at("/properties/staffCode").asText();
    LatticePoint place =
        LatticePoint.ofDegrees(
            feature.at("/geometry/coordinates/0").asDouble(),
            feature.at("/geometry/coordinates/1").asDouble());
    all.put(
        code,
        new SeenPositions.Seen(
            code, feature.at("/properties/grid").asText(), place.lon(), place.lat()));
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
