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

  /** What to do about it, in a sentence for logs and reports; pages translate the code instead. */
  public String mend() {
    return switch (code) {
      case "not-a-polygon" -> "give a polygon or multipolygon";
      case "outline-empty" -> "give at least one ring";
      case "too-many-vertices", "edges-too-tangled" -> "simplify the outline, or split it";
      case PlausibleRange.NOT_A_NUMBER -> "give finite numbers";
      case PlausibleRange.SWAPPED -> "give longitude before latitude";
      case PlausibleRange.OUT_OF_RANGE -> "check which coordinate system the numbers are in";
      case "ring-too-few-points", "area-zero" ->
          "give a ring of at least three corners not in line";
      case "ring-unclosed" -> "repeat the first vertex at the end of the ring";
      case "extent-too-large" -> "keep within 50 degrees; check which system the numbers are in";
      case "ring-self-crossing", "ring-touches-itself" -> "redraw the ring at this place";
      case "hole-outside-shell" -> "draw the hole within its polygon, or make it a part";
      case "interior-disconnected" -> "split the polygon where its holes cut it in two";
      case "rings-cross", "holes-nested", "parts-overlap" -> "keep the rings apart, or join them";
      default -> "draw it larger or with fewer vertices: 1e-7 degree cannot hold it";
    };
  }

  /**
   * The same as details of a {@link org.wangge.fault.Fault}: {@code code, mend}, and where known
   * {@code part, ring, vertex, lon, lat}; of a refused coordinate also {@code x, y}, the same
   * numbers. Coordinates are text when they are no numbers.
   */
  public Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("code", code);
    details.put("mend", mend());
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
              if (isOfCoordinates()) {
                // The names that a coordinate refused elsewhere has, so that one text fits both.
                details.put("x", number(place.lonDegrees()));
                details.put("y", number(place.latDegrees()));
              }
            });
    return details;
  }

  private boolean isOfCoordinates() {
    return switch (code) {
      case PlausibleRange.NOT_A_NUMBER, PlausibleRange.SWAPPED, PlausibleRange.OUT_OF_RANGE -> true;
      default -> false;
    };
  }

  private static Object number(double value) {
    return Double.isFinite(value) ? (Object) value : Double.toString(value);
  }
}
