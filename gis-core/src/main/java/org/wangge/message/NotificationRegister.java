package org.wangge.message;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.NotFound;
import org.wangge.incident.dispatch.DepartmentStore;

/** What people were told and whether they have answered; and answers. Thread-safe. */
public final class NotificationRegister {
  private final Transactions transactions;
  private final NotificationStore store;
  private final DepartmentStore departments;
  private final Telling telling;
  private final MessageRuleStore rules;

  public NotificationRegister(
      Transactions transactions,
      NotificationStore store,
      DepartmentStore departments,
      Telling telling,
      MessageRuleStore rules) {
    this.transactions = transactions;
    this.store = store;
    this.departments = departments;
    this.telling = telling;
    this.rules = rules;
  }

  /**
   * A notification as somebody sees it.
   *
   * @param notification itself
   * @param messages what was sent of it
   * @param text what is said on the pages, filled in
   * @param own for whom of those who were told the caller answers
   * @param leads whether the caller may say that others have answered
   */
  public record Seen(
      Notification notification,
      List<Message> messages,
      String text,
      Set<Recipient> own,
      boolean leads) {}

  /** Those of a query that the caller may see, the newest first. */
  public List<Seen> list(Caller caller, NotificationQuery query) {
    Caller reader = caller.with(Right.READ_NOTIFICATIONS);
    return transactions.read(tx -> seen(tx, caller, store.list(tx, reader, query)));
  }

  /** Those of which the caller, or a department of the caller's, was told and that are open. */
  public List<Seen> telling(Caller caller) {
    Caller reader = caller.with(Right.ANSWER_WHISTLES);
    return transactions.read(
        tx -> {
          List<Recipient> own = ownOf(tx, caller);
          NotificationQuery query =
              new NotificationQuery(
                  true, null, null, null, own, Long.MAX_VALUE, NotificationQuery.MOST);
          return own.isEmpty() ? List.of() : seen(tx, caller, store.list(tx, reader, query));
        });
  }

  /**
   * The one of an id.
   *
   * @throws NotFound with code {@code notification-unknown}, also where the caller may not see it
   */
  public Seen get(Caller caller, long id) {
    Caller reader = caller.with(Right.ANSWER_WHISTLES);
    return transactions.read(tx -> seen(tx, caller, List.of(get(tx, reader, id))).get(0));
  }

  private Notification get(Tx tx, Caller reader, long id) {
    return store
        .find(tx, reader, id)
        .orElseThrow(() -> new NotFound("notification-unknown", Map.of("notification", id)));
  }

  private List<Seen> seen(Tx tx, Caller caller, List<Notification> found) {
    List<Recipient> own = ownOf(tx, caller);
    Map<Long, List<Message>> messages =
        store.messages(tx, caller, found.stream().map(Notification::id).toList());
    return found.stream()
        .map(
            one ->
                new Seen(
                    one,
                    messages.getOrDefault(one.id(), List.of()),
                    text(tx, one, Medium.PAGE, Map.of()),
                    mine(one, own),
                    leads(caller, one)))
        .toList();
  }

  private String text(Tx tx, Notification one, Medium medium, Map<String, String> more) {
    Map<String, String> values = new HashMap<>(one.matter().values());
    values.putAll(more);
    return rules
        .find(tx, Caller.upkeep(), one.matter().occasion(), one.ruleVersion())
        .flatMap(rule -> rule.text(medium))
        .map(text -> MessageText.fill(text, values))
        .orElse("");
  }

  /**
   * What is said over a medium, filled in; empty where the rule says nothing over it.
   *
   * @param more what fills blanks and is kept nowhere
   */
  public String text(Notification notification, Medium medium, Map<String, String> more) {
    return transactions.read(tx -> text(tx, notification, medium, more));
  }

  private static Set<Recipient> mine(Notification one, List<Recipient> own) {
    Set<Recipient> mine = new LinkedHashSet<>(own);
    mine.removeIf(recipient -> !one.isTold(recipient));
    return mine;
  }

  private List<Recipient> ownOf(Tx tx, Caller caller) {
    return departments.handlersOf(tx, caller).stream().map(Recipient::of).toList();
  }

  private static boolean leads(Caller caller, Notification one) {
    return caller.has(Right.LEAD_INCIDENTS)
        && caller
            .with(Right.LEAD_INCIDENTS)
            .scope()
            .covers(one.matter().place().grid(), one.matter().place().at());
  }

  /**
   * Says that somebody has answered: the caller on a page, or somebody else by telephone.
   *
   * @param forWhomOrNull who; null for the caller
   * @throws NotFound with code {@code notification-unknown}
   * @throws Conflict with code {@code notification-over} where nothing is waited for, or {@code
   *     notification-not-told} for who was not told
   */
  public Seen acknowledge(
      Caller caller, long id, Notification.Way way, @Nullable Recipient forWhomOrNull) {
    Caller reader = caller.with(Right.ANSWER_WHISTLES);
    return transactions.write(
        caller,
        tx -> {
          Notification open = open(tx, reader, id);
          Recipient who = who(tx, caller, open, forWhomOrNull);
          telling.answered(
              tx, caller, open, new Notification.Answer(who, way, tx.now(), caller.account()));
          read(tx, caller, open, who);
          return seen(tx, caller, List.of(get(tx, reader, id))).get(0);
        });
  }

  private Notification open(Tx tx, Caller reader, long id) {
    store.hold(tx, reader, id);
    Notification found = get(tx, reader, id);
    if (!found.isOpen()) {
      throw new Conflict("notification-over", Map.of("notification", id));
    }
    return found;
  }

  private Recipient who(Tx tx, Caller caller, Notification open, @Nullable Recipient forWhom) {
    Set<Recipient> mine = mine(open, ownOf(tx, caller));
    Recipient who = forWhom == null ? mine.stream().findFirst().orElse(null) : forWhom;
    if (who == null || !open.isTold(who)) {
      throw new Conflict("notification-not-told", Map.of("notification", open.id()));
    }
    if (!mine.contains(who) && !leads(caller, open)) {
      throw new Forbidden("notification-of-another");
    }
    return who;
  }

  /** Notes that the caller has read it on a page. Nothing changes where it was read before. */
  public void read(Caller caller, long id) {
    Caller reader = caller.with(Right.ANSWER_WHISTLES);
    var unused =
        transactions.write(
            caller,
            tx -> {
              store.hold(tx, reader, id);
              Notification found = get(tx, reader, id);
              mine(found, ownOf(tx, caller)).forEach(one -> read(tx, caller, found, one));
              return true;
            });
  }

  private void read(Tx tx, Caller caller, Notification found, Recipient who) {
    store.messages(tx, caller, List.of(found.id())).getOrDefault(found.id(), List.of()).stream()
        .filter(one -> one.medium() == Medium.PAGE && one.recipient().equals(who))
        .filter(one -> one.state() != Message.State.READ)
        .forEach(
            one -> {
              Message changed = one.became(Message.State.READ, tx.now(), "");
              if (store.changeMessage(tx, caller, changed, one.state(), "", Instant.EPOCH)) {
                tx.record(new MessageEvent.MessageMoved(found, changed));
              }
            });
  }

  /**
   * Sends a message once more that failed or of which nobody knows whether it went.
   *
   * @param from of the machine, when
   * @throws NotFound with code {@code message-unknown}
   * @throws Conflict with code {@code message-not-lost} where it is on its way or arrived
   */
  public void sendAgain(Caller caller, long id, long messageId, Instant from) {
    Caller leader = caller.with(Right.LEAD_INCIDENTS);
    var unused =
        transactions.write(
            caller,
            tx -> {
              Notification open = open(tx, leader, id);
              Message message =
                  store
                      .findMessage(tx, leader, messageId)
                      .filter(one -> one.notificationId() == id)
                      .orElseThrow(
                          () -> new NotFound("message-unknown", Map.of("message", messageId)));
              Message again = message.became(Message.State.WAITING, tx.now(), "");
              if (!message.state().isLost()
                  || !store.changeMessage(tx, leader, again, message.state(), "", from)) {
                throw new Conflict("message-not-lost", Map.of("message", messageId));
              }
              tx.record(new MessageEvent.MessageMoved(open, again));
              return true;
            });
  }

  /**
   * Tries every medium by which somebody can be reached.
   *
   * @param matter a {@link Occasion#TRIAL}
   */
  public Optional<Notification> tryOut(
      Caller caller, Notification.Matter matter, Recipient recipient) {
    Caller runner = caller.with(Right.RUN);
    List<Notification.Addressee> who = List.of(new Notification.Addressee(recipient, 1));
    return transactions.write(runner, tx -> telling.tell(tx, runner, matter, who));
  }

  /** How many messages of each medium are in each state, of those made after an instant. */
  public Map<Medium, Map<Message.State, Integer>> counts(Caller caller, Instant since) {
    Caller reader = caller.with(Right.READ_CLOCKS);
    return transactions.read(tx -> store.counts(tx, reader, since));
  }
}
