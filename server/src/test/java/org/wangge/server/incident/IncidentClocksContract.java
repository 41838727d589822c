package org.wangge.server.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.clock.CalendarRegister;
import org.wangge.clock.CalendarRules;
import org.wangge.clock.Calendars;
import org.wangge.clock.ChangeReason;
import org.wangge.clock.TimerStore;
import org.wangge.clock.WorkSession;
import org.wangge.clock.WorkWeek;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.GridFinder;
import org.wangge.incident.Action;
import org.wangge.incident.Channel;
import org.wangge.incident.Deed;
import org.wangge.incident.Enclosures;
import org.wangge.incident.Hands;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentAlarms;
import org.wangge.incident.IncidentClocks;
import org.wangge.incident.IncidentNumbers;
import org.wangge.incident.IncidentRegister;
import org.wangge.incident.Intake;
import org.wangge.incident.Priority;
import org.wangge.incident.Report;
import org.wangge.incident.ReportWriter;
import org.wangge.incident.Standing;
import org.wangge.incident.category.Category;
import org.wangge.incident.category.Entry;
import org.wangge.incident.limit.StageClock;
import org.wangge.server.clock.ClockTimers;
import org.wangge.server.clock.JdbcCalendarStore;
import org.wangge.server.clock.JdbcTimerStore;
import org.wangge.server.config.Settings;
import org.wangge.server.grid.JdbcGridStore;
import org.wangge.server.people.SetClock;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/** What incidents' clocks promise, on either database. */
abstract class IncidentClocksContract {
  private static final Caller ALL = Caller.upkeep();

  private final JdbcIncidentStore store = new JdbcIncidentStore();
  private final TimerStore timers = new JdbcTimerStore();
  private final JdbcCalendarStore calendarStore = new JdbcCalendarStore();
  private final Calendars calendars = new Calendars(calendarStore);
  private final JdbcCategoryStore categories = new JdbcCategoryStore();
  private final IncidentClocks clocks =
      new IncidentClocks(categories, new JdbcLimitStore(), calendars, timers);
  private final IncidentAlarms alarms = new IncidentAlarms(store, clocks);
  private final SetClock clock = new SetClock(Instant.parse("2026-03-02T01:00:00Z"));
  private Database database;
  private IncidentRegister register;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open(clock);
    register = new IncidentRegister(database, store, clocks, alarms, Hands.NOBODY);
    database.write(
        ALL,
        tx -> {
          categories.addMissing(tx, ALL, List.of(category("manhole-cover"), category("noise")));
          return 0;
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_report_starts_a_clock_that_is_kept_when_it_has_ended_and_rings_until_then() {
    Incident reported = report("a", "noise", "");
    StageClock accept = reported.life().clock().orElseThrow();
    assertThat(accept.due()).isEqualTo(reported.reportedAt().plus(Duration.ofMinutes(15)));
    assertThat(read(reported)).isEqualTo(reported);
    assertThat(ringAt(accept.due().minusSeconds(1))).as("two warnings").isEqualTo(2);
    Incident accepted = act(reported, Action.ACCEPT);
    assertThat(accepted.life().clock()).as("nothing is said of filing").isEmpty();
    assertThat(ringAt(accept.due())).as("answered in time").isZero();
    List<StageClock> ended = database.read(tx -> store.ended(tx, ALL, reported.id()));
    assertThat(ended).hasSize(1);
    assertThat(ended.get(0).isSame(accept)).isTrue();
    assertThat(ended.get(0).stopped()).isPresent();
    assertThat(ended.get(0).isOverdue(accept.due())).isFalse();
  }

  @Test
  void a_suspension_ends_by_itself_once_and_a_stage_rings_when_it_is_due() {
    Incident suspended =
        act(
            act(dispatched(report("a", "noise", "")), Action.ASK_EXTENSION),
            Action.SUSPEND,
            clock.instant().plusSeconds(900));
    assertThat(ringAt(clock.instant())).as("too early").isZero();
    clock.pass(Duration.ofMinutes(15));
    assertThat(ringAt(clock.instant())).isEqualTo(1);
    assertThat(ringAt(clock.instant())).as("once").isZero();
    Incident after = read(suspended);
    assertThat(after.life().standing()).isEqualTo(Standing.DISPATCHED);
    assertThat(register.deeds(ALL, after.id())).extracting(Deed::action).endsWith(Action.RESUME);
    Instant total = Objects.requireNonNull(after.life().clocks().totalOrNull()).due();
    assertThat(ringAt(total.minusSeconds(1)))
        .as("handling is due and was nearly, all of it is nearly")
        .isEqualTo(5);
    assertThat(ringAt(total)).isEqualTo(1);
  }

  @Test
  void what_is_so_of_it_says_how_long_it_may_take() {
    Incident missing = dispatched(report("a", "manhole-cover", "missing"));
    Duration given =
        Duration.between(
            missing.life().handling().orElseThrow().countdown().started(),
            missing.dueAt().orElseThrow());
    assertThat(given).isEqualTo(Duration.ofHours(2));
    Incident reported = report("b", "manhole-cover", "");
    Incident found =
        act(
            reported,
            new IncidentRegister.Order(Action.ACCEPT, "", null, "rattling", Hands.Named.NOBODY));
    assertThat(found.condition()).isEqualTo("rattling");
    Incident rattling = act(act(found, Action.FILE), Action.DISPATCH);
    assertThat(rattling.life().handling().orElseThrow().countdown().limit().words())
        .isEqualTo("2 working days");
    assertThatThrownBy(() -> report("c", "manhole-cover", "gone"))
        .isInstanceOfSatisfying(
            Invalid.class,
            no -> assertThat(no.details()).containsEntry("known", "missing, rattling"));
    assertThatThrownBy(
            () ->
                new IncidentRegister.Order(
                    Action.DISPATCH, "", null, "missing", Hands.Named.NOBODY))
        .hasMessageContaining("condition-late");
  }

  @Test
  void a_changed_calendar_moves_running_clocks_with_their_timers() {
    Incident before = dispatched(report("a", "noise", ""));
    Incident urgent = dispatched(report("b", "manhole-cover", "missing"));
    CalendarRegister keeping =
        new CalendarRegister(
            database, calendarStore, calendars, (tx, caller, area) -> true, List.of(alarms));
    CalendarRules always =
        new CalendarRules(
            ZoneId.of("Asia/Shanghai"),
            List.of(
                new WorkWeek(
                    LocalDate.of(2000, 1, 1),
                    Arrays.stream(DayOfWeek.values())
                        .collect(
                            Collectors.toMap(
                                day -> day, day -> WorkSession.parseAll("00:00-24:00"))))),
            List.of());
    var unused =
        keeping.change(
            ALL,
            "usual",
            1,
            new CalendarRegister.Draft("round the clock", true, always),
            new ChangeReason(ChangeReason.Kind.HOURS_CHANGED, ""));
    Incident after = read(before);
    Instant started = after.life().handling().orElseThrow().countdown().started();
    assertThat(after.dueAt()).hasValue(started.plus(Duration.ofHours(40)));
    assertThat(after.version()).isEqualTo(before.version() + 1);
    assertThat(read(urgent).life().handling())
        .as("round the clock")
        .isEqualTo(urgent.life().handling());
    assertThat(ringAt(started.plus(Duration.ofHours(39))))
        .as("2 of it, 3 of the other")
        .isEqualTo(5);
    assertThat(ringAt(started.plus(Duration.ofHours(40)))).isEqualTo(1);
  }

  private Incident dispatched(Incident reported) {
    return act(act(act(reported, Action.ACCEPT), Action.FILE), Action.DISPATCH);
  }

  private Incident act(Incident incident, Action action) {
    return act(incident, action, null);
  }

  private Incident act(Incident incident, Action action, @Nullable Instant until) {
    return act(
        incident, new IncidentRegister.Order(action, "because", until, null, Hands.Named.NOBODY));
  }

  private Incident act(Incident incident, IncidentRegister.Order order) {
    return register.act(ALL, incident.id(), incident.version(), order);
  }

  private Incident read(Incident incident) {
    return register.get(ALL, incident.id());
  }

  private Incident report(String key, String category, String condition) {
    Intake intake =
        new Intake(
            database,
            store,
            clocks,
            new GridFinder(new JdbcGridStore(), () -> AreaAtlas.of(List.of(), List.of(), 1)),
            new ReportWriter(
                store,
                new JdbcReporterStore(),
                categories,
                clocks,
                Enclosures.NONE,
                new GridFinder(new JdbcGridStore(), () -> AreaAtlas.of(List.of(), List.of(), 1)),
                new KeyedTokens(new byte[32])),
            new IncidentNumbers(database, store, Clock.systemUTC(), Settings.CHINA));
    Report report =
        new Report(key, category, condition, Channel.PHONE, new LatticePoint(1, 2), "here", false);
    return intake.take(ALL, report).incident();
  }

  /** How many ring at an instant. */
  private int ringAt(Instant at) {
    try (ClockTimers rings = new ClockTimers(database, timers, Clock.fixed(at, ZoneOffset.UTC))) {
      rings.tell(IncidentClocks.SUBJECT, alarms);
      return rings.ringDue();
    }
  }

  private static Category category(String code) {
    return Category.first(code, Entry.of("类", "Kind", Priority.ORDINARY), Instant.EPOCH);
  }
}
