package org.wangge.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.wangge.geo.LatticePoint;
import org.wangge.patrol.Fix;

/**
 * A walk or ride of GeoLife (Microsoft Research), as its file has it: six lines of heading, then
 * latitude, longitude, a zero, feet, days and date and time of UTC. Of fixes of one second the
 * first counts.
 *
 * @param fixes in their order
 */
public record GeoLifeWalk(List<Fix> fixes) {
  private static final Path FOLDER =
      Path.of(System.getProperty("wangge.root", "."))
          .resolve("../shared/data/tracks/geolife/009/Trajectory");

  private static final int HEADING = 6;

  public GeoLifeWalk {
    fixes = List.copyOf(fixes);
  }

  /** All files of a person who walked much, in the order of their names; none without the data. */
  public static List<GeoLifeWalk> readAll() {
    if (!Files.isDirectory(FOLDER)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(GeoLifeWalk::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GeoLifeWalk read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      Map<Instant, Fix> fixes = new TreeMap<>();
      for (String line : lines.subList(HEADING, lines.size())) {
        String[] parts = line.split(",", -1);
        Instant at = Instant.parse(parts[5] + "T" + parts[6] + "Z");
        double lon = Double.parseDouble(parts[1]);
        double lat = Double.parseDouble(parts[0]);
        fixes.putIfAbsent(at, new Fix(LatticePoint.ofDegrees(lon, lat), at));
      }
      return new GeoLifeWalk(new ArrayList<>(fixes.values()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From its first fix to its last. */
  public Duration length() {
    return Duration.between(fixes.get(0).at(), fixes.get(fixes.size() - 1).at());
  }

  /** What of it was within so long after its beginning. */
  public GeoLifeWalk within(Duration longest) {
    Instant end = fixes.get(0).at().plus(longest);
    return new GeoLifeWalk(fixes.stream().filter(fix -> !fix.at().isAfter(end)).toList());
  }

  /** The same at another time. */
  public GeoLifeWalk beginningAt(Instant start) {
    Duration later = Duration.between(fixes.get(0).at(), start);
    return new GeoLifeWalk(
        fixes.stream().map(fix -> new Fix(fix.location(), fix.at().plus(later))).toList());
  }
}
