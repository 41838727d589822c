package org.wangge.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.n52.jackson.datatype.jts.JtsModule;

/** Reads geometries of answers. */
public final class Shapes {
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JtsModule());

  private Shapes() {}

  /** The geometry of a feature, in degrees. */
  public static Geometry of(JsonNode feature) {
    try {
      return JSON.treeToValue(feature.path("geometry"), Geometry.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no geometry: " + feature, e);
    }
  }

  /** A point well inside the geometry of a feature. */
  public static Point inside(JsonNode feature) {
    return of(feature).getInteriorPoint();
  }
}
