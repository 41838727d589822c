package org.wangge.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.clock.ChangeReason;
import org.wangge.event.NumberedEvent;
import org.wangge.fault.Conflict;
import org.wangge.fault.Fault;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;

/** The board of alarms in quiet times and in floods. */
class AlarmBoardTest {
  private static final Caller ALL = Caller.upkeep();
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final AlarmDesk desk = new AlarmDesk();

  private static Caller operator(String area) {
    return Caller.of("o", Set.of(Role.OPERATOR), AreaScope.of(List.of(area)), Purpose.USE);
  }

  private List<Alarm> pushes() {
    return desk.log().stream().filter(one -> one.pushed() && !one.isEmergency()).toList();
  }

  private static int counted(AlarmBoard board) {
    int rows =
        Stream.concat(board.rows().stream(), board.emergencies().stream())
            .mapToInt(AlarmRow::count)
            .sum();
    return rows + board.shelved();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void in_any_storm_every_alarm_is_counted_once_and_no_operator_is_pushed_more_than_ten_rows(
      long seed) {
    Random random = new Random(seed);
    int fires = 0;
    int all = 1_000;
    for (int i = 0; i < all; i++) {
      desk.pass(Duration.ofSeconds(random.nextInt(random.nextInt(200) == 0 ? 1_800 : 6)));
      boolean fire = random.nextInt(40) == 0;
      fires += fire ? 1 : 0;
      String grid = AlarmDesk.STREET + "00100" + random.nextInt(8);
      rings(random, i, fire, grid);
      if (random.nextInt(90) == 0) {
        acknowledgesSomething(random);
      }
    }
    assertThat(desk.log()).as("none is lost").hasSize(all);
    List<Instant> pushed = pushes().stream().map(Alarm::rungAt).toList();
    for (Instant from : pushed) {
      assertThat(pushed.stream().filter(at -> !at.isBefore(from) && at.isBefore(from.plus(WINDOW))))
          .as("within ten minutes from " + from)
          .hasSizeLessThanOrEqualTo(10);
    }
    AlarmBoard board = desk.board();
    assertThat(board.emergencies()).as("all visible, each apart").hasSize(fires);
    assertThat(board.emergencies()).allMatch(row -> row.count() == 1);
    long waiting =
        desk.log().stream()
            .filter(one -> one.isEmergency() || one.state() == Alarm.State.STANDING)
            .count();
    assertThat(counted(board)).isEqualTo((int) waiting);
    assertThat(board.rows()).extracting(AlarmRow::key).doesNotHaveDuplicates();
  }

  private void rings(Random random, int i, boolean fire, String grid) {
    if (fire) {
      desk.reported("fire" + i, "fire-alarm", grid);
    } else if (random.nextInt(3) == 0) {
      String whistle = Integer.toString(random.nextInt(20));
      desk.happens(
          desk.event("whistle-called", whistle, grid, Map.of("incident", "x", "called", "estate")));
    } else if (random.nextInt(3) == 0) {
      desk.happens(
          desk.event(
              "incident-rang",
              "i" + random.nextInt(60),
              grid,
              Map.of("stage", "handle", "mark", random.nextBoolean() ? "due" : "80")));
    } else {
      desk.reported("r" + i, "noise" + random.nextInt(4), grid);
    }
  }

  private void acknowledgesSomething(Random random) {
    List<AlarmRow> rows = desk.board().rows();
    if (!rows.isEmpty()) {
      AlarmRow row = rows.get(random.nextInt(rows.size()));
      assertThat(desk.register.acknowledgeRow(ALL, row.key(), row.last().id()))
          .isEqualTo(row.count());
    }
  }

  @Test
  void ten_in_ten_minutes_stand_alone_and_the_eleventh_begins_a_flood() {
    for (int i = 0; i < 10; i++) {
      desk.reported("i" + i, "c" + i, AlarmDesk.STREET + "00100" + i);
      desk.pass(Duration.ofSeconds(30));
    }
    assertThat(desk.board().rows()).hasSize(10).allMatch(row -> row.count() == 1);
    assertThat(desk.board().flood()).isEmpty();
    desk.reported("i10", "c0", AlarmDesk.STREET + "001000");
    desk.reported("i11", "c11", AlarmDesk.STREET + "009009");
    AlarmBoard board = desk.board();
    assertThat(board.flood()).map(AlarmBoard.Lasting::since).contains(desk.now());
    assertThat(desk.told()).containsOnlyOnce("alarm-flood-began");
    assertThat(desk.told().stream().filter("alarm-row-pushed"::equals)).hasSize(10);
    assertThat(board.rows())
        .filteredOn(row -> row.showing() == Alarm.Showing.GROUP)
        .as("the first of its grid and kind is joined")
        .singleElement()
        .matches(row -> row.count() == 2);
    assertThat(board.rows().get(board.rows().size() - 1))
        .as("no row is left for another grid")
        .matches(row -> row.showing() == Alarm.Showing.REST && row.count() == 1);
    assertThat(board.gathered()).isEqualTo(3);
  }

  @Test
  void a_flood_is_over_when_fewer_than_five_rang_in_ten_minutes() {
    for (int i = 0; i < 12; i++) {
      desk.reported("i" + i, "c" + i);
      desk.pass(Duration.ofSeconds(10));
    }
    AlarmBoard.Lasting flood = desk.board().flood().orElseThrow();
    assertThat(flood.until()).isEqualTo(AlarmDesk.T0.plusSeconds(70).plus(WINDOW));
    desk.pass(Duration.between(desk.now(), flood.until()).minusSeconds(1));
    assertThat(desk.board().flood()).isPresent();
    desk.pass(Duration.ofSeconds(1));
    assertThat(desk.board().flood()).isEmpty();
    desk.reported("later", "c1");
    assertThat(desk.floods())
        .singleElement()
        .matches(one -> flood.until().equals(one.endedOrNull()));
  }

  @Test
  void low_ones_leave_half_of_the_rows_to_others_in_a_flood() {
    for (int i = 0; i < 11; i++) {
      desk.reported("i" + i, "c" + i);
    }
    desk.pass(Duration.ofMinutes(9));
    for (int i = 0; i < 8; i++) {
      desk.reported("more" + i, "c");
    }
    desk.pass(Duration.ofSeconds(61));
    for (int i = 0; i < 20; i++) {
      desk.reported("low" + i, "d" + i, AlarmDesk.STREET + "0010" + (10 + i));
    }
    assertThat(pushes()).hasSize(15);
    for (int i = 0; i < 20; i++) {
      Map<String, Object> facts = Map.of("incident", "x", "called", "estate");
      String grid = AlarmDesk.STREET + "0010" + (10 + i);
      desk.happens(desk.event("whistle-called", "w" + i, grid, facts));
    }
    assertThat(pushes()).hasSize(20);
  }

  @Test
  void a_source_that_comes_three_times_in_a_minute_has_one_row() {
    for (int i = 0; i < 6; i++) {
      desk.reported("i" + i, "smoke");
      desk.pass(Duration.ofSeconds(20));
    }
    assertThat(desk.board().rows())
        .singleElement()
        .matches(row -> row.showing() == Alarm.Showing.SOURCE && row.count() == 6);
    assertThat(pushes()).hasSize(2);
  }

  @Test
  void three_in_more_than_a_minute_do_not_chatter() {
    for (int i = 0; i < 4; i++) {
      desk.reported("i" + i, "smoke");
      desk.pass(Duration.ofSeconds(31));
    }
    assertThat(desk.board().rows()).hasSize(4);
  }

  @Test
  void what_is_shelved_is_hidden_counted_and_comes_back_by_itself() {
    desk.reported("i1", "noise");
    AlarmRegister.Wish wish =
        new AlarmRegister.Wish(AlarmKind.REPORTED, "990101", 30, Shelf.Reason.KNOWN_MATTER);
    Shelf shelf = desk.register.shelve(ALL, wish);
    desk.reported("i2", "noise");
    desk.reported("f1", "fire");
    assertThat(desk.board().rows()).isEmpty();
    assertThat(desk.board().shelved()).isEqualTo(2);
    assertThat(desk.board().emergencies()).as("never shelved").hasSize(1);
    assertThat(pushes()).as("what is shelved is not pushed").hasSize(1);
    desk.pass(Duration.ofMinutes(30));
    assertThat(desk.board().shelved()).isZero();
    assertThat(counted(desk.board())).isEqualTo(3);
    assertThatThrownBy(() -> desk.register.unshelve(ALL, shelf.id())).isInstanceOf(NotFound.class);
  }

  @Test
  void a_shelf_is_ended_before_its_time() {
    AlarmRegister.Wish wish = new AlarmRegister.Wish(null, "990101", 30, Shelf.Reason.MAINTENANCE);
    Shelf shelf = desk.register.shelve(ALL, wish);
    assertThat(desk.register.board(operator("990101001"), desk.now()).shelves()).hasSize(1);
    assertThat(desk.register.board(operator("990102"), desk.now()).shelves()).isEmpty();
    assertThatThrownBy(() -> desk.register.unshelve(operator("990101001"), shelf.id()))
        .isInstanceOf(NotFound.class);
    desk.register.unshelve(ALL, shelf.id());
    desk.reported("i1", "noise");
    assertThat(desk.board().rows()).hasSize(1);
    assertThat(desk.told()).contains("alarm-shelved", "alarm-unshelved");
  }

  @Test
  void shelving_is_refused_for_all_for_emergencies_for_too_long_and_elsewhere() {
    refused("alarm-shelf-all", null, "", 10);
    refused("alarm-shelf-emergency", AlarmKind.URGENT_REPORTED, "", 10);
    refused("alarm-shelf-too-long", AlarmKind.REPORTED, "", 241);
    refused("alarm-shelf-too-long", AlarmKind.REPORTED, "", 0);
    AlarmRegister.Wish wish =
        new AlarmRegister.Wish(AlarmKind.REPORTED, "990102", 9, Shelf.Reason.DRILL);
    assertThatThrownBy(() -> desk.register.shelve(operator("990101"), wish))
        .isInstanceOf(Forbidden.class);
    Caller supervisor = Caller.of("s", Set.of(Role.SUPERVISOR), AreaScope.unlimited(), Purpose.USE);
    assertThatThrownBy(() -> desk.register.shelve(supervisor, wish)).isInstanceOf(Forbidden.class);
  }

  private void refused(String code, @Nullable AlarmKind kind, String area, int minutes) {
    AlarmRegister.Wish wish = new AlarmRegister.Wish(kind, area, minutes, Shelf.Reason.DRILL);
    assertThatThrownBy(() -> desk.register.shelve(ALL, wish))
        .isInstanceOf(Invalid.class)
        .extracting(fault -> ((Fault) fault).code())
        .isEqualTo(code);
  }

  @Test
  void an_acknowledged_alarm_leaves_the_board_an_emergency_stays_until_it_is_over() {
    desk.reported("i1", "noise");
    desk.reported("f1", "fire");
    desk.register.acknowledge(ALL, 1);
    desk.register.acknowledge(ALL, 2);
    desk.register.acknowledge(ALL, 2);
    AlarmBoard board = desk.board();
    assertThat(board.rows()).isEmpty();
    assertThat(board.emergencies()).hasSize(1);
    assertThat(board.waiting().values()).containsOnly(0);
    assertThat(desk.told().stream().filter("alarm-acknowledged"::equals)).hasSize(2);
    desk.happens(moved("f1", "file"));
    assertThat(desk.board().emergencies()).isEmpty();
    assertThatThrownBy(() -> desk.register.acknowledge(ALL, 2)).isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> desk.register.acknowledge(operator("990102"), 1))
        .as("of another district")
        .isInstanceOf(NotFound.class);
  }

  @Test
  void a_row_is_acknowledged_as_far_as_it_was_seen() {
    for (int i = 0; i < 5; i++) {
      desk.reported("i" + i, "smoke");
    }
    AlarmRow row = desk.board().rows().get(0);
    desk.reported("i5", "smoke");
    assertThat(desk.register.acknowledgeRow(ALL, row.key(), row.last().id())).isEqualTo(5);
    assertThat(desk.board().rows()).singleElement().matches(left -> left.count() == 1);
    assertThatThrownBy(() -> desk.register.acknowledgeRow(ALL, "group~x~y", 9))
        .isInstanceOf(NotFound.class);
  }

  private NumberedEvent moved(String incident, String step) {
    return desk.event("incident-moved", incident, AlarmDesk.GRID, Map.of("step", step));
  }

  @Test
  void an_alarm_is_over_with_its_matter() {
    desk.reported("i1", "noise");
    desk.happens(
        desk.event(
            "incident-rang", "i1", AlarmDesk.GRID, Map.of("stage", "accept", "mark", "due")));
    desk.happens(moved("i1", "collect"));
    assertThat(desk.board().rows()).hasSize(2);
    desk.happens(moved("i1", "file"));
    assertThat(desk.board().rows()).as("taken up in time or not").isEmpty();
    Map<String, Object> called = Map.of("incident", "i1", "called", "estate");
    desk.happens(desk.event("whistle-called", "7", AlarmDesk.GRID, called));
    desk.happens(
        desk.event("whistle-unheard", "7", AlarmDesk.GRID, Map.of("incident", "i1")),
        desk.event("message-call-now", "9", AlarmDesk.GRID, Map.of("incident", "i1")));
    desk.happens(desk.event("whistle-answered", "7", AlarmDesk.GRID, Map.of("reply", "unable")));
    assertThat(counted(desk.board())).isEqualTo(3);
    desk.happens(desk.event("whistle-answered", "7", AlarmDesk.GRID, Map.of("reply", "coming")));
    assertThat(desk.board().rows()).as("who was called by nobody is left").hasSize(1);
    desk.happens(desk.event("message-acknowledged", "9", AlarmDesk.GRID, Map.of()));
    assertThat(counted(desk.board())).isZero();
    assertThat(desk.log()).as("all stay in the log").hasSize(5);
  }

  @Test
  void what_ends_in_the_same_breath_as_it_begins_rings_and_is_over() {
    desk.happens(
        desk.event("incident-reported", "i1", AlarmDesk.GRID, Map.of("category", "noise")),
        moved("i1", "evaluate"));
    assertThat(desk.log()).singleElement().matches(one -> one.state() == Alarm.State.CLEARED);
  }

  @Test
  void a_rule_is_changed_by_who_keeps_limits_and_holds_for_what_rings_then() {
    AlarmRule.Wanted wanted = new AlarmRule.Wanted(AlarmPriority.HIGH, 60);
    ChangeReason reason = new ChangeReason(ChangeReason.Kind.CORRECTED, "");
    desk.reported("i1", "noise");
    AlarmRule changed = desk.ruleRegister.change(ALL, AlarmKind.REPORTED, 1, wanted, reason);
    desk.reported("i2", "noise");
    assertThat(changed.version()).isEqualTo(2);
    assertThat(desk.log())
        .extracting(Alarm::priority)
        .containsExactly(AlarmPriority.LOW, AlarmPriority.HIGH);
    assertThat(desk.ruleRegister.list(ALL)).hasSize(AlarmKind.values().length).contains(changed);
    assertThat(desk.ruleRegister.past(ALL, AlarmKind.REPORTED)).hasSize(1);
    assertThatThrownBy(() -> desk.ruleRegister.change(ALL, AlarmKind.REPORTED, 1, wanted, reason))
        .isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> new AlarmRule.Wanted(AlarmPriority.HIGH, 0))
        .isInstanceOf(Invalid.class);
    assertThat(desk.events().stream().map(one -> one.facts().get("priority"))).contains("high");
  }

  @Test
  void the_shares_of_priorities_are_told_with_what_they_should_be() {
    desk.reported("f1", "fire");
    desk.reported("i1", "noise");
    assertThat(desk.register.board(ALL, desk.now()).rang().counts())
        .isEqualTo(Map.of(AlarmPriority.EMERGENCY, 1, AlarmPriority.LOW, 1));
    assertThat(Stream.of(AlarmPriority.values()).mapToInt(AlarmPriority::targetPercent))
        .containsExactly(5, 15, 80);
    assertThat(desk.register.log(ALL, new AlarmQuery(null, null, null, null, null, 99, 1)))
        .hasSize(1);
  }
}
