package org.wangge.incident;

import java.util.Map;
import org.wangge.event.DomainEvent;

/** What happens to incidents. */
public sealed interface IncidentEvent extends DomainEvent {

  /** Many came in at once. */
  record IncidentsLoaded(int count) implements IncidentEvent {
    @Override
    public String type() {
      return "incident-incidents-loaded";
    }

    @Override
    public String subject() {
      return "incidents";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("count", count);
    }
  }
}
