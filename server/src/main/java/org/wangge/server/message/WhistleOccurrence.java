package org.wangge.server.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.event.NumberedEvent;
import org.wangge.event.Tx;
import org.wangge.incident.Handler;
import org.wangge.incident.IncidentStore;
import org.wangge.message.Notification;
import org.wangge.message.Occasion;
import org.wangge.message.Reaching;
import org.wangge.message.Recipient;
import org.wangge.message.Telling;
import org.wangge.whistle.Responder;
import org.wangge.whistle.Whistle;
import org.wangge.whistle.WhistleLevel;
import org.wangge.whistle.WhistleStore;

/**
 * Tells all of a level that it was called, at once: who comes first, comes. The level's own clock
 * calls the next. Thread-safe.
 */
final class WhistleOccurrence implements Occurrence {
  private static final Caller CALLER = Caller.upkeep();
  private static final String CALLED = "whistle-called";
  private static final String ANSWERED = "whistle-answered";
  private static final String REACHED = "whistle-reached";
  private static final String ENDED = "whistle-ended";
  private static final Map<WhistleLevel, String> LEVELS =
      Map.of(
          WhistleLevel.ESTATE, "小区报到",
          WhistleLevel.COMMUNITY, "社区报到",
          WhistleLevel.STREET, "街道报到");

  private final WhistleStore whistles;
  private final IncidentStore incidents;
  private final Fillings fillings;
  private final Reaching reaching;
  private final Telling telling;

  WhistleOccurrence(
      WhistleStore whistles,
      IncidentStore incidents,
      Fillings fillings,
      Reaching reaching,
      Telling telling) {
    this.whistles = whistles;
    this.incidents = incidents;
    this.fillings = fillings;
    this.reaching = reaching;
    this.telling = telling;
  }

  @Override
  public Set<String> types() {
    return Set.of(CALLED, ANSWERED, REACHED, ENDED);
  }

  @Override
  public void happened(Tx tx, NumberedEvent event) {
    Optional<Whistle> found = whistles.find(tx, CALLER, Long.parseLong(event.subject()));
    found.ifPresent(
        whistle -> {
          switch (event.type()) {
            case CALLED -> called(tx, whistle, event.facts());
            case ANSWERED, REACHED -> answered(tx, whistle);
            default -> telling.over(tx, CALLER, subject(whistle));
          }
        });
  }

  /** A slash at the end: {@code whistle/12/} is not the beginning of that of 123. */
  private static String subject(Whistle whistle) {
    return "whistle/" + whistle.id() + "/";
  }

  private void called(Tx tx, Whistle whistle, Map<String, Object> facts) {
    Optional<WhistleLevel> level = WhistleLevel.find(String.valueOf(facts.get("called")));
    if (level.isEmpty() || !whistle.isOpen() || whistle.isReached()) {
      return;
    }
    Map<String, String> values =
        fillings.of(tx, incidents.find(tx, CALLER, whistle.incidentId()).orElseThrow());
    values.put("level", LEVELS.getOrDefault(level.get(), ""));
    Notification.Matter matter =
        new Notification.Matter(
            Occasion.WHISTLE_CALLED,
            subject(whistle) + level.get().word(),
            whistle.incidentId(),
            whistle.place(),
            values,
            whistle.blown().generated());
    var unused = telling.tell(tx, CALLER, matter, addressees(whistle, level.get()));
  }

  private List<Notification.Addressee> addressees(Whistle whistle, WhistleLevel level) {
    List<Handler> handlers = whistle.of(level).stream().map(Responder::handler).toList();
    Set<String> departments =
        handlers.stream()
            .filter(one -> one.kind() == Handler.Kind.DEPARTMENT)
            .map(Handler::code)
            .collect(Collectors.toSet());
    List<Recipient> all = new ArrayList<>(handlers.stream().map(Recipient::of).toList());
    if (!all.isEmpty()) {
      all.addAll(reaching.groupsAt(whistle.place().grid(), departments));
    }
    return all.stream().map(one -> new Notification.Addressee(one, 1)).toList();
  }

  private void answered(Tx tx, Whistle whistle) {
    whistle.responders().stream()
        .filter(Responder::isComing)
        .findFirst()
        .ifPresent(
            one ->
                telling.answered(
                    tx,
                    CALLER,
                    subject(whistle),
                    new Notification.Answer(
                        Recipient.of(one.handler()),
                        Notification.Way.DEED,
                        tx.now(),
                        account(one))));
  }

  private static String account(Responder one) {
    Responder.Answer answer = one.answerOrNull();
    return answer == null ? CALLER.account() : answer.account();
  }
}
