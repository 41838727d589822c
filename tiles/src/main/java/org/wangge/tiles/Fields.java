package org.wangge.tiles;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Names and kinds of the attributes that the features of a layer have, for TileJSON. */
final class Fields {
  private Fields() {}

  static Map<String, String> of(List<TileFeature> features) {
    SortedMap<String, String> fields = new TreeMap<>();
    for (TileFeature feature : features) {
      feature.attributes().forEach((name, value) -> fields.putIfAbsent(name, kind(value)));
    }
    return Collections.unmodifiableSortedMap(fields);
  }

  private static String kind(Object value) {
    if (value instanceof Number) {
      return "Number";
    }
    return value instanceof Boolean ? "Boolean" : "String";
  }
}
