package org.wangge.alarm;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.wangge.event.NumberedEvent;

/**
 * Why something rings: an event of the log, read.
 *
 * @param kind what it is
 * @param subject the thing that it is about, such as {@code incident/incident-20261103-0042}
 * @param source what rings, such as {@code reported~430902001001001~category:noise}: kind, grid and
 *     thing. Of reports the thing is their category, so that a sensor that sends one report after
 *     another is one source
 * @param incidentId of which incident
 * @param detail a code that tells more: a category, a stage, a level
 * @param place where
 * @param event number of the event in the log
 * @param at when it happened
 */
public record AlarmCause(
    AlarmKind kind,
    String subject,
    String source,
    String incidentId,
    String detail,
    AlarmPlace place,
    long event,
    Instant at) {
  static final String REPORTED = "incident-reported";
  static final String RANG = "incident-rang";
  static final String CALLED = "whistle-called";
  static final String UNHEARD = "whistle-unheard";
  static final String CALL_NOW = "message-call-now";

  /** Types of the events that ring. */
  static final Set<String> TYPES = Set.of(REPORTED, RANG, CALLED, UNHEARD, CALL_NOW);

  /**
   * Reads an event.
   *
   * @param isUrgent of the code of a category, whether it is urgent
   * @return empty where it is nothing to ring for
   */
  static Optional<AlarmCause> of(NumberedEvent event, Predicate<String> isUrgent) {
    String id = event.subject();
    return switch (event.type()) {
      case REPORTED -> {
        String category = text(event, "category");
        AlarmKind kind = isUrgent.test(category) ? AlarmKind.URGENT_REPORTED : AlarmKind.REPORTED;
        yield Optional.of(
            cause(event, kind, "incident/" + id, "category:" + category, id, category));
      }
      case RANG -> {
        AlarmKind kind =
            text(event, "mark").equals("due") ? AlarmKind.CLOCK_DUE : AlarmKind.CLOCK_WARNING;
        String subject = "incident/" + id;
        yield Optional.of(cause(event, kind, subject, subject, id, text(event, "stage")));
      }
      case CALLED -> of(event, AlarmKind.WHISTLE_CALLED, "whistle/" + id, "called");
      case UNHEARD -> of(event, AlarmKind.WHISTLE_UNHEARD, "whistle/" + id, "level");
      case CALL_NOW -> of(event, AlarmKind.CALL_NOW, "notification/" + id, "occasion");
      default -> Optional.empty();
    };
  }

  private static Optional<AlarmCause> of(
      NumberedEvent event, AlarmKind kind, String subject, String detail) {
    return Optional.of(
        cause(event, kind, subject, subject, text(event, "incident"), text(event, detail)));
  }

  private static AlarmCause cause(
      NumberedEvent event,
      AlarmKind kind,
      String subject,
      String thing,
      String incident,
      String detail) {
    AlarmPlace place = AlarmPlace.of(event.facts());
    // It is a part of addresses, where a slash would part it.
    String source = String.join("~", kind.word(), place.grid(), thing.replace('/', ':'));
    return new AlarmCause(
        kind, subject, source, incident, detail, place, event.number(), event.at());
  }

  private static String text(NumberedEvent event, String name) {
    Map<String, Object> facts = event.facts();
    return facts.get(name) instanceof String text ? text : "";
  }
}
