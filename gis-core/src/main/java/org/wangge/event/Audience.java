package org.wangge.event;

import java.util.Map;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.geo.LatticePoint;

/**
 * Who is told of an event, decided by what the event is and never by where it is shown. Each
 * feature says it of its own. Thread-safe.
 */
@FunctionalInterface
public interface Audience {

  /** Whether a caller may know that an event happened. */
  boolean hears(Caller caller, NumberedEvent event);

  /** Whoever works here. */
  static Audience staff() {
    return (caller, event) -> caller.isStaff();
  }

  /**
   * Whoever has a right where the event's facts say it happened: in a grid ({@code grid}), at a
   * place ({@code lonE7}, {@code latE7}), or, where they name neither, anywhere.
   */
  static Audience there(Right right) {
    return (caller, event) ->
        caller.has(right) && isThere(caller.with(right).scope(), event.facts());
  }

  private static boolean isThere(AreaScope scope, Map<String, Object> facts) {
    if (!(facts.get("grid") instanceof String grid)) {
      return true;
    }
    return (facts.get("lonE7") instanceof Integer lon && facts.get("latE7") instanceof Integer lat)
        ? scope.covers(grid, new LatticePoint(lon, lat))
        : scope.covers(grid);
  }

  /** Whoever has one of these roles everywhere. */
  static Audience everywhere(Role... roles) {
    Role[] wanted = roles.clone();
    return (caller, event) -> caller.isAny(wanted) && caller.scope().everywhere();
  }

  /**
   * Asks the audience of the feature whose word an event's type begins with. Of a feature that
   * names none, only whoever runs the installation hears.
   */
  static Audience byFeature(Map<String, Audience> features) {
    Map<String, Audience> known = Map.copyOf(features);
    Audience others = everywhere(Role.ADMINISTRATOR);
    return (caller, event) -> {
      String type = event.type();
      int end = type.indexOf('-');
      return known
          .getOrDefault(end < 0 ? type : type.substring(0, end), others)
          .hears(caller, event);
    };
  }
}
