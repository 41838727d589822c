package org.wangge.tiles;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What a tile says of a feature besides its geometry: names to strings, whole or broken numbers, or
 * booleans. In the order of the names, whatever order they were given in, because tiles of equal
 * content must be equal bytes. Immutable.
 */
public final class Attributes {
  /** No attributes. */
  public static final Attributes NONE = new Attributes(Collections.emptySortedMap());

  private final SortedMap<String, Object> values;

  private Attributes(SortedMap<String, Object> values) {
    this.values = values;
  }

  /**
   * Copies attributes.
   *
   * @throws IllegalArgumentException for a value of a kind that tiles cannot hold
   */
  public static Attributes of(Map<String, ?> values) {
    SortedMap<String, Object> kept = new TreeMap<>();
    values.forEach((name, value) -> kept.put(name, storable(name, value)));
    return new Attributes(Collections.unmodifiableSortedMap(kept));
  }

  /** One long for every whole number: 1 as int and 1 as long would be two entries of the tile. */
  private static Object storable(String name, Object value) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof String
        || value instanceof Long
        || value instanceof Double
        || value instanceof Float
        || value instanceof Boolean) {
      return value;
    }
    throw new IllegalArgumentException("tiles cannot hold " + name + " of " + value.getClass());
  }

  public SortedMap<String, Object> values() {
    return values;
  }

  void forEach(BiConsumer<String, Object> action) {
    values.forEach(action);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attributes that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
