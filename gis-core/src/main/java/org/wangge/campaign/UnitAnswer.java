package org.wangge.campaign;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What was answered at a door.
 *
 * @param key of the sender, by which the same answer sent twice is known
 * @param at when it was kept
 * @param account by whom
 * @param values place of the question to the answer
 * @param hazards how many of them are hazards
 */
public record UnitAnswer(
    String key, Instant at, String account, Map<Integer, String> values, int hazards) {

  public UnitAnswer {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The same as somebody may read it. */
  UnitAnswer reading(UnaryOperator<String> text) {
    Map<Integer, String> read = new LinkedHashMap<>();
    values.forEach((place, value) -> read.put(place, text.apply(value)));
    return new UnitAnswer(key, at, account, read, hazards);
  }
}
