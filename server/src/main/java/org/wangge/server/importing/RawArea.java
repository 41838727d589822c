package org.wangge.server.importing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.wangge.grid.RecordPlace;

/**
 * A record as it stands in a file, whatever the format: its properties as text, and coordinates in
 * the file's own system.
 *
 * @param place where in the file
 * @param properties scalar values by name, in the file's order
 * @param geometryOrNull polygon or multipolygon with closed rings, else unjudged
 * @param anchorOrNull centre point
 */
record RawArea(
    RecordPlace place,
    Map<String, String> properties,
    @Nullable Geometry geometryOrNull,
    @Nullable Coordinate anchorOrNull) {

  RawArea {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }
}
