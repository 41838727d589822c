package org.wangge.server.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** GeoJSON as every list and every single thing here is answered. */
public final class FeaturePage {
  /** Media type of GeoJSON. */
  public static final String TYPE = "application/geo+json";

  private FeaturePage() {}

  /**
   * One page of a list as a FeatureCollection.
   *
   * @param found one more than the page holds, if there is one more
   * @param pageSize how many the page holds
   * @param feature makes a feature of one
   * @param cursor what to go on after, put in as {@code next} when there is more
   */
  public static <T> Map<String, Object> of(
      List<T> found,
      int pageSize,
      Function<T, Map<String, Object>> feature,
      Function<T, String> cursor,
      Instant asOf) {
    boolean more = found.size() > pageSize;
    List<T> page = more ? found.subList(0, pageSize) : found;
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.put("features", page.stream().map(feature).toList());
    collection.put("asOf", asOf.toString());
    if (more) {
      collection.put("next", cursor.apply(page.get(page.size() - 1)));
    }
    return collection;
  }

  /** One feature; a null geometry or property is written as null. */
  public static Map<String, Object> feature(
      String id, @Nullable Geometry geometry, Map<String, @Nullable Object> properties) {
    Map<String, @Nullable Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("id", id);
    feature.put("geometry", geometry);
    feature.put("properties", properties);
    return json(feature);
  }

  /**
   * JSON null is a value; the checker cannot tell maps that may hold it from those that may not.
   */
  @SuppressWarnings({"unchecked", "NullAway"})
  private static Map<String, Object> json(Map<String, @Nullable Object> map) {
    return (Map<String, Object>) (Map<String, ?>) map;
  }
}
