package org.wangge.whistle;

import static org.wangge.grid.Areas.aGrid;
import static org.wangge.grid.Areas.square;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.clock.Alarm;
import org.wangge.clock.CalendarEdition;
import org.wangge.clock.CalendarRules;
import org.wangge.clock.CalendarStore;
import org.wangge.clock.CalendarVersion;
import org.wangge.clock.Calendars;
import org.wangge.clock.Limit;
import org.wangge.clock.Timer;
import org.wangge.clock.TimerStore;
import org.wangge.clock.TimerSubject;
import org.wangge.event.DomainEvent;
import org.wangge.event.HeardTx;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Duty;
import org.wangge.grid.InCharge;
import org.wangge.grid.Partition;
import org.wangge.incident.Channel;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.Life;
import org.wangge.incident.Priority;
import org.wangge.incident.Standing;
import org.wangge.incident.dispatch.Department;
import org.wangge.incident.dispatch.DepartmentStore;

/** A street with one grid, its people and its clock, kept in memory. */
final class HelpTown implements Transactions, WhistleStore, WhistleRuleStore {
  static final String STREET = "990101001";
  static final String COMMUNITY = STREET + "001";
  static final String GRID = COMMUNITY + "001";
  static final LatticePoint INSIDE = new LatticePoint(1_117_000_500, 290_300_500);
  static final Instant T0 = Instant.parse("2026-11-02T01:00:00Z");

  private final Map<Long, Whistle> whistles = new LinkedHashMap<>();
  private final Map<WhistleLevel, WhistleRule> rules = new EnumMap<>(WhistleLevel.class);
  private final Map<String, Alarm> armed = new HashMap<>();
  private final Map<String, Incident> incidents = new HashMap<>();
  private final List<DomainEvent> events = new ArrayList<>();
  private final Map<String, Set<String>> members = new HashMap<>();
  private Instant now = T0;
  private AreaAtlas atlas;

  private final Escalation escalation =
      new Escalation(
          this,
          new WhistleRoll(() -> atlas, departments()),
          new Calendars(calendars()),
          fake(TimerStore.class, this::timers));
  final WhistleAlarms alarms = new WhistleAlarms(this, incidentStore(), escalation);
  final WhistleRegister register =
      new WhistleRegister(this, this, incidentStore(), departments(), escalation, alarms);
  final WhistleRuleRegister ruleRegister = new WhistleRuleRegister(this, this);

  HelpTown() {
    rule(WhistleLevel.ESTATE, 5, 15, false, Duty.GRID_HEAD, Duty.PROPERTY_COMPANY);
    rule(WhistleLevel.COMMUNITY, 10, 20, false, Duty.COMMUNITY_CADRE);
    rule(WhistleLevel.STREET, 15, 30, true, Duty.STREET_CADRE);
    atlas =
        atlas(
            List.of(
                new InCharge(Duty.GRID_HEAD, "head"),
                new InCharge(Duty.GRID_WORKER, "walker"),
                new InCharge(Duty.PROPERTY_COMPANY, "porter"),
                new InCharge(Duty.COMMUNITY_CADRE, "cadre")));
    incidents.put("i1", incident("i1", GRID, Standing.DISPATCHED));
  }

  /** The same grid with other people. */
  void staffed(InCharge... people) {
    atlas = atlas(List.of(people));
  }

  /** Another grid takes the place of the first. */
  void redraw(String code, InCharge... people) {
    atlas = atlas(code, List.of(people));
    put(incident("i1", code, Standing.DISPATCHED));
  }

  private static AreaAtlas atlas(List<InCharge> people) {
    return atlas(GRID, people);
  }

  private static AreaAtlas atlas(String code, List<InCharge> people) {
    Area grid =
        aGrid(code).shape(square(1_117_000_000, 290_300_000, 1_000)).inCharge(people).build();
    return AreaAtlas.of(List.of(grid), List.of(new Partition(Partition.TREE, "", "")), 1);
  }

  private void rule(
      WhistleLevel level, int answer, int arrival, boolean departments, Duty... duties) {
    WhistleRule.Wanted wanted =
        new WhistleRule.Wanted(minutes(answer), minutes(arrival), Set.of(duties), departments);
    rules.put(level, new WhistleRule(level, 1, wanted, Instant.EPOCH));
  }

  static Limit minutes(int count) {
    return Limit.parse(count + " urgent minutes");
  }

  static Incident incident(String id, @Nullable String grid, Standing standing) {
    return new Incident(
        id,
        1,
        id,
        "noise",
        "",
        Priority.ORDINARY,
        Channel.PHONE,
        INSIDE,
        grid,
        grid,
        T0,
        Life.of(standing, null, null, standing.isOpen() ? null : T0),
        true);
  }

  void put(Incident incident) {
    incidents.put(incident.id(), incident);
  }

  void member(String account, String department) {
    members.put(account, Set.of(department));
  }

  Whistle whistle() {
    return whistles.values().iterator().next();
  }

  List<String> told() {
    return events.stream().map(DomainEvent::type).toList();
  }

  List<DomainEvent> events() {
    return List.copyOf(events);
  }

  Instant now() {
    return now;
  }

  /** Lets time go by; what is due meanwhile rings at its instant. */
  void pass(int minutes) {
    Instant end = now.plus(Duration.ofMinutes(minutes));
    for (Optional<Map.Entry<String, Alarm>> next = next(end); next.isPresent(); next = next(end)) {
      String name = next.get().getKey();
      Alarm alarm = next.get().getValue();
      armed.remove(name);
      now = alarm.at().isAfter(now) ? alarm.at() : now;
      String[] parts = name.split(" ", 2);
      TimerSubject subject = new TimerSubject(Escalation.SUBJECT, parts[0]);
      write(
          Caller.upkeep(),
          tx -> {
            alarms.hold(tx, Caller.upkeep(), subject);
            alarms.ring(tx, Caller.upkeep(), new Timer(1, subject, parts[1], alarm));
            return 0;
          });
    }
    now = end;
  }

  private Optional<Map.Entry<String, Alarm>> next(Instant end) {
    return armed.entrySet().stream()
        .filter(one -> !one.getValue().at().isAfter(end))
        .min(Comparator.comparing(one -> one.getValue().at()));
  }

  @SuppressWarnings("unchecked")
  private @Nullable Object timers(String method, Object[] given) {
    String subject = ((TimerSubject) given[2]).id() + " ";
    if (method.equals("arm")) {
      armed.remove(subject + given[3]);
      ((List<Alarm>) given[4]).forEach(alarm -> armed.put(subject + given[3], alarm));
    } else {
      armed.keySet().removeIf(name -> name.startsWith(subject));
    }
    return null;
  }

  int armedCount() {
    return armed.size();
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

  private IncidentStore incidentStore() {
    return fake(
        IncidentStore.class,
        (method, given) ->
            method.equals("find") ? Optional.ofNullable(incidents.get((String) given[2])) : null);
  }

  private DepartmentStore departments() {
    Supplier<List<Department>> all =
        () ->
            List.of(
                new Department("fire", "消防", "Fire", Set.of("fire-lane")),
                new Department("noise", "环保", "Environment", Set.of("noise")));
    return new DepartmentStore() {
      @Override
      public List<Department> list(Tx tx, Caller caller) {
        return all.get();
      }

      @Override
      public Set<String> ofMember(Tx tx, Caller caller, String account) {
        return members.getOrDefault(account, Set.of());
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
  public Optional<Whistle> find(Tx tx, Caller caller, long id) {
    return Optional.ofNullable(whistles.get(id))
        .filter(one -> caller.scope().covers(one.place().grid(), one.place().at()));
  }

  @Override
  public List<Whistle> list(Tx tx, Caller caller, WhistleQuery query) {
    return whistles.values().stream()
        .filter(one -> !query.open() || one.isOpen())
        .filter(
            one ->
                query.incidentOrNull() == null || one.incidentId().equals(query.incidentOrNull()))
        .filter(
            one ->
                query.called().isEmpty()
                    || query.called().stream().anyMatch(who -> one.find(who).isPresent()))
        .toList();
  }

  @Override
  public Whistle add(Tx tx, Caller caller, Whistle blown) {
    if (whistles.values().stream()
        .anyMatch(one -> one.isOpen() && one.incidentId().equals(blown.incidentId()))) {
      throw new Conflict("whistle-blown", Map.of("incident", blown.incidentId()));
    }
    long id = whistles.size() + 1L;
    Whistle added =
        new Whistle(
            id,
            blown.incidentId(),
            blown.place(),
            blown.version(),
            blown.blown(),
            blown.calls(),
            blown.responders(),
            blown.unheardSinceOrNull(),
            null);
    whistles.put(id, added);
    return added;
  }

  @Override
  public void change(Tx tx, Caller caller, Whistle changed) {
    Whistle before = whistles.put(changed.id(), changed);
    if (before == null || before.version() != changed.version() - 1) {
      throw new IllegalStateException("not the version after: " + changed);
    }
  }

  @Override
  public void eraseReasons(Tx tx, Caller caller, String incidentId) {
    whistles.replaceAll(
        (id, one) -> one.incidentId().equals(incidentId) ? one.reading(any -> "") : one);
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {
    for (String number : numbers) {
      whistles.replaceAll((id, one) -> one.reading(text -> text.replace(number, "***")));
    }
  }

  @Override
  public List<WhistleRule> list(Tx tx, Caller caller) {
    return List.copyOf(rules.values());
  }

  @Override
  public List<WhistleRule> listAt(Tx tx, Caller caller, Instant at) {
    return list(tx, caller);
  }

  @Override
  public void change(Tx tx, Caller caller, WhistleRule changed, int ifVersion) {
    rules.put(changed.level(), changed);
  }
}
