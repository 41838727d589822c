package org.wangge.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.clock.Alarm;
import org.wangge.clock.Calendars;
import org.wangge.clock.Timer;
import org.wangge.clock.TimerStore;
import org.wangge.clock.TimerSubject;
import org.wangge.clock.TimerTarget;
import org.wangge.event.Tx;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentFollower;
import org.wangge.incident.Standing;

/**
 * Tells people, one after another: who does not answer in time is followed by the next, and after
 * the last the desk has to call. Thread-safe; every call belongs to its transaction.
 */
public final class Telling implements TimerTarget, IncidentFollower {
  /** The type of {@link TimerSubject} a notification is. */
  public static final String SUBJECT = "notification";

  private static final String CLOCK = "answer";

  private final NotificationStore store;
  private final MessageRuleStore rules;
  private final Calendars calendars;
  private final TimerStore timers;
  private final Reaching reaching;

  public Telling(
      NotificationStore store,
      MessageRuleStore rules,
      Calendars calendars,
      TimerStore timers,
      Reaching reaching) {
    this.store = store;
    this.rules = rules;
    this.calendars = calendars;
    this.timers = timers;
    this.reaching = reaching;
  }

  /**
   * Begins to tell people of a matter, those of step 1 at once.
   *
   * @param who nobody: nothing is begun
   * @return empty where there is one of this matter already
   */
  public Optional<Notification> tell(
      Tx tx, Caller caller, Notification.Matter matter, List<Notification.Addressee> who) {
    if (who.isEmpty()) {
      return Optional.empty();
    }
    MessageRule rule = MessageRuleRegister.of(tx, caller, rules, matter.occasion());
    Notification begun = Notification.begun(matter, rule.version(), tx.now(), who);
    Instant due = dueAfter(tx, caller, begun, rule);
    Optional<Notification> added = store.add(tx, caller, begun.due(due));
    added.ifPresent(one -> told(tx, caller, one, rule));
    return added;
  }

  private Instant dueAfter(Tx tx, Caller caller, Notification one, MessageRule rule) {
    return calendars
        .in(tx, caller, one.matter().place().grid())
        .plus(tx.now(), rule.wanted().patience());
  }

  private void told(Tx tx, Caller caller, Notification now, MessageRule rule) {
    List<Message> messages = new ArrayList<>();
    for (Recipient one : now.of(now.step())) {
      Set<Medium> media = reaching.mediaOf(tx, caller, one);
      rule.wanted().media().stream()
          .filter(media::contains)
          .map(medium -> Message.added(now.id(), one, medium, tx.now()))
          .forEach(messages::add);
    }
    store.addMessages(tx, caller, messages);
    arm(tx, caller, now);
    record(tx, now, MessageEvent.NotificationMoved.TOLD);
  }

  private void arm(Tx tx, Caller caller, Notification now) {
    Instant due = now.dueOrNull();
    timers.arm(
        tx,
        caller,
        subject(now),
        CLOCK + "-" + now.step(),
        due == null ? List.of() : List.of(new Alarm(Alarm.DUE, due)));
  }

  private static void record(Tx tx, Notification now, String type) {
    tx.record(new MessageEvent.NotificationMoved(now, type));
  }

  /**
   * Tells the next, or the desk where nobody is left: time is up, or nothing that was sent arrived.
   */
  void onwards(Tx tx, Caller caller, Notification waiting) {
    if (waiting.state() != Notification.State.WAITING) {
      return;
    }
    timers.disarm(tx, caller, subject(waiting));
    if (!waiting.hasNext() && !waiting.matter().occasion().wantsAnswer()) {
      end(tx, caller, waiting.over(), MessageEvent.NotificationMoved.OVER);
      return;
    }
    if (!waiting.hasNext()) {
      Notification left = waiting.callNow().next();
      store.change(tx, caller, left);
      record(tx, left, MessageEvent.NotificationMoved.CALL_NOW);
      return;
    }
    MessageRule rule =
        rules.find(tx, caller, waiting.matter().occasion(), waiting.ruleVersion()).orElseThrow();
    Notification further = waiting.onwards(dueAfter(tx, caller, waiting, rule)).next();
    store.change(tx, caller, further);
    told(tx, caller, further, rule);
  }

  /** Ends what waits for an answer: somebody has given one. */
  void answered(Tx tx, Caller caller, Notification open, Notification.Answer answer) {
    end(tx, caller, open.answered(answer), MessageEvent.NotificationMoved.ACKNOWLEDGED);
  }

  /** Ends whatever waits for an answer about a subject, because somebody did what was asked. */
  public void answered(Tx tx, Caller caller, String subjectPrefix, Notification.Answer answer) {
    for (Notification one : openOf(tx, NotificationQuery.openOf(subjectPrefix))) {
      answered(tx, caller, one, answer);
    }
  }

  /** Ends whatever waits for an answer about a subject: it needs none any more. */
  public void over(Tx tx, Caller caller, String subjectPrefix) {
    for (Notification one : openOf(tx, NotificationQuery.openOf(subjectPrefix))) {
      end(tx, caller, one.over(), MessageEvent.NotificationMoved.OVER);
    }
  }

  /** Held, and as they are then. */
  private List<Notification> openOf(Tx tx, NotificationQuery query) {
    Caller upkeep = Caller.upkeep();
    return store.list(tx, upkeep, query).stream()
        .map(Notification::id)
        .sorted()
        .map(
            id -> {
              store.hold(tx, upkeep, id);
              return store.find(tx, upkeep, id).orElseThrow();
            })
        .filter(Notification::isOpen)
        .toList();
  }

  private void end(Tx tx, Caller caller, Notification ended, String type) {
    Notification last = ended.next();
    store.change(tx, caller, last);
    store.cancelWaiting(tx, caller, last.id());
    timers.disarm(tx, caller, subject(last));
    record(tx, last, type);
  }

  private static TimerSubject subject(Notification one) {
    return new TimerSubject(SUBJECT, Long.toString(one.id()));
  }

  @Override
  public void hold(Tx tx, Caller caller, TimerSubject subject) {
    store.hold(tx, caller, Long.parseLong(subject.id()));
  }

  @Override
  public void ring(Tx tx, Caller caller, Timer timer) {
    store
        .find(tx, caller, Long.parseLong(timer.subject().id()))
        .filter(one -> timer.clock().equals(CLOCK + "-" + one.step()))
        .ifPresent(one -> onwards(tx, caller, one));
  }

  /** An incident that is over, or put off, needs nobody. */
  @Override
  public void done(Tx tx, Caller caller, Incident changed) {
    Standing standing = changed.life().standing();
    if (standing.isOpen() && standing != Standing.SUSPENDED) {
      return;
    }
    NotificationQuery query =
        new NotificationQuery(
            true, null, changed.id(), null, List.of(), Long.MAX_VALUE, NotificationQuery.MOST);
    for (Notification one : openOf(tx, query)) {
      end(tx, caller, one.over(), MessageEvent.NotificationMoved.OVER);
    }
  }

  /** Nothing that anybody wrote is kept here. */
  @Override
  public void eraseWords(Tx tx, Caller caller, String incidentId) {}

  /** No number is kept here. */
  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {}
}
