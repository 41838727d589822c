package org.wangge.camera.cover;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.wangge.geo.LatticeBox;

/**
 * What was counted of grids, each with the box that holds all it was counted from. Thread-safe.
 *
 * @param <T> what a count comes to
 */
final class CountedGrids<T> {
  private final Map<String, One<T>> byCode = new ConcurrentHashMap<>();

  /**
   * What a count came to.
   *
   * @param from what changes outside of it does not matter
   */
  record One<T>(T figures, LatticeBox from) {}

  /** What was counted of a grid; counts it if it was not. */
  T of(String gridCode, Supplier<One<T>> count) {
    return byCode.computeIfAbsent(gridCode, any -> count.get()).figures();
  }

  /** What still counts after changes within some boxes. */
  CountedGrids<T> apartFrom(Collection<LatticeBox> changed) {
    CountedGrids<T> kept = new CountedGrids<>();
    byCode.forEach(
        (code, one) -> {
          if (changed.stream().noneMatch(one.from::intersects)) {
            kept.byCode.put(code, one);
          }
        });
    return kept;
  }
}
