package org.wangge.server.whistle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.clock.Calendars;
import org.wangge.clock.Limit;
import org.wangge.fault.Conflict;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.Validity;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaBuilder;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Duty;
import org.wangge.grid.InCharge;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.incident.Channel;
import org.wangge.incident.Handler;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentFollowers;
import org.wangge.incident.Life;
import org.wangge.incident.Priority;
import org.wangge.incident.Standing;
import org.wangge.server.clock.ClockTimers;
import org.wangge.server.clock.JdbcCalendarStore;
import org.wangge.server.clock.JdbcTimerStore;
import org.wangge.server.grid.GridModule;
import org.wangge.server.incident.IncidentModule;
import org.wangge.server.incident.KeyedTokens;
import org.wangge.server.people.SetClock;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;
import org.wangge.whistle.Escalation;
import org.wangge.whistle.Responder;
import org.wangge.whistle.Whistle;
import org.wangge.whistle.WhistleCall;
import org.wangge.whistle.WhistleLevel;
import org.wangge.whistle.WhistleQuery;
import org.wangge.whistle.WhistleRegister;
import org.wangge.whistle.WhistleRule;

/** What whistles promise, on either database. */
abstract class WhistleStoreContract {
  private static final Caller ALL = Caller.upkeep();
  private static final String GRID = "990101001001001";
  private static final int PEOPLE = 8;

  private final SetClock clock = new SetClock();
  private final JdbcTimerStore timers = new JdbcTimerStore();
  private Database database;
  private GridModule grids;
  private WhistleModule module;
  private WhistleRegister register;
  private ClockTimers ringing;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open(clock);
    grids = new GridModule(database, clock);
    Calendars calendars = new Calendars(new JdbcCalendarStore());
    IncidentModule incidents =
        new IncidentModule(
            database,
            grids.store(),
            WhistleStoreContract::atlas,
            new KeyedTokens(new byte[32]),
            calendars,
            timers,
            (caller, place) -> Map.of(),
            new IncidentFollowers(),
            clock);
    module =
        new WhistleModule(
            database,
            incidents.store(),
            incidents.departments(),
            WhistleStoreContract::atlas,
            calendars,
            timers,
            (staff, grid, since) -> Optional.empty(),
            clock);
    register = module.register();
    ringing = new ClockTimers(database, timers, clock);
    ringing.tell(Escalation.SUBJECT, module.alarms());
    var unused =
        database.write(
            ALL,
            tx -> {
              incidents.store().add(tx, ALL, List.of(incident("a", GRID), incident("b", GRID)));
              return 0;
            });
  }

  @AfterEach
  void close() {
    ringing.close();
    module.close();
    grids.close();
    database.close();
  }

  private static AreaAtlas atlas() {
    List<InCharge> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      people.add(new InCharge(Duty.VOLUNTEER, "v" + i));
    }
    people.add(new InCharge(Duty.COMMUNITY_CADRE, "cadre"));
    return AreaAtlas.of(
        List.of(
            new AreaBuilder()
                .key(AreaKey.tree(GRID))
                .level(Level.GRID)
                .name("grid")
                .reason("test")
                .validity(Validity.since(Instant.EPOCH))
                .inCharge(people)
                .build()),
        List.of(new Partition(Partition.TREE, "", "")),
        1);
  }

  private Incident incident(String id, String grid) {
    return new Incident(
        id,
        1,
        id,
        "noise",
        "",
        Priority.ORDINARY,
        Channel.PHONE,
        new LatticePoint(1_126_137_000, 289_182_000),
        grid,
        grid,
        clock.instant(),
        Life.of(Standing.FILED, null, null, null),
        true);
  }

  private static Handler who(String code) {
    return new Handler(Handler.Kind.PERSON, code);
  }

  private Whistle kept(long id) {
    return register.get(ALL, id).whistle();
  }

  @Test
  void all_of_it_is_kept_as_it_was_told() {
    Whistle blown = register.blow(ALL, "a", "树倒了");
    assertThat(kept(blown.id())).isEqualTo(blown);
    Whistle coming =
        register.answer(ALL, blown.id(), Optional.of(who("v3")), Responder.Reply.COMING);
    assertThat(kept(blown.id())).isEqualTo(coming);
    Whistle there =
        register.reach(ALL, blown.id(), Optional.of(who("v3")), Responder.Proof.POSITION);
    assertThat(kept(blown.id())).isEqualTo(there);
    Whistle raised = register.raise(ALL, blown.id(), there.version());
    assertThat(kept(blown.id())).isEqualTo(raised);
    Whistle ended = register.end(ALL, blown.id(), raised.version(), Whistle.Outcome.HELPED);
    assertThat(kept(blown.id())).isEqualTo(ended);
    Whistle again = register.blow(ALL, "a", "又倒了");
    assertThat(register.list(ALL, WhistleQuery.of("a")))
        .extracting(seen -> seen.whistle().id())
        .containsExactly(again.id(), blown.id());
    assertThat(register.list(ALL, WhistleQuery.lasting())).hasSize(1);
  }

  @Test
  void it_climbs_by_itself_also_after_a_long_stop() {
    Whistle blown = register.blow(ALL, "a", "x");
    assertThat(rung(Duration.ofMinutes(4))).isZero();
    assertThat(rung(Duration.ofMinutes(1))).isEqualTo(1);
    assertThat(kept(blown.id()).last().level()).isEqualTo(WhistleLevel.COMMUNITY);
    assertThat(rung(Duration.ofHours(9))).isEqualTo(1);
    Whistle unheard = kept(blown.id());
    assertThat(unheard.calls())
        .extracting(WhistleCall::cause)
        .containsExactly(
            WhistleCall.Cause.BLOWN, WhistleCall.Cause.SILENT, WhistleCall.Cause.SILENT);
    assertThat(unheard.unheardSinceOrNull())
        .as("the street has neither cadre nor departments")
        .isEqualTo(clock.instant());
    assertThat(rung(Duration.ofHours(9))).isZero();
  }

  private int rung(Duration later) {
    clock.pass(later);
    return ringing.ringDue();
  }

  @Test
  void an_incident_has_one_that_lasts_whoever_else_blows() throws Exception {
    List<String> done =
        atOnce(
            n -> {
              try {
                return "blown " + register.blow(ALL, "a", "by " + n).id();
              } catch (Conflict twice) {
                return twice.code();
              }
            });
    assertThat(done).filteredOn("whistle-blown"::equals).hasSize(PEOPLE - 1);
    assertThat(register.list(ALL, WhistleQuery.lasting())).hasSize(1);
  }

  @Test
  void all_who_answer_at_once_are_heard() throws Exception {
    Whistle blown = register.blow(ALL, "a", "x");
    List<String> unused =
        atOnce(
            n -> {
              Optional<Handler> own = Optional.of(who("v" + n));
              var one = register.answer(ALL, blown.id(), own, Responder.Reply.COMING);
              var two = register.reach(ALL, blown.id(), own, Responder.Proof.CONFIRMATION);
              return "" + one.version() + two.version();
            });
    Whistle after = kept(blown.id());
    assertThat(after.responders()).hasSize(PEOPLE).allMatch(Responder::isThere);
    assertThat(after.version()).isEqualTo(1 + 2 * PEOPLE);
  }

  private interface Work {
    String by(int n);
  }

  private static List<String> atOnce(Work work) throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    try {
      List<Future<String>> all =
          IntStream.range(0, PEOPLE).mapToObj(n -> people.submit(() -> work.by(n))).toList();
      List<String> done = new ArrayList<>();
      for (Future<String> one : all) {
        done.add(one.get());
      }
      return done;
    } finally {
      people.shutdownNow();
    }
  }

  @Test
  void a_list_is_narrowed_to_where_somebody_may_look_and_to_whom_was_called() {
    Whistle a = register.blow(ALL, "a", "x");
    Whistle b = register.blow(ALL, "b", "x");
    assertThat(ids(operator(AreaScope.of(List.of("990101002"))), WhistleQuery.lasting())).isEmpty();
    assertThat(ids(operator(AreaScope.of(List.of("990101001"))), WhistleQuery.lasting()))
        .containsExactly(b.id(), a.id());
    assertThat(ids(ALL, new WhistleQuery(null, true, null, List.of(who("v1")), b.id(), 9)))
        .as("older than the newest")
        .containsExactly(a.id());
    assertThat(ids(ALL, new WhistleQuery("990101002", true, null, List.of(), 99, 9))).isEmpty();
    assertThat(ids(ALL, new WhistleQuery(null, true, null, List.of(who("v9")), 99, 9))).isEmpty();
  }

  private static Caller operator(AreaScope scope) {
    return Caller.of("o", Set.of(Role.OPERATOR), scope, Purpose.USE);
  }

  private List<Long> ids(Caller caller, WhistleQuery query) {
    return register.list(caller, query).stream().map(seen -> seen.whistle().id()).toList();
  }

  @Test
  void rules_keep_what_they_were() {
    JdbcWhistleRuleStore store = new JdbcWhistleRuleStore();
    List<WhistleRule> first = database.read(tx -> store.list(tx, ALL));
    assertThat(first).extracting(WhistleRule::level).containsExactly(WhistleLevel.values());
    Instant before = clock.instant();
    clock.pass(Duration.ofHours(1));
    WhistleRule.Wanted wanted =
        new WhistleRule.Wanted(
            Limit.parse("3 urgent minutes"),
            Limit.parse("1 urgent hour"),
            Set.of(Duty.POLICE, Duty.GRID_HEAD),
            true);
    WhistleRule changed = new WhistleRule(WhistleLevel.ESTATE, 2, wanted, clock.instant());
    change(store, changed, 1);
    List<WhistleRule> now = database.read(tx -> store.list(tx, ALL));
    assertThat(now).contains(changed).hasSize(3);
    List<WhistleRule> then = database.read(tx -> store.listAt(tx, ALL, before));
    assertThat(then).isEqualTo(first);
    assertThatThrownBy(() -> change(store, changed, 1)).isInstanceOf(Conflict.class);
  }

  private void change(JdbcWhistleRuleStore store, WhistleRule changed, int ifVersion) {
    var unused =
        database.write(
            ALL,
            tx -> {
              store.change(tx, ALL, changed, ifVersion);
              return 0;
            });
  }
}
