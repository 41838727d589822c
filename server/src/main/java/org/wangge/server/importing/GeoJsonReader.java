package org.wangge.server.importing;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.locationtech.jts.geom.Geometry;
import org.wangge.grid.RecordPlace;

/**
 * GeoJSON (RFC 7946): a FeatureCollection, a single Feature or a bare outline, as a stream. A
 * {@code crs} member of the older GeoJSON must say the same as the caller.
 */
final class GeoJsonReader implements AreaReader {

  @Override
  public String format() {
    return "geojson";
  }

  @Override
  public boolean recognizes(String name, String head) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".geojson") || lower.endsWith(".json") || head.strip().startsWith("{");
  }

  @Override
  public void read(Files files, RecordSink sink) {
    read(files.main(), files.crs(), files.limits(), sink);
  }

  private static void read(ImportSource source, String crs, ImportLimits limits, RecordSink sink) {
    try {
      GeoJsonTokens tokens =
          new GeoJsonTokens(new LimitedStream(source.stream(), limits.maxBytes()), limits);
      GeoJsonFile file = new GeoJsonFile(tokens, crs, sink);
      try {
        file.read();
      } catch (IOException failure) {
        throw tokens.stop(failure, file.record());
      }
    } catch (IOException failure) {
      throw new ImportStopped("file-unreadable", RecordPlace.FILE, Map.of());
    }
  }

  /**
   * The only outline of a file.
   *
   * @throws ImportStopped when there is none, more than one, or a faulty one
   */
  static Geometry readOutline(ImportSource source, String crs, ImportLimits limits) {
    AtomicReference<Geometry> found = new AtomicReference<>();
    read(
        source,
        crs,
        limits,
        new RecordSink() {
          @Override
          public void accept(RawArea area) {
            Geometry outline = area.geometryOrNull();
            if (outline == null || !found.compareAndSet(null, outline)) {
              throw new ImportStopped("outline-file", area.place(), Map.of("file", source.name()));
            }
          }

          @Override
          public void refuse(
              RecordPlace place, Map<String, String> properties, RecordRefused reason) {
            throw new ImportStopped(reason.problem(), place, reason.details());
          }

          @Override
          public void warn(
              RecordPlace place,
              Map<String, String> properties,
              String problem,
              Map<String, Object> details) {
            throw new ImportStopped(problem, place, details);
          }
        });
    Geometry outline = found.get();
    if (outline == null) {
      throw new ImportStopped("outline-file", RecordPlace.FILE, Map.of("file", source.name()));
    }
    return outline;
  }
}
