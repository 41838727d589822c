package org.wangge.event;

import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.access.Role;

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

  /** Whoever works here and may see the grid that the event's facts name, where they name one. */
  static Audience staffOfGrid() {
    return (caller, event) ->
        caller.isStaff()
            && (caller.scope().everywhere()
                || !(event.facts().get("grid") instanceof String grid)
                || caller.scope().areaCodes().stream().anyMatch(grid::startsWith));
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
