package org.wangge.geo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with an outline, and where.
 *
 * @param code stable, in kebab case; {@link ShapeCheck} lists them
 * @param spot which vertex it was found at, or null where it concerns the whole
 * @param position where on the map, as given; null where that is no place
 */
public record ShapeFault(String code, @Nullable Spot spot, @Nullable Position position) {

  /**
   * A vertex of an outline as it was given; all counted from 0.
   *
   * @param part which polygon
   * @param ring which of its rings, 0 being the shell
   * @param vertex which vertex, or the one at which the edge meant begins
   */
  public record Spot(int part, int ring, int vertex) {}

  public Optional<Spot> at() {
    return Optional.ofNullable(spot);
  }

  public Optional<Position> place() {
    return Optional.ofNullable(position);
  }

  /**
   * The same as details of a {@link org.wangge.fault.Fault}: {@code code}, and where known {@code
   * part, ring, vertex, lon, lat}. Coordinates are text when they are no numbers.
   */
  public Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("code", code);
    at().ifPresent(
            at -> {
              details.put("part", at.part);
              details.put("ring", at.ring);
              details.put("vertex", at.vertex);
            });
    place()
        .ifPresent(
            place -> {
              details.put("lon", number(place.lonDegrees()));
              details.put("lat", number(place.latDegrees()));
            });
    return details;
  }

  private static Object number(double value) {
    return Double.isFinite(value) ? (Object) value : Double.toString(value);
  }
}
