package org.wangge.event;

import java.time.Instant;
import java.util.Map;

/**
 * An event as readers of the log see it.
 *
 * @param number its place in the log: 1, 2, 3 … without a gap
 * @param at when it happened
 * @param type see {@link DomainEvent#type()}
 * @param subject see {@link DomainEvent#subject()}
 * @param facts see {@link DomainEvent#facts()}
 */
public record NumberedEvent(
    long number, Instant at, String type, String subject, Map<String, Object> facts) {

  public NumberedEvent {
    facts = Map.copyOf(facts);
  }
}
