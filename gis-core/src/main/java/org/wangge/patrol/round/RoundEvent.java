package org.wangge.patrol.round;

import java.util.Map;
import org.wangge.event.DomainEvent;

/** What happens to plans of patrols. */
public sealed interface RoundEvent extends DomainEvent {

  /** One was made, changed or ended. */
  record PatrolPlanned(Deed deed, PatrolPlan plan) implements RoundEvent {
    @Override
    public String type() {
      return switch (deed) {
        case ADD -> "patrol-plan-added";
        case CHANGE -> "patrol-plan-changed";
        case END -> "patrol-plan-ended";
      };
    }

    @Override
    public String subject() {
      return Long.toString(plan.id());
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("version", plan.version(), "grids", plan.terms().gridCodes().size());
    }
  }

  /** What was done. */
  enum Deed {
    ADD,
    CHANGE,
    END
  }
}
