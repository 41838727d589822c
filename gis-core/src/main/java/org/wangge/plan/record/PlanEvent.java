package org.wangge.plan.record;

import java.util.Map;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.event.Audience;
import org.wangge.event.DomainEvent;
import org.wangge.event.NumberedEvent;
import org.wangge.grid.AreaKey;

/** What happens to plans. */
public sealed interface PlanEvent extends DomainEvent {

  /**
   * Who is told of them: of drafts only who draws or approves, of what came into force whoever
   * works here.
   */
  Audience AUDIENCE = PlanEvent::hears;

  private static boolean hears(Caller caller, NumberedEvent event) {
    boolean inForce = Set.of("plan-published", "plan-area-succeeded").contains(event.type());
    return (inForce
            ? Audience.staff()
            : Audience.everywhere(Role.PLANNER, Role.APPROVER, Role.ADMINISTRATOR))
        .hears(caller, event);
  }

  /** Id of the plan. */
  long planId();

  @Override
  default String subject() {
    return Long.toString(planId());
  }

  /** Somebody began to draw. */
  record PlanBegun(long planId, String areaCode) implements PlanEvent {
    @Override
    public String type() {
      return "plan-begun";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("area", areaCode);
    }
  }

  /** An edit was made. */
  record PlanEdited(long planId, int version, int seq, String kind) implements PlanEvent {
    @Override
    public String type() {
      return "plan-edited";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("version", version, "seq", seq, "kind", kind);
    }
  }

  /** An edit was undone or redone. */
  record PlanMoved(long planId, int version, int head) implements PlanEvent {
    @Override
    public String type() {
      return "plan-moved";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("version", version, "head", head);
    }
  }

  /** A step of a plan's life other than its beginning and its coming into force. */
  record PlanStepped(long planId, int version, PlanAction action, PlanState state)
      implements PlanEvent {
    @Override
    public String type() {
      return "plan-" + action.done();
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("version", version, "state", state.word());
    }
  }

  /** A state of a plan got a name. */
  record PlanSnapshotKept(long planId, long snapshot, int head) implements PlanEvent {
    @Override
    public String type() {
      return "plan-snapshot-kept";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("snapshot", snapshot, "head", head);
    }
  }

  /** A plan was put where it stood when a snapshot was made. */
  record PlanSnapshotRestored(long planId, int version, long snapshot, int head)
      implements PlanEvent {
    @Override
    public String type() {
      return "plan-snapshot-restored";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("version", version, "snapshot", snapshot, "head", head);
    }
  }

  /** Somebody said something of a plan. */
  record PlanCommented(long planId, long comment) implements PlanEvent {
    @Override
    public String type() {
      return "plan-commented";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("comment", comment);
    }
  }

  /** What was said was settled, or opened again. */
  record PlanCommentSettled(long planId, long comment, boolean resolved) implements PlanEvent {
    @Override
    public String type() {
      return resolved ? "plan-comment-resolved" : "plan-comment-reopened";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("comment", comment);
    }
  }

  /** Somebody locked a face. */
  record PlanFaceLocked(long planId, String face) implements PlanEvent {
    @Override
    public String type() {
      return "plan-face-locked";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("face", face);
    }
  }

  /** A lock was lifted, or went with its face. */
  record PlanFaceUnlocked(long planId, String face) implements PlanEvent {
    @Override
    public String type() {
      return "plan-face-unlocked";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("face", face);
    }
  }

  /** A plan came into force. */
  record PlanPublished(long planId, int version, int retired, int born, int altered)
      implements PlanEvent {
    @Override
    public String type() {
      return "plan-published";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("version", version, "retired", retired, "born", born, "altered", altered);
    }
  }

  /** An area took over ground of another one. */
  record AreaSucceeded(long planId, AreaKey old, AreaKey now) implements PlanEvent {
    @Override
    public String type() {
      return "plan-area-succeeded";
    }

    @Override
    public String subject() {
      return now.toString();
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of(
          "plan", planId, "partition", now.partition(), "old", old.code(), "code", now.code());
    }
  }
}
