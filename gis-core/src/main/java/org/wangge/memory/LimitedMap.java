package org.wangge.memory;

import java.util.LinkedHashMap;
import java.util.Map;

/** Makes maps that keep the entries asked for last, and forget others beyond a number. */
public final class LimitedMap {
  private LimitedMap() {}

  /**
   * An empty one. Not thread-safe, not even for reading alone: to ask for an entry makes it the
   * newest.
   *
   * @param most how many entries it keeps
   */
  public static <K, V> Map<K, V> of(int most) {
    return new LinkedHashMap<K, V>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }
}
