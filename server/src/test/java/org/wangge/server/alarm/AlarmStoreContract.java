package org.wangge.server.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.wangge.alarm.Alarm;
import org.wangge.alarm.AlarmBoard;
import org.wangge.alarm.AlarmDiscipline;
import org.wangge.alarm.AlarmKind;
import org.wangge.alarm.AlarmPriority;
import org.wangge.alarm.AlarmQuery;
import org.wangge.alarm.AlarmRegister;
import org.wangge.alarm.AlarmRinging;
import org.wangge.alarm.AlarmRow;
import org.wangge.alarm.AlarmRule;
import org.wangge.alarm.AlarmRuleRegister;
import org.wangge.alarm.Flood;
import org.wangge.alarm.Shelf;
import org.wangge.clock.ChangeReason;
import org.wangge.event.NumberedEvent;
import org.wangge.fault.Conflict;
import org.wangge.fault.NotFound;
import org.wangge.server.people.SetClock;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/** What alarms promise, on either database. */
abstract class AlarmStoreContract {
  private static final Caller ALL = Caller.upkeep();
  private static final String GRID = "990101001001001";
  private static final int PEOPLE = 8;

  private final SetClock clock = new SetClock();
  private final JdbcAlarmStore store = new JdbcAlarmStore();
  private final JdbcAlarmRuleStore ruleStore = new JdbcAlarmRuleStore();
  private Database database;
  private AlarmRegister register;
  private AlarmRuleRegister rules;
  private AlarmRinging ringing;
  private long number;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open(clock);
    register = new AlarmRegister(database, store, ruleStore, AlarmDiscipline.STANDARD);
    rules = new AlarmRuleRegister(database, ruleStore);
    ringing = new AlarmRinging(store, ruleStore, tx -> "fire"::equals, AlarmDiscipline.STANDARD);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private NumberedEvent event(String type, String subject, String grid, Map<String, Object> more) {
    Map<String, Object> facts = new HashMap<>(more);
    facts.put("grid", grid);
    facts.put("lonE7", 1_126_137_000);
    facts.put("latE7", 289_182_000);
    return new NumberedEvent(++number, clock.instant(), type, subject, facts);
  }

  private NumberedEvent reported(String id, String category, String grid) {
    return event("incident-reported", id, grid, Map.of("category", category));
  }

  private void happens(NumberedEvent... events) {
    happens(List.of(events));
  }

  private void happens(List<NumberedEvent> events) {
    var unused =
        database.write(
            ALL,
            tx -> {
              ringing.heard(tx, ALL, events);
              return 0;
            });
  }

  private List<Alarm> log(Caller caller) {
    return register.log(
        caller, new AlarmQuery(null, null, null, null, null, Long.MAX_VALUE, AlarmQuery.MOST));
  }

  private AlarmBoard board() {
    return register.board(ALL, clock.instant()).board();
  }

  private static Caller operator(AreaScope scope) {
    return Caller.of("o", Set.of(Role.OPERATOR), scope, Purpose.USE);
  }

  @Test
  void all_of_it_is_kept_as_it_rang() {
    happens(reported("i1", "noise", GRID), reported("f1", "fire", GRID));
    clock.pass(Duration.ofMinutes(1));
    Alarm fire = log(ALL).get(0);
    assertThat(fire.isEmergency()).isTrue();
    assertThat(fire.cause().event()).isEqualTo(2);
    assertThat(fire.cause().place().grid()).isEqualTo(GRID);
    assertThat(fire.cause().place().at().lon()).isEqualTo(1_126_137_000);
    Alarm seen = register.acknowledge(ALL, fire.id());
    assertThat(seen.acknowledgedOrNull())
        .isEqualTo(new Alarm.Acknowledged(clock.instant(), ALL.account()));
    assertThat(register.acknowledge(ALL, fire.id())).isEqualTo(seen);
    happens(event("incident-moved", "f1", GRID, Map.of("step", "evaluate")));
    assertThat(log(ALL).get(0).clearedAtOrNull()).isEqualTo(clock.instant());
    assertThat(log(ALL).get(0).acknowledgedOrNull()).isNotNull();
    assertThat(board().emergencies()).isEmpty();
    assertThat(board().rows()).hasSize(1);
    assertThat(register.board(ALL, clock.instant()).rang().counts())
        .isEqualTo(Map.of(AlarmPriority.EMERGENCY, 1, AlarmPriority.LOW, 1));
  }

  @Test
  void a_flood_goes_on_from_transaction_to_transaction() {
    for (int i = 0; i < 4; i++) {
      List<NumberedEvent> some = new ArrayList<>();
      for (int k = 0; k < 50; k++) {
        some.add(reported("i" + i + "-" + k, "c" + k, "99010100100100" + (k % 5)));
      }
      happens(some);
      clock.pass(Duration.ofSeconds(5));
    }
    assertThat(log(ALL)).hasSize(200).filteredOn(Alarm::pushed).hasSize(10);
    AlarmBoard board = board();
    assertThat(board.flood()).isPresent();
    assertThat(board.rows().stream().mapToInt(AlarmRow::count).sum()).isEqualTo(200);
    assertThat(board.rows())
        .filteredOn(row -> row.showing() == Alarm.Showing.GROUP)
        .as("grids and kinds")
        .hasSize(5);
    clock.pass(Duration.ofMinutes(11));
    assertThat(board().flood()).isEmpty();
    happens(reported("later", "x", GRID));
    Optional<Flood> flood = database.read(tx -> store.flood(tx, ALL));
    assertThat(flood).hasValueSatisfying(one -> assertThat(one.endedOrNull()).isNotNull());
    assertThat(log(ALL).get(0).showing()).isEqualTo(Alarm.Showing.ALONE);
  }

  @Test
  void a_source_chatters_over_transactions() {
    for (int i = 0; i < 4; i++) {
      happens(reported("i" + i, "smoke", GRID));
      clock.pass(Duration.ofSeconds(10));
    }
    assertThat(board().rows())
        .singleElement()
        .matches(row -> row.count() == 4 && row.showing() == Alarm.Showing.SOURCE);
  }

  @Test
  void of_many_who_acknowledge_a_row_at_once_each_alarm_is_one_persons() throws Exception {
    List<NumberedEvent> some = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      some.add(reported("i" + i, "smoke", GRID));
    }
    happens(some);
    AlarmRow row = board().rows().get(0);
    ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    try {
      List<Future<Integer>> all =
          IntStream.range(0, PEOPLE).mapToObj(n -> people.submit(() -> acknowledged(row))).toList();
      int count = 0;
      for (Future<Integer> one : all) {
        count += one.get();
      }
      assertThat(count).isEqualTo(40);
    } finally {
      people.shutdownNow();
    }
    assertThat(board().rows()).isEmpty();
    assertThat(log(ALL)).hasSize(40);
  }

  /** None where the row is gone by then. */
  private int acknowledged(AlarmRow row) {
    try {
      return register.acknowledgeRow(ALL, row.key(), row.last().id());
    } catch (NotFound gone) {
      return 0;
    }
  }

  @Test
  void a_board_and_a_log_are_narrowed_to_where_somebody_may_look() {
    happens(reported("i1", "noise", GRID), reported("i2", "noise", "990102001001001"));
    Caller one = operator(AreaScope.of(List.of("990102")));
    assertThat(log(one)).hasSize(1);
    assertThat(register.board(one, clock.instant()).board().rows()).hasSize(1);
    assertThat(register.board(one, clock.instant()).rang().counts())
        .isEqualTo(Map.of(AlarmPriority.LOW, 1));
    assertThat(log(operator(AreaScope.nowhere()))).isEmpty();
    AlarmQuery query =
        new AlarmQuery("990101", AlarmKind.REPORTED, AlarmPriority.LOW, "i1", null, 99, 9);
    assertThat(register.log(ALL, query)).hasSize(1);
  }

  @Test
  void a_shelf_ends_by_itself_or_by_somebody() {
    AlarmRegister.Wish wish =
        new AlarmRegister.Wish(AlarmKind.REPORTED, "9901", 30, Shelf.Reason.DRILL);
    Shelf shelf = register.shelve(ALL, wish);
    assertThat(register.board(ALL, clock.instant()).shelves()).containsExactly(shelf);
    happens(reported("i1", "noise", GRID));
    assertThat(log(ALL)).singleElement().matches(one -> one.shelved() && !one.pushed());
    register.unshelve(ALL, shelf.id());
    assertThat(board().shelved()).isZero();
    Shelf again = register.shelve(ALL, wish);
    assertThat(again.id()).isNotEqualTo(shelf.id());
    clock.pass(Duration.ofMinutes(30));
    assertThat(register.board(ALL, clock.instant()).shelves()).isEmpty();
  }

  @Test
  void rules_keep_what_they_were() {
    assertThat(rules.list(ALL)).extracting(AlarmRule::kind).containsExactly(AlarmKind.values());
    AlarmRule.Wanted wanted = new AlarmRule.Wanted(AlarmPriority.HIGH, 30);
    ChangeReason reason = new ChangeReason(ChangeReason.Kind.CORRECTED, "");
    AlarmRule changed = rules.change(ALL, AlarmKind.REPORTED, 1, wanted, reason);
    assertThat(rules.list(ALL)).contains(changed).hasSize(AlarmKind.values().length);
    assertThat(rules.past(ALL, AlarmKind.REPORTED))
        .extracting(AlarmRule::version)
        .containsExactly(2, 1);
    assertThatThrownBy(() -> rules.change(ALL, AlarmKind.REPORTED, 1, wanted, reason))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void until_which_event_it_rang_is_kept() {
    assertThat(followed()).isEmpty();
    for (long n : new long[] {7, 9}) {
      var unused =
          database.write(
              ALL,
              tx -> {
                store.follow(tx, ALL, n);
                return 0;
              });
    }
    assertThat(followed()).contains(9L);
  }

  private Optional<Long> followed() {
    return database.write(ALL, tx -> store.followed(tx, ALL));
  }
}
