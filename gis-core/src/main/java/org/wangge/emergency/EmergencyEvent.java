package org.wangge.emergency;

import java.util.Map;
import org.wangge.access.Right;
import org.wangge.event.Audience;
import org.wangge.event.DomainEvent;

/** What happens in emergencies: by code, never by name. */
public sealed interface EmergencyEvent extends DomainEvent {

  /** Who is told of them. */
  Audience AUDIENCE = Audience.there(Right.READ_EMERGENCIES);

  /** The emergency's id. */
  long emergency();

  @Override
  default String subject() {
    return Long.toString(emergency());
  }

  /** One was declared. */
  record EmergencyDeclared(Emergency declared, int asked) implements EmergencyEvent {
    @Override
    public long emergency() {
      return declared.id();
    }

    @Override
    public String type() {
      return "emergency-declared";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of(
          "version", declared.version(),
          "areas", String.join(" ", declared.plan().areas()),
          "grids", declared.grids().size(),
          "asked", asked);
    }
  }

  /** Somebody said whether they come. */
  record EmergencyAnswered(EmergencyCall call) implements EmergencyEvent {
    @Override
    public long emergency() {
      return call.emergency();
    }

    @Override
    public String type() {
      return "emergency-answered";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("grid", call.grid(), "comes", call.isConfirmed());
    }
  }

  /** Somebody else is to be called in a grid. */
  record EmergencyContactChanged(Emergency changed, String grid) implements EmergencyEvent {
    @Override
    public long emergency() {
      return changed.id();
    }

    @Override
    public String type() {
      return "emergency-contact-changed";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("grid", grid, "version", changed.version());
    }
  }

  /** One is over, and its report is filed. */
  record EmergencyEnded(Emergency ended) implements EmergencyEvent {
    @Override
    public long emergency() {
      return ended.id();
    }

    @Override
    public String type() {
      return "emergency-ended";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("version", ended.version(), "grids", ended.grids().size());
    }
  }
}
