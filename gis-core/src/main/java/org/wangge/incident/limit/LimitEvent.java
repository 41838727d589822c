package org.wangge.incident.limit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wangge.clock.ChangeReason;
import org.wangge.event.DomainEvent;

/** What happens to limits of stages. */
public sealed interface LimitEvent extends DomainEvent {

  /** The limit. */
  StageLimit limit();

  /** Why. */
  ChangeReason reason();

  @Override
  default String subject() {
    return Long.toString(limit().id());
  }

  @Override
  default Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("version", limit().version());
    facts.put("category", limit().scope().category());
    facts.put("condition", limit().scope().condition());
    facts.put("stage", limit().scope().stage().word());
    facts.put("limit", limit().limit().words());
    facts.put("reason", reason().text());
    return facts;
  }

  /** One is new, or another than before; clocks that run keep what they were started with. */
  record LimitChanged(StageLimit limit, ChangeReason reason) implements LimitEvent {
    @Override
    public String type() {
      return "incident-limit-changed";
    }
  }

  /** One is no longer in force: what is said less closely holds again. */
  record LimitRemoved(StageLimit limit, ChangeReason reason) implements LimitEvent {
    @Override
    public String type() {
      return "incident-limit-removed";
    }
  }
}
