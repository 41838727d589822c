package org.wangge.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wangge.geo.LatticePoint;
import org.wangge.patrol.Fix;

/** What is on record of a person, read as GeoJSON and as GPX. */
final class TrackReading {
  private static final Pattern POINT =
      Pattern.compile("<trkpt lat=\"([-0-9.]+)\" lon=\"([-0-9.]+)\"><time>([^<]+)</time>");

  private static final int PAUSE_MILLIS = 200;

  private final TrackSender.Requests from;
  private final String span;
  private final Map<Instant, LatticePoint> expected = new TreeMap<>();

  /**
   * What should be on record of a person: what is already, as they may live in a demonstration, and
   * what will be sent.
   */
  TrackReading(TrackSender.Requests from, String staffCode, List<Fix> sent) throws IOException {
    this.from = from;
    span =
        "staff=%s&from=%s&to=%s"
            .formatted(staffCode, sent.get(0).at(), sent.get(sent.size() - 1).at().plusMillis(1));
    expected.putAll(geoJson());
    sent.forEach(fix -> expected.put(fix.at(), fix.location()));
  }

  /**
   * How many fixes are missing, or another place at their instant, in either format.
   *
   * @param patience how long what was sent may take to arrive: a broker keeps it for a while
   */
  int differing(Duration patience) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    int differing = differing(geoJson());
    while (differing > 0 && System.nanoTime() - end < 0) {
      pause();
      differing = differing(geoJson());
    }
    return differing + differing(gpx());
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int differing(Map<Instant, LatticePoint> found) {
    Set<Map.Entry<Instant, LatticePoint>> either = new HashSet<>(expected.entrySet());
    // At other instants its person walks about the generated town.
    found.keySet().retainAll(expected.keySet());
    either.addAll(found.entrySet());
    either.removeIf(
        one ->
            one.getValue().equals(expected.get(one.getKey()))
                && one.getValue().equals(found.get(one.getKey())));
    return either.size();
  }

  private Map<Instant, LatticePoint> geoJson() throws IOException {
    Map<Instant, LatticePoint> found = new TreeMap<>();
    for (JsonNode track :
        from.json(from.asOwner("/api/tracks?limit=500&" + span)).path("features")) {
      JsonNode times = track.path("properties").path("times");
      JsonNode shown = track.path("geometry").path("coordinates");
      for (int i = 0; i < times.size(); i++) {
        // What has one fix so far is a point.
        JsonNode at = times.size() == 1 ? shown : shown.path(i);
        found.put(
            Instant.parse(times.path(i).asText()),
            LatticePoint.ofDegrees(at.path(0).asDouble(), at.path(1).asDouble()));
      }
    }
    return found;
  }

  private Map<Instant, LatticePoint> gpx() throws IOException {
    Map<Instant, LatticePoint> found = new TreeMap<>();
    Matcher point = POINT.matcher(from.answer(from.asOwner("/api/tracks/tracks.gpx?" + span)));
    while (point.find()) {
      found.put(
          Instant.parse(point.group(3)),
          LatticePoint.ofDegrees(
              Double.parseDouble(point.group(2)), Double.parseDouble(point.group(1))));
    }
    return found;
  }
}
