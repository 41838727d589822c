package org.wangge.server.patrol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticeShape;
import org.wangge.patrol.Fix;
import org.wangge.patrol.PastPosition;
import org.wangge.patrol.Track;
import org.wangge.patrol.TrackSummary;
import org.wangge.people.Shown;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.storage.Points;

/** Tracks as GeoJSON lines with a time at every vertex. */
final class TrackJson {
  private TrackJson() {}

  /**
   * A track.
   *
   * @param names by staff code, as the caller may see them
   */
  static Map<String, Object> feature(Track track, Map<String, Shown> names) {
    LineString line = line(track);
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("id", track.id());
    properties.put("staffCode", track.staffCode());
    properties.put("name", PositionJson.name(names, track.staffCode()));
    properties.put("from", track.from().toString());
    properties.put("to", track.to().toString());
    properties.put("lengthMeters", Math.round(Geodesy.lengthMeters(line)));
    TrackSummary summary = TrackSummary.of(track);
    properties.put("walkedMeters", Math.round(summary.walkedMeters()));
    properties.put("stops", summary.stops().stream().map(TrackJson::stop).toList());
    properties.put(
        "gaps",
        summary.gaps().stream()
            .map(gap -> Map.of("from", gap.from().toString(), "to", gap.to().toString()))
            .toList());
    properties.put("times", track.fixes().stream().map(fix -> fix.at().toString()).toList());
    properties.put("jumps", jumps(track.fixes()));
    properties.put("generated", track.generated());
    Geometry shown = track.fixes().size() > 1 ? line : line.getPointN(0);
    return FeaturePage.feature(track.id(), shown, properties);
  }

  /** Where somebody was. */
  static Map<String, Object> past(PastPosition one, Map<String, Shown> names) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("staffCode", one.staffCode());
    properties.put("name", PositionJson.name(names, one.staffCode()));
    properties.put("at", one.fix().at().toString());
    properties.put("generated", one.generated());
    return FeaturePage.feature(one.staffCode(), Points.toDegrees(one.fix().location()), properties);
  }

  private static Map<String, Object> stop(TrackSummary.Stop stop) {
    return Map.of(
        "from", stop.from().toString(),
        "to", stop.to().toString(),
        "lon", stop.middle().lonDegrees(),
        "lat", stop.middle().latDegrees());
  }

  /** Who walked, and when: of each the first fix and the last. */
  static List<Map<String, @Nullable Object>> people(List<Track> tracks, Map<String, Shown> names) {
    Map<String, List<Track>> byPerson = new TreeMap<>();
    tracks.forEach(
        track -> byPerson.computeIfAbsent(track.staffCode(), code -> new ArrayList<>()).add(track));
    List<Map<String, @Nullable Object>> people = new ArrayList<>();
    byPerson.forEach(
        (code, all) -> {
          Map<String, @Nullable Object> json = new LinkedHashMap<>();
          json.put("staffCode", code);
          json.put("name", PositionJson.name(names, code));
          json.put("tracks", all.size());
          json.put(
              "from",
              all.stream().map(Track::from).min(Instant::compareTo).orElseThrow().toString());
          json.put(
              "to", all.stream().map(Track::to).max(Instant::compareTo).orElseThrow().toString());
          people.add(json);
        });
    return people;
  }

  /** Numbers of the vertices that nobody can have got to from the one before. */
  private static List<Integer> jumps(List<Fix> fixes) {
    return IntStream.range(1, fixes.size())
        .filter(i -> fixes.get(i).isJumpFrom(fixes.get(i - 1)))
        .boxed()
        .toList();
  }

  /** A track of one fix is a line of no length. */
  private static LineString line(Track track) {
    Coordinate[] vertices =
        track.fixes().stream()
            .map(fix -> new Coordinate(fix.location().lonDegrees(), fix.location().latDegrees()))
            .toArray(Coordinate[]::new);
    return LatticeShape.DEGREES.createLineString(
        vertices.length > 1 ? vertices : new Coordinate[] {vertices[0], vertices[0]});
  }
}
