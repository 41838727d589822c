package org.wangge.message;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.clock.Alarm;
import org.wangge.clock.CalendarEdition;
import org.wangge.clock.CalendarRules;
import org.wangge.clock.CalendarStore;
import org.wangge.clock.CalendarVersion;
import org.wangge.clock.Calendars;
import org.wangge.clock.ClockKind;
import org.wangge.clock.Limit;
import org.wangge.clock.Timer;
import org.wangge.clock.TimerStore;
import org.wangge.clock.TimerSubject;
import org.wangge.event.DomainEvent;
import org.wangge.event.HeardTx;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.IncidentPlace;
import org.wangge.incident.dispatch.Department;
import org.wangge.incident.dispatch.DepartmentStore;

/** People, their outbox and their clock, kept in memory. */
final class MessageTown implements Transactions, NotificationStore, MessageRuleStore {
  static final Instant T0 = Instant.parse("2026-11-02T01:00:00Z");
  static final String GRID = "990101001001001";
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final Map<Long, Notification> notifications = new LinkedHashMap<>();
  private final Map<Long, Message> messages = new LinkedHashMap<>();
  private final Map<Long, Instant> nextAt = new HashMap<>();
  private final Map<Long, Instant> until = new HashMap<>();
  private final Map<Long, String> gatewayIds = new HashMap<>();
  private final Map<Occasion, MessageRule> rules = new EnumMap<>(Occasion.class);
  private final Map<String, Alarm> armed = new HashMap<>();
  private final List<DomainEvent> events = new ArrayList<>();
  private Instant now = T0;

  final Set<Medium> open = new HashSet<>(Set.of(Medium.PAGE, Medium.SMS));
  final Telling telling =
      new Telling(this, this, new Calendars(calendars()), timers(), new Everybody());
  final NotificationRegister register =
      new NotificationRegister(this, this, departments(), telling, this);
  final MessageRuleRegister ruleRegister = new MessageRuleRegister(this, this);

  MessageTown() {
    for (Occasion occasion : Occasion.values()) {
      String blank = occasion == Occasion.REPORT_CLOSED ? "{link}" : "{grid}";
      MessageRule.Wanted wanted =
          new MessageRule.Wanted(
              new Limit(ClockKind.URGENT_HOURS, (int) PATIENCE.toMinutes()),
              Map.of(
                  Medium.PAGE, "在" + blank, Medium.SMS, "去" + blank, Medium.GROUP, "都去" + blank));
      rules.put(occasion, new MessageRule(occasion, 1, wanted, T0));
    }
  }

  Outbox outbox(Medium... keyed) {
    return new Outbox(this, this, telling, Set.of(keyed));
  }

  static Recipient person(String code) {
    return new Recipient(Recipient.Kind.PERSON, code);
  }

  /** Tells people of a task, each with a step of their own. */
  Notification tell(String subject, String... people) {
    return tell(
        Occasion.TASK_GIVEN,
        subject,
        Arrays.stream(people).map(MessageTown::person).toArray(Recipient[]::new));
  }

  Notification tell(Occasion occasion, String subject, Recipient... people) {
    List<Notification.Addressee> who = new ArrayList<>();
    for (Recipient one : people) {
      who.add(new Notification.Addressee(one, who.size() + 1));
    }
    Notification.Matter matter =
        new Notification.Matter(
            occasion,
            subject,
            "i1",
            new IncidentPlace(GRID, new LatticePoint(1_126_137_000, 289_182_000)),
            Map.of("grid", "一号网格"),
            false);
    return write(Caller.upkeep(), tx -> telling.tell(tx, Caller.upkeep(), matter, who))
        .orElseThrow();
  }

  Notification the(long id) {
    Notification found = notifications.get(id);
    if (found == null) {
      throw new IllegalStateException("none of " + id);
    }
    return found;
  }

  List<Message> sms() {
    return messages.values().stream().filter(one -> one.medium() == Medium.SMS).toList();
  }

  List<String> told() {
    return events.stream().map(DomainEvent::type).toList();
  }

  Instant now() {
    return now;
  }

  /** Lets time go by and rings what has come due. */
  void pass(Duration time) {
    now = now.plus(time);
    for (Map.Entry<String, Alarm> one : List.copyOf(armed.entrySet())) {
      if (!one.getValue().at().isAfter(now) && armed.remove(one.getKey()) != null) {
        String[] parts = one.getKey().split(" ", 2);
        TimerSubject subject = new TimerSubject(Telling.SUBJECT, parts[0]);
        write(
            Caller.upkeep(),
            tx -> {
              telling.hold(tx, Caller.upkeep(), subject);
              telling.ring(tx, Caller.upkeep(), new Timer(1, subject, parts[1], one.getValue()));
              return 0;
            });
      }
    }
  }

  int armedCount() {
    return armed.size();
  }

  private final class Everybody implements Reaching {
    @Override
    public Set<Medium> mediaOf(Tx tx, Caller caller, Recipient recipient) {
      return recipient.kind() == Recipient.Kind.GROUP ? Set.of(Medium.GROUP) : Set.copyOf(open);
    }

    @Override
    public List<Recipient> groupsAt(String grid, Set<String> departments) {
      return List.of();
    }
  }

  @FunctionalInterface
  private interface Answer {
    @Nullable Object to(String method, Object[] arguments);
  }

  private static <T> T fake(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
  }

  @SuppressWarnings("unchecked")
  private TimerStore timers() {
    return fake(
        TimerStore.class,
        (method, given) -> {
          String subject = ((TimerSubject) given[2]).id() + " ";
          if (method.equals("arm")) {
            armed.remove(subject + given[3]);
            ((List<Alarm>) given[4]).forEach(alarm -> armed.put(subject + given[3], alarm));
          } else {
            armed.keySet().removeIf(name -> name.startsWith(subject));
          }
          return null;
        });
  }

  private static CalendarStore calendars() {
    CalendarEdition usual =
        new CalendarEdition(
            1,
            new CalendarVersion("usual", 1),
            "",
            "usual",
            Instant.EPOCH,
            true,
            CalendarRules.usual(ZoneId.of("Asia/Shanghai")));
    return fake(
        CalendarStore.class, (method, given) -> method.equals("numberIn") ? (Object) 1L : usual);
  }

  private static DepartmentStore departments() {
    return new DepartmentStore() {
      @Override
      public List<Department> list(Tx tx, Caller caller) {
        return List.of();
      }

      @Override
      public Set<String> ofMember(Tx tx, Caller caller, String account) {
        return Set.of();
      }

      @Override
      public void add(Tx tx, Caller caller, List<Department> departments) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void addMember(Tx tx, Caller caller, String department, String account) {
        throw new UnsupportedOperationException();
      }
    };
  }

  @Override
  public <T> T write(Caller caller, Function<Tx, T> work) {
    HeardTx tx = new HeardTx(now);
    T done = work.apply(tx);
    events.addAll(tx.events());
    return done;
  }

  @Override
  public <T> T read(Function<Tx, T> work) {
    return work.apply(new HeardTx(now));
  }

  @Override
  public void hold(Tx tx, Caller caller, long id) {}

  @Override
  public Optional<Notification> find(Tx tx, Caller caller, long id) {
    return Optional.ofNullable(notifications.get(id))
        .filter(one -> caller.scope().covers(one.matter().place().grid()));
  }

  @Override
  public List<Notification> list(Tx tx, Caller caller, NotificationQuery query) {
    String prefix = query.subjectPrefixOrNull();
    String incident = query.incidentOrNull();
    return notifications.values().stream()
        .filter(one -> !query.open() || one.isOpen())
        .filter(one -> prefix == null || one.matter().subject().startsWith(prefix))
        .filter(one -> incident == null || one.matter().incidentId().equals(incident))
        .filter(one -> query.told().isEmpty() || query.told().stream().anyMatch(one::isTold))
        .toList();
  }

  @Override
  public Optional<Notification> add(Tx tx, Caller caller, Notification begun) {
    if (notifications.values().stream()
        .anyMatch(one -> one.matter().subject().equals(begun.matter().subject()))) {
      return Optional.empty();
    }
    long id = notifications.size() + 1L;
    Notification added =
        new Notification(
            id,
            1,
            begun.matter(),
            begun.ruleVersion(),
            begun.createdAt(),
            begun.addressees(),
            begun.step(),
            begun.dueOrNull(),
            begun.state(),
            null);
    notifications.put(id, added);
    return Optional.of(added);
  }

  @Override
  public void change(Tx tx, Caller caller, Notification changed) {
    Notification before = notifications.put(changed.id(), changed);
    if (before == null || before.version() != changed.version() - 1) {
      throw new IllegalStateException("not the version after: " + changed);
    }
  }

  @Override
  public void addMessages(Tx tx, Caller caller, List<Message> added) {
    for (Message one : added) {
      long id = messages.size() + 1L;
      messages.put(
          id,
          new Message(
              id,
              one.notificationId(),
              one.recipient(),
              one.medium(),
              "key-" + id,
              one.state(),
              one.attempts(),
              one.times(),
              ""));
      nextAt.put(id, Instant.EPOCH);
    }
  }

  @Override
  public Map<Long, List<Message>> messages(Tx tx, Caller caller, Collection<Long> of) {
    Map<Long, List<Message>> found = new HashMap<>();
    messages.values().stream()
        .filter(one -> of.contains(one.notificationId()))
        .forEach(
            one -> found.computeIfAbsent(one.notificationId(), id -> new ArrayList<>()).add(one));
    return found;
  }

  @Override
  public Optional<Message> findMessage(Tx tx, Caller caller, long id) {
    return Optional.ofNullable(messages.get(id));
  }

  @Override
  public Optional<Message> findMessage(Tx tx, Caller caller, Medium medium, String name) {
    return messages.values().stream()
        .filter(one -> one.key().equals(name) || name.equals(gatewayIds.get(one.id())))
        .findFirst();
  }

  private Optional<Message> next(Medium medium, Instant at) {
    return messages.values().stream()
        .filter(one -> one.medium() == medium && one.state() == Message.State.WAITING)
        .filter(one -> !nextAt.getOrDefault(one.id(), Instant.EPOCH).isAfter(at))
        .findFirst();
  }

  @Override
  public boolean isDue(Tx tx, Caller caller, Medium medium, Instant at) {
    return next(medium, at).isPresent();
  }

  @Override
  public Optional<Message> claim(Tx tx, Caller caller, Medium medium, Instant at, Instant end) {
    return next(medium, at)
        .map(
            one -> {
              Message sending =
                  new Message(
                      one.id(),
                      one.notificationId(),
                      one.recipient(),
                      medium,
                      one.key(),
                      Message.State.SENDING,
                      one.attempts() + 1,
                      one.times(),
                      one.failure());
              messages.put(one.id(), sending);
              until.put(one.id(), end);
              return sending;
            });
  }

  @Override
  public List<Message> uncertain(Tx tx, Caller caller, Instant at) {
    return messages.values().stream()
        .filter(one -> one.state() == Message.State.SENDING)
        .filter(one -> !until.getOrDefault(one.id(), Instant.MAX).isAfter(at))
        .toList();
  }

  @Override
  public boolean changeMessage(
      Tx tx, Caller caller, Message changed, Message.State from, String gatewayId, Instant next) {
    Message before = messages.get(changed.id());
    if (before == null || before.state() != from || before.attempts() != changed.attempts()) {
      return false;
    }
    messages.put(changed.id(), changed);
    nextAt.put(changed.id(), next);
    if (!gatewayId.isEmpty()) {
      gatewayIds.put(changed.id(), gatewayId);
    }
    return true;
  }

  @Override
  public void cancelWaiting(Tx tx, Caller caller, long notification) {
    messages.replaceAll(
        (id, one) ->
            one.notificationId() == notification && one.state() == Message.State.WAITING
                ? one.became(Message.State.CANCELLED, now, "")
                : one);
  }

  @Override
  public Map<Medium, Map<Message.State, Integer>> counts(Tx tx, Caller caller, Instant since) {
    return Map.of(Medium.SMS, Map.of(Message.State.SENT, sms().size()));
  }

  @Override
  public Optional<Long> followed(Tx tx, Caller caller) {
    return Optional.empty();
  }

  @Override
  public void follow(Tx tx, Caller caller, long number) {}

  @Override
  public List<MessageRule> list(Tx tx, Caller caller) {
    return List.copyOf(rules.values());
  }

  @Override
  public List<MessageRule> past(Tx tx, Caller caller, Occasion occasion) {
    return find(tx, caller, occasion, 1).stream().toList();
  }

  @Override
  public Optional<MessageRule> find(Tx tx, Caller caller, Occasion occasion, int version) {
    return Optional.ofNullable(rules.get(occasion));
  }

  @Override
  public void change(Tx tx, Caller caller, MessageRule changed, int ifVersion) {
    rules.put(changed.occasion(), changed);
  }
}
