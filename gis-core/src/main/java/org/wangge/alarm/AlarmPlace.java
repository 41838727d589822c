package org.wangge.alarm;

import java.util.HashMap;
import java.util.Map;
import org.wangge.access.AreaScope;
import org.wangge.geo.LatticePoint;

/**
 * Where an alarm is about.
 *
 * @param grid code of the grid; empty outside every grid
 * @param at the place itself
 */
public record AlarmPlace(String grid, LatticePoint at) {

  /** The place that an event's facts tell; its grid is empty where they tell none. */
  static AlarmPlace of(Map<String, Object> facts) {
    return new AlarmPlace(
        facts.get("grid") instanceof String grid ? grid : "",
        new LatticePoint(number(facts, "lonE7"), number(facts, "latE7")));
  }

  private static int number(Map<String, Object> facts, String name) {
    return facts.get(name) instanceof Integer whole ? whole : 0;
  }

  /** Whether it lies in a scope. */
  public boolean isIn(AreaScope scope) {
    return scope.covers(grid, at);
  }

  Map<String, Object> facts(Map<String, Object> others) {
    Map<String, Object> facts = new HashMap<>(others);
    facts.put("grid", grid);
    facts.put("lonE7", at.lon());
    facts.put("latE7", at.lat());
    return facts;
  }
}
