package org.wangge.alarm;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.event.NumberedEvent;

/** By which events the matters of alarms are over. Pure. */
public final class AlarmOver {
  private static final String MOVED = "incident-moved";
  private static final String ENDED_STEP = "evaluate";
  private static final String FIRST_STEP = "collect";

  /** Stages whose clocks run in a step of an incident's life (domain.md). */
  private static final Map<String, Set<String>> STAGES =
      Map.of(
          FIRST_STEP,
          Set.of("accept", "file"),
          "file",
          Set.of("file"),
          "dispatch",
          Set.of("dispatch", "total"),
          "handle",
          Set.of("handle", "total"),
          "verify",
          Set.of("check", "total"));

  /** Types of the events that may end the matter of an alarm. */
  static final Set<String> TYPES =
      Set.of(
          MOVED,
          "whistle-answered",
          "whistle-reached",
          "whistle-ended",
          "message-acknowledged",
          "message-over");

  private AlarmOver() {}

  /**
   * Whose alarms an event may end.
   *
   * @param incident whether it is an incident, or else a subject
   * @param id of the incident, or the subject
   */
  public record Matter(boolean incident, String id) {}

  static Optional<Matter> of(NumberedEvent event) {
    return switch (event.type()) {
      case MOVED -> Optional.of(new Matter(true, event.subject()));
      case "whistle-answered" ->
          "coming".equals(event.facts().get("reply"))
              ? Optional.of(new Matter(false, "whistle/" + event.subject()))
              : Optional.empty();
      case "whistle-reached", "whistle-ended" ->
          Optional.of(new Matter(false, "whistle/" + event.subject()));
      case "message-acknowledged", "message-over" ->
          Optional.of(new Matter(false, "notification/" + event.subject()));
      default -> Optional.empty();
    };
  }

  /** Whether an event, of whose matter an alarm is, ends it. */
  static boolean ends(NumberedEvent event, Alarm alarm) {
    if (!event.type().equals(MOVED)) {
      return true;
    }
    String step = String.valueOf(event.facts().get("step"));
    if (step.equals(ENDED_STEP)) {
      return true;
    }
    AlarmKind kind = alarm.cause().kind();
    if (kind.isReport()) {
      return !step.equals(FIRST_STEP);
    }
    return kind.isClock() && !STAGES.getOrDefault(step, Set.of()).contains(alarm.cause().detail());
  }
}
