package org.wangge.shift;

import java.util.HashMap;
import java.util.Map;
import org.wangge.access.Right;
import org.wangge.event.Audience;
import org.wangge.event.DomainEvent;

/** What happens to rosters, shifts and handovers. */
public sealed interface ShiftEvent extends DomainEvent {

  /** Who is told of them: of rosters more than of the rest. */
  Audience AUDIENCE =
      (caller, event) ->
          Audience.there(
                  event.type().equals(RosterChanged.TYPE) ? Right.READ_ROSTERS : Right.WORK_SHIFTS)
              .hears(caller, event);

  /** Somebody was put on a roster, taken off, or changed places. */
  record RosterChanged(String area, RosterAct act, int count) implements ShiftEvent {
    private static final String TYPE = "shift-roster-changed";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public String subject() {
      return area;
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("grid", area, "act", act.word(), "count", count);
    }
  }

  /** Somebody's shift began or ended. */
  record ShiftMoved(Shift shift, boolean begun) implements ShiftEvent {
    @Override
    public String type() {
      return begun ? "shift-begun" : "shift-ended";
    }

    @Override
    public String subject() {
      return Long.toString(shift.id());
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("grid", shift.area(), "of", shift.account());
    }
  }

  /** Something was written into a log. */
  record Logged(LogEntry entry) implements ShiftEvent {
    @Override
    public String type() {
      return "shift-logged";
    }

    @Override
    public String subject() {
      return entry.area();
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("grid", entry.area(), "number", entry.number(), "kind", entry.kind().word());
    }
  }

  /** A handover sheet was begun, signed or withdrawn. */
  record HandoverMoved(Handover sheet, HandoverStep step) implements ShiftEvent {
    @Override
    public String type() {
      return step.type();
    }

    @Override
    public String subject() {
      return Long.toString(sheet.id());
    }

    @Override
    public Map<String, Object> facts() {
      Map<String, Object> facts = new HashMap<>();
      facts.put("grid", sheet.area());
      facts.put("version", sheet.version());
      if (!sheet.signatures().isEmpty()) {
        facts.put("hash", sheet.signatures().get(sheet.signatures().size() - 1).hash());
      }
      return facts;
    }
  }

  /** What was written in a log, or said on a sheet, was erased. */
  record WordsErased(String where, long id) implements ShiftEvent {
    @Override
    public String type() {
      return "shift-words-erased";
    }

    @Override
    public String subject() {
      return Long.toString(id);
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("where", where);
    }
  }
}
