package org.wangge.server.camera;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.wangge.camera.CameraQuery;
import org.wangge.camera.CameraState;
import org.wangge.camera.DirectionCertainty;
import org.wangge.fault.Invalid;
import org.wangge.geo.AsOf;
import org.wangge.geo.CoordinateSystem;
import org.wangge.geo.CoordinateSystems;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.geo.Position;
import org.wangge.geo.Validity;
import org.wangge.server.http.Language;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads questions about cameras, strictly. */
final class CameraRequests {
  private static final int MOST = 10_000;
  private static final List<String> LANGUAGES = List.of("zh", "en");
  private static final int FARTHEST_METERS = 100_000;

  /** A street or a square; larger ones are for the figures of grids. */
  private static final double LONGEST_DEGREES = 0.05;

  private CameraRequests() {}

  /**
   * A list of cameras.
   *
   * @param query which; asks for one more than the page holds
   * @param pageSize how many the page holds
   * @param near only what is near this point, the nearest first; null for all, by their ids
   * @param withinMeters of that point
   */
  record ListRequest(
      CameraQuery query, int pageSize, @Nullable LatticePoint near, int withinMeters) {}

  /**
   * Who sees this?
   *
   * @param place a point; of a line or area one of its points
   * @param shape a line or area in degrees; null for a point
   * @param during the time asked for; null for now
   * @param turned whether cameras that would have to be turned are wanted too
   */
  record Question(
      LatticePoint place, @Nullable Geometry shape, @Nullable Validity during, boolean turned) {}

  static ListRequest list(Context ctx, Instant now) {
    Parameters parameters =
        Parameters.of(
            ctx,
            "grid",
            "state",
            "certainty",
            "q",
            "bbox",
            "near",
            "within",
            "at",
            "known",
            "limit",
            "cursor");
    int pageSize = parameters.integer("limit", 1_000, 1, MOST);
    String cursor = parameters.text("cursor").orElse("");
    return new ListRequest(
        query(parameters, now, cursor, pageSize + 1),
        pageSize,
        parameters.point("near").orElse(null),
        parameters.integer("within", 500, 1, FARTHEST_METERS));
  }

  /**
   * A sheet: all of the cameras that a list would name, page after page.
   *
   * @param language of its heading
   */
  record SheetRequest(CameraQuery query, Language language) {}

  static SheetRequest sheet(Context ctx, Instant now) {
    Parameters parameters =
        Parameters.of(ctx, "grid", "state", "certainty", "q", "bbox", "at", "known", "lang");
    Language language =
        parameters
            .word("lang", word -> Optional.of(word).filter(LANGUAGES::contains), LANGUAGES)
            .map(word -> word.equals("en") ? Language.EN : Language.ZH)
            .orElseGet(() -> Language.of(ctx));
    return new SheetRequest(query(parameters, now, "", Integer.MAX_VALUE), language);
  }

  /** Those in a box. */
  static CameraQuery outlines(Context ctx, Instant now) {
    Parameters parameters =
        Parameters.of(ctx, "grid", "state", "certainty", "q", "bbox", "at", "known");
    parameters.getText("bbox");
    return query(parameters, now, "", Integer.MAX_VALUE);
  }

  private static CameraQuery query(Parameters parameters, Instant now, String cursor, int limit) {
    return new CameraQuery(
        parameters.text("grid").orElse(null),
        parameters.word("state", CameraState.class).orElse(null),
        parameters.word("certainty", DirectionCertainty.class).orElse(null),
        parameters.text("q").orElse(null),
        parameters.box("bbox").orElse(null),
        asOf(parameters, now),
        cursor,
        limit);
  }

  /** {@code at=} and {@code known=}; null where neither is given. */
  static @Nullable AsOf asOf(Parameters parameters, Instant now) {
    boolean isNow = parameters.text("at").isEmpty() && parameters.text("known").isEmpty();
    return isNow ? null : parameters.asOf(now);
  }

  static Question covering(Context ctx) {
    Parameters parameters =
        Parameters.of(ctx, "lon", "lat", "line", "polygon", "crs", "at", "from", "to", "turned");
    CoordinateSystem system = CoordinateSystems.parse(parameters.text("crs").orElse("EPSG:4326"));
    Geometry shape = shape(parameters, system);
    LatticePoint place =
        shape == null
            ? point(system, parameters.getNumber("lon"), parameters.getNumber("lat"))
            : LatticePoint.ofDegrees(shape.getCoordinate().x, shape.getCoordinate().y);
    return new Question(place, shape, during(parameters), parameters.flag("turned"));
  }

  private static LatticePoint point(CoordinateSystem system, double lon, double lat) {
    Position position = system.toWgs84(lon, lat);
    return position.toLattice();
  }

  private static @Nullable Validity during(Parameters parameters) {
    Optional<Instant> at = parameters.instant("at");
    if (at.isPresent()) {
      return new Validity(at.get(), at.get().plus(1, ChronoUnit.MICROS));
    }
    Optional<Instant> from = parameters.instant("from");
    Optional<Instant> to = parameters.instant("to");
    if (from.isEmpty() && to.isEmpty()) {
      return null;
    }
    if (from.isEmpty()) {
      throw new Malformed("from", "parameter-missing", Map.of("name", "from"));
    }
    if (to.isPresent() && !from.get().isBefore(to.get())) {
      throw new Malformed(
          "to",
          "period-reversed",
          Map.of("from", parameters.getText("from"), "to", parameters.getText("to")));
    }
    return new Validity(from.get(), to.orElse(null));
  }

  private static @Nullable Geometry shape(Parameters parameters, CoordinateSystem system) {
    Optional<String> line = parameters.text("line");
    Optional<String> polygon = parameters.text("polygon");
    if (line.isPresent()) {
      return sized(
          "line",
          LatticeShape.DEGREES.createLineString(
              coordinates("line", line.get(), system, 2).toArray(Coordinate[]::new)));
    }
    if (polygon.isPresent()) {
      List<Coordinate> ring = coordinates("polygon", polygon.get(), system, 3);
      if (!ring.get(0).equals2D(ring.get(ring.size() - 1))) {
        ring.add(ring.get(0).copy());
      }
      Geometry area = LatticeShape.DEGREES.createPolygon(ring.toArray(Coordinate[]::new));
      if (!area.isValid() || area.isEmpty()) {
        throw new Invalid("polygon", "polygon-crosses-itself", Map.of());
      }
      return sized("polygon", area);
    }
    return null;
  }

  private static Geometry sized(String name, Geometry shape) {
    double width = shape.getEnvelopeInternal().getWidth();
    double height = shape.getEnvelopeInternal().getHeight();
    if (Math.max(width, height) > LONGEST_DEGREES) {
      throw new Invalid(name, "shape-too-large", Map.of("most", LONGEST_DEGREES));
    }
    return shape;
  }

  /** {@code lon,lat;lon,lat;…}. */
  private static List<Coordinate> coordinates(
      String name, String text, CoordinateSystem system, int least) {
    List<Coordinate> found = new ArrayList<>();
    for (String pair : text.split(";", -1)) {
      String[] parts = pair.split(",", -1);
      if (parts.length != 2) {
        throw new Malformed(name, "pair-malformed", Map.of("name", name, "given", pair));
      }
      LatticePoint at =
          point(
              system, Parameters.coordinate(name, parts[0]), Parameters.coordinate(name, parts[1]));
      found.add(new Coordinate(at.lonDegrees(), at.latDegrees()));
    }
    if (found.size() < least) {
      throw new Malformed(name, "points-too-few", Map.of("name", name, "least", least));
    }
    return found;
  }

  /** What to do with a file of cameras. */
  static CameraFileOptions file(Context ctx) {
    Parameters parameters =
        Parameters.of(
            ctx, "try", "skip", "crs", "centre", "mount", "angle", "range", "from", "format");
    Optional<String> centre = parameters.text("centre");
    if (centre.isPresent() && !centre.get().matches("[0-9]{8}")) {
      throw new Invalid("centre", "camera-centre-malformed", Map.of("given", centre.get()));
    }
    return new CameraFileOptions(
        parameters.flag("try"),
        parameters.flag("skip"),
        CoordinateSystems.parse(parameters.text("crs").orElse("EPSG:4326")),
        centre.orElse(""),
        parameters.integer("mount", 5, 1, 100),
        parameters.integer("angle", 60, 1, 360),
        parameters.integer("range", 60, 1, 5_000),
        parameters.instant("from").orElse(null));
  }
}
