package org.wangge.alarm;

import java.util.Map;
import org.wangge.access.Right;
import org.wangge.clock.ChangeReason;
import org.wangge.event.Audience;
import org.wangge.event.DomainEvent;

/** What happens to the board of alarms, and to how alarms ring. */
public sealed interface AlarmEvent extends DomainEvent {

  /** Who is told of them. */
  Audience AUDIENCE = Audience.there(Right.READ_ALARMS);

  /** A new row is on the board: the one thing that is pushed while alarms ring. */
  record RowPushed(Alarm first) implements AlarmEvent {
    @Override
    public String type() {
      return "alarm-row-pushed";
    }

    @Override
    public String subject() {
      return Long.toString(first.id());
    }

    @Override
    public Map<String, Object> facts() {
      AlarmCause cause = first.cause();
      return cause
          .place()
          .facts(
              Map.of(
                  "kind", cause.kind().word(),
                  "priority", first.priority().word(),
                  "row", first.showing().word(),
                  "incident", cause.incidentId()));
    }
  }

  /** More rings than anybody can look at one by one. */
  record FloodBegan(Flood flood) implements AlarmEvent {
    @Override
    public String type() {
      return "alarm-flood-began";
    }

    @Override
    public String subject() {
      return "flood";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("since", flood.since().toString());
    }
  }

  /** Somebody has seen an alarm, or all of a row. */
  record RowAcknowledged(Alarm newest, int count) implements AlarmEvent {
    @Override
    public String type() {
      return "alarm-acknowledged";
    }

    @Override
    public String subject() {
      return Long.toString(newest.id());
    }

    @Override
    public Map<String, Object> facts() {
      return newest.cause().place().facts(Map.of("count", count));
    }
  }

  /** Alarms are kept from the desk for a while. */
  record Shelved(Shelf shelf) implements AlarmEvent {
    @Override
    public String type() {
      return "alarm-shelved";
    }

    @Override
    public String subject() {
      return Long.toString(shelf.id());
    }

    @Override
    public Map<String, Object> facts() {
      return facts(shelf);
    }

    private static Map<String, Object> facts(Shelf shelf) {
      AlarmKind kind = shelf.kindOrNull();
      return Map.of(
          "kind", kind == null ? "" : kind.word(),
          "grid", shelf.area(),
          "until", shelf.until().toString(),
          "reason", shelf.reason().word());
    }
  }

  /** They are so no more, before their time. */
  record Unshelved(Shelf shelf) implements AlarmEvent {
    @Override
    public String type() {
      return "alarm-unshelved";
    }

    @Override
    public String subject() {
      return Long.toString(shelf.id());
    }

    @Override
    public Map<String, Object> facts() {
      return Shelved.facts(shelf);
    }
  }

  /** A kind matters otherwise from now on. */
  record RuleChanged(AlarmRule rule, ChangeReason reason) implements AlarmEvent {
    @Override
    public String type() {
      return "alarm-rule-changed";
    }

    @Override
    public String subject() {
      return rule.kind().word();
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of(
          "version", rule.version(),
          "priority", rule.wanted().priority().word(),
          "longestShelfMinutes", rule.wanted().longestShelfMinutes(),
          "reason", reason.text());
    }
  }
}
