package org.wangge.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.DomainEvent;
import org.wangge.event.HeardTx;
import org.wangge.event.NumberedEvent;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;

/** A desk with its board, its log and its clock, kept in memory. */
final class AlarmDesk implements Transactions, AlarmStore, AlarmRuleStore {
  static final Instant T0 = Instant.parse("2026-11-02T01:00:00Z");
  static final String STREET = "990101001";
  static final String GRID = STREET + "001001";
  static final AlarmDiscipline STANDARD = AlarmDiscipline.STANDARD;

  private final Map<Long, Alarm> alarms = new LinkedHashMap<>();
  private final Map<Long, Shelf> shelves = new LinkedHashMap<>();
  private final Map<AlarmKind, AlarmRule> rules = new EnumMap<>(AlarmKind.class);
  private final List<AlarmRule> pastRules = new ArrayList<>();
  private final List<Flood> floods = new ArrayList<>();
  private final List<DomainEvent> events = new ArrayList<>();
  private long number;
  private long followed;
  private Instant now = T0;

  final AlarmRegister register = new AlarmRegister(this, this, this, STANDARD);
  final AlarmRuleRegister ruleRegister = new AlarmRuleRegister(this, this);
  final AlarmRinging ringing =
      new AlarmRinging(this, this, tx -> category -> category.startsWith("fire"), STANDARD);

  AlarmDesk() {
    for (AlarmKind kind : AlarmKind.values()) {
      AlarmPriority priority =
          switch (kind) {
            case URGENT_REPORTED, WHISTLE_UNHEARD -> AlarmPriority.EMERGENCY;
            case WHISTLE_CALLED, CLOCK_DUE, CALL_NOW -> AlarmPriority.HIGH;
            case REPORTED, CLOCK_WARNING -> AlarmPriority.LOW;
          };
      rules.put(kind, new AlarmRule(kind, 1, new AlarmRule.Wanted(priority, 240), Instant.EPOCH));
    }
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Instant now() {
    return now;
  }

  AlarmBoard board() {
    return register.board(Caller.upkeep(), now).board();
  }

  List<Alarm> log() {
    return List.copyOf(alarms.values());
  }

  List<DomainEvent> events() {
    return List.copyOf(events);
  }

  List<String> told() {
    return events.stream().map(DomainEvent::type).toList();
  }

  NumberedEvent event(String type, String subject, String grid, Map<String, Object> more) {
    Map<String, Object> facts = new HashMap<>(more);
    facts.put("grid", grid);
    facts.put("lonE7", 1_126_137_000);
    facts.put("latE7", 289_182_000);
    return new NumberedEvent(++number, now, type, subject, facts);
  }

  void happens(NumberedEvent... happened) {
    write(
        Caller.upkeep(),
        tx -> {
          ringing.heard(tx, Caller.upkeep(), List.of(happened));
          return 0;
        });
  }

  void reported(String id, String category) {
    reported(id, category, GRID);
  }

  void reported(String id, String category, String grid) {
    happens(event("incident-reported", id, grid, Map.of("category", category)));
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
  public List<Instant> pushed(Tx tx, Caller caller, Instant after) {
    return alarms.values().stream()
        .filter(one -> one.pushed() && !one.isEmergency() && one.rungAt().isAfter(after))
        .map(Alarm::rungAt)
        .toList();
  }

  @Override
  public List<Instant> latest(Tx tx, Caller caller, int most) {
    List<Instant> all =
        alarms.values().stream()
            .filter(one -> !one.isEmergency() && !one.shelved())
            .map(Alarm::rungAt)
            .toList();
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  @Override
  public Set<String> rows(Tx tx, Caller caller) {
    Set<String> rows = new HashSet<>();
    alarms.values().stream()
        .filter(one -> one.state() == Alarm.State.STANDING)
        .filter(one -> !one.isEmergency() && !one.shelved())
        .forEach(
            one ->
                rows.addAll(
                    AlarmFlow.rowsOf(
                        one.showing(),
                        one.cause().source(),
                        one.cause().place().grid(),
                        one.cause().kind())));
    return rows;
  }

  @Override
  public List<Instant> ofSource(Tx tx, Caller caller, String source, Instant after, int most) {
    List<Instant> all =
        alarms.values().stream()
            .filter(one -> one.cause().source().equals(source) && one.rungAt().isAfter(after))
            .map(Alarm::rungAt)
            .toList();
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  @Override
  public List<Alarm> add(Tx tx, Caller caller, List<Alarm> rung) {
    List<Alarm> added = new ArrayList<>();
    for (Alarm one : rung) {
      Alarm kept = one.numbered(alarms.size() + 1L);
      alarms.put(kept.id(), kept);
      added.add(kept);
    }
    return added;
  }

  @Override
  public void keepFlood(Tx tx, Caller caller, Flood flood) {
    floods.removeIf(one -> one.since().equals(flood.since()));
    floods.add(flood);
  }

  @Override
  public Optional<Flood> flood(Tx tx, Caller caller) {
    return floods.isEmpty() ? Optional.empty() : Optional.of(floods.get(floods.size() - 1));
  }

  List<Flood> floods() {
    return List.copyOf(floods);
  }

  @Override
  public Optional<Alarm> find(Tx tx, Caller caller, long id) {
    return Optional.ofNullable(alarms.get(id)).filter(one -> sees(caller, one));
  }

  private static boolean sees(Caller caller, Alarm alarm) {
    return alarm.cause().place().isIn(caller.scope());
  }

  @Override
  public List<Alarm> list(Tx tx, Caller caller, AlarmQuery query) {
    return alarms.values().stream().filter(one -> sees(caller, one)).limit(query.limit()).toList();
  }

  @Override
  public List<Alarm> standing(Tx tx, Caller caller) {
    return alarms.values().stream()
        .filter(one -> sees(caller, one))
        .filter(
            one ->
                one.state() == Alarm.State.STANDING
                    || (one.isEmergency() && one.state() == Alarm.State.ACKNOWLEDGED))
        .toList();
  }

  @Override
  public List<Alarm> openOf(Tx tx, Caller caller, AlarmOver.Matter matter) {
    return alarms.values().stream()
        .filter(one -> one.state() != Alarm.State.CLEARED)
        .filter(
            one ->
                matter
                    .id()
                    .equals(matter.incident() ? one.cause().incidentId() : one.cause().subject()))
        .toList();
  }

  @Override
  public int acknowledge(Tx tx, Caller caller, Collection<Long> ids, Alarm.Acknowledged by) {
    int count = 0;
    for (long id : ids) {
      Alarm one = alarms.get(id);
      if (one != null && one.state() == Alarm.State.STANDING) {
        count++;
        alarms.put(id, copy(one, Alarm.State.ACKNOWLEDGED));
      }
    }
    return count;
  }

  private void change(long id, UnaryOperator<Alarm> how) {
    alarms.computeIfPresent(id, (key, one) -> how.apply(one));
  }

  private Alarm copy(Alarm one, Alarm.State state) {
    return new Alarm(
        one.id(),
        one.cause(),
        one.priority(),
        one.rungAt(),
        one.showing(),
        one.pushed(),
        one.shelved(),
        state,
        one.acknowledgedOrNull(),
        state == Alarm.State.CLEARED ? now : null);
  }

  @Override
  public void clear(Tx tx, Caller caller, Collection<Long> ids, Instant at) {
    ids.forEach(id -> change(id, one -> copy(one, Alarm.State.CLEARED)));
  }

  @Override
  public Rang rang(Tx tx, Caller caller, Instant since) {
    Map<AlarmPriority, Integer> counts = new EnumMap<>(AlarmPriority.class);
    alarms.values().forEach(one -> counts.merge(one.priority(), 1, Integer::sum));
    return new Rang(counts, since, alarms.size() + 1L);
  }

  @Override
  public List<Shelf> shelves(Tx tx, Caller caller, Instant at) {
    return shelves.values().stream().filter(one -> one.lasts(at)).toList();
  }

  @Override
  public Shelf addShelf(Tx tx, Caller caller, Shelf shelf) {
    Shelf kept = shelved(shelf, shelves.size() + 1L, null);
    shelves.put(kept.id(), kept);
    return kept;
  }

  private static Shelf shelved(Shelf shelf, long id, @Nullable Instant ended) {
    return new Shelf(
        id,
        shelf.kindOrNull(),
        shelf.area(),
        shelf.since(),
        shelf.until(),
        shelf.reason(),
        shelf.account(),
        ended);
  }

  @Override
  public boolean endShelf(Tx tx, Caller caller, long id, Instant at, String account) {
    return shelves.computeIfPresent(id, (key, one) -> shelved(one, id, at)) != null;
  }

  @Override
  public Optional<Long> followed(Tx tx, Caller caller) {
    return Optional.of(followed);
  }

  @Override
  public void follow(Tx tx, Caller caller, long event) {
    followed = event;
  }

  @Override
  public List<AlarmRule> list(Tx tx, Caller caller) {
    return List.copyOf(rules.values());
  }

  @Override
  public List<AlarmRule> past(Tx tx, Caller caller, AlarmKind kind) {
    return pastRules.stream().filter(one -> one.kind() == kind).toList();
  }

  @Override
  public void change(Tx tx, Caller caller, AlarmRule changed, int ifVersion) {
    AlarmRule before = rules.put(changed.kind(), changed);
    if (before == null || before.version() != ifVersion) {
      throw Conflict.version(ifVersion, changed.version());
    }
    pastRules.add(before);
  }
}
