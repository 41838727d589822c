package org.wangge.people;

import java.util.LinkedHashMap;
import java.util.Map;

/** Makes maps that keep the entries asked for last, and forget others beyond a number. */
final class LimitedMap {
  private LimitedMap() {}

  /** An empty one; not thread-safe. */
  static <K, V> Map<K, V> of(int most) {
    return new LinkedHashMap<K, V>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }
}
