package org.wangge.incident.duplicate;

import java.util.Map;
import org.wangge.event.DomainEvent;

/** What was found to be the same, or not the same after all. */
public sealed interface DuplicateEvent extends DomainEvent {

  /** Id of the incident that went on as another. */
  String id();

  /** Id of that other. */
  String intoId();

  @Override
  default String subject() {
    return id();
  }

  @Override
  default Map<String, Object> facts() {
    return Map.of("into", intoId());
  }

  /** An incident goes on as another. */
  record IncidentMerged(String id, String intoId) implements DuplicateEvent {
    @Override
    public String type() {
      return "incident-merged";
    }
  }

  /** It stands for itself again. */
  record IncidentUnmerged(String id, String intoId) implements DuplicateEvent {
    @Override
    public String type() {
      return "incident-unmerged";
    }
  }
}
