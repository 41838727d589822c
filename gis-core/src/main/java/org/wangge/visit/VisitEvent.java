package org.wangge.visit;

import java.util.Map;
import org.wangge.access.Right;
import org.wangge.event.Audience;
import org.wangge.event.DomainEvent;
import org.wangge.place.Door;

/** What happens to visits. What households are marked as stands in none of them. */
public sealed interface VisitEvent extends DomainEvent {

  /** Who is told of them. */
  Audience AUDIENCE = Audience.there(Right.READ_VISITS);

  /** A rule holds from now on, or says something else, or ends. */
  record VisitRuleChanged(VisitRule rule) implements VisitEvent {
    @Override
    public String subject() {
      return Long.toString(rule.id());
    }

    @Override
    public String type() {
      return "visit-rule-changed";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of(
          "version", rule.version(),
          "retired", rule.retired(),
          "areas", String.join(" ", rule.plan().areas()));
    }
  }

  /** What is told of a door. */
  private static Map<String, Object> at(Door door) {
    return Map.of("grid", door.grid(), "lonE7", door.at().lon(), "latE7", door.at().lat());
  }

  /** Somebody was at a door. */
  record VisitKept(Visit visit) implements VisitEvent {
    @Override
    public String subject() {
      return visit.door().placeId();
    }

    @Override
    public String type() {
      return "visit-kept";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of(
          "grid", visit.door().grid(),
          "lonE7", visit.door().at().lon(),
          "latE7", visit.door().at().lat(),
          "rule", visit.rule(),
          "version", visit.version(),
          "outcome", visit.said().outcome().word());
    }
  }

  /** Nobody was home so often that the head of the grid is told. */
  record VisitUnreachable(long rule, Door door) implements VisitEvent {
    @Override
    public String subject() {
      return door.placeId();
    }

    @Override
    public String type() {
      return "visit-unreachable";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of(
          "grid", door.grid(),
          "lonE7", door.at().lon(),
          "latE7", door.at().lat(),
          "rule", rule);
    }
  }

  /** A household is marked otherwise. */
  record VisitMarked(Door door) implements VisitEvent {
    @Override
    public String subject() {
      return door.placeId();
    }

    @Override
    public String type() {
      return "visit-marked";
    }

    @Override
    public Map<String, Object> facts() {
      return at(door);
    }
  }

  /** What is personal of a door is no longer kept. */
  record VisitErased(Door door) implements VisitEvent {
    @Override
    public String subject() {
      return door.placeId();
    }

    @Override
    public String type() {
      return "visit-erased";
    }

    @Override
    public Map<String, Object> facts() {
      return at(door);
    }
  }
}
