package org.wangge.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wangge.grid.Areas.aCommunity;
import static org.wangge.grid.Areas.aDistrict;
import static org.wangge.grid.Areas.aGrid;
import static org.wangge.grid.Areas.aStreet;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.event.DomainEvent;
import org.wangge.event.HeardTx;
import org.wangge.event.NumberedEvent;
import org.wangge.event.OneTx;
import org.wangge.fault.Fault;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Partition;

class RosterTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
  private static final String STREET = "990101001";
  private static final String COMMUNITY = "990101001001";
  private static final String OTHER = "990101001002";
  private static final String GRID = "990101001001001";
  private static final Caller DESK = as(Role.OPERATOR, AreaScope.unlimited());

  private final HeardTx tx = new HeardTx(NOW);
  private final OneTx transactions = new OneTx(tx);
  private final KeptRosters store = new KeptRosters();
  private final AreaAtlas atlas =
      AreaAtlas.of(
          List.of(
              aDistrict("990101").build(),
              aStreet(STREET).build(),
              aCommunity(COMMUNITY).build(),
              aCommunity(OTHER).build(),
              aGrid(GRID).build()),
          List.of(new Partition(Partition.TREE, "", "")),
          1);
  private final RosterRegister register =
      new RosterRegister(
          transactions,
          store,
          () -> atlas,
          (any, codes) ->
              codes.stream().filter(code -> code.startsWith("s-")).collect(Collectors.toSet()),
          CHINA);

  private static Caller as(Role role, AreaScope scope) {
    return Caller.of("desk", Set.of(role), scope, Purpose.USE);
  }

  private static DutySpan hours(int from, int to) {
    return new DutySpan(NOW.plus(Duration.ofHours(from)), NOW.plus(Duration.ofHours(to)));
  }

  private static RosterDraft duty(String staff, int from, int to) {
    return new RosterDraft(DutyPost.OPERATOR, staff, hours(from, to));
  }

  private RosterEntry put(String area, RosterDraft draft) {
    return register.add(DESK, area, List.of(draft), false).get(0);
  }

  private static void refused(String code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }

  @Test
  void a_week_pattern_fills_the_days_it_names_and_a_night_ends_on_the_next_day() {
    WeekPattern nights =
        new WeekPattern(
            Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), LocalTime.of(20, 0), LocalTime.of(8, 0));
    List<DutySpan> spans = nights.over(MONDAY, MONDAY.plusDays(13), CHINA);
    assertThat(spans).hasSize(4);
    assertThat(spans.get(0))
        .isEqualTo(
            new DutySpan(
                Instant.parse("2026-11-02T12:00:00Z"), Instant.parse("2026-11-03T00:00:00Z")));
    refused("shift-days", () -> nights.over(MONDAY, MONDAY.minusDays(1), CHINA));
    refused("shift-days", () -> nights.over(MONDAY.plusDays(1), MONDAY.plusDays(2), CHINA));
    refused("shift-days", () -> nights.over(MONDAY, MONDAY.plusDays(92), CHINA));
  }

  @Test
  void a_gap_is_every_time_that_nobody_covers() {
    put(COMMUNITY, duty("s-a", 2, 6));
    put(COMMUNITY, duty("s-b", 4, 5));
    put(COMMUNITY, duty("s-c", 8, 12));
    assertThat(register.look(DESK, COMMUNITY, hours(0, 10)).gaps())
        .containsExactly(hours(0, 2), hours(6, 8));
    assertThat(register.look(DESK, OTHER, hours(0, 10)).gaps()).containsExactly(hours(0, 10));
    refused("shift-look", () -> register.look(DESK, COMMUNITY, hours(3, 3)));
    refused("shift-look", () -> register.look(DESK, COMMUNITY, hours(0, 24 * 36)));
  }

  @Test
  void nobody_is_on_duty_twice_at_once_wherever_that_is() {
    put(COMMUNITY, duty("s-a", 0, 8));
    refused("shift-overlap", () -> put(OTHER, duty("s-a", 7, 9)));
    assertThat(put(OTHER, duty("s-a", 8, 16)).area()).as("it may follow").isEqualTo(OTHER);
    refused(
        "shift-overlap",
        () -> register.add(DESK, COMMUNITY, List.of(duty("s-b", 0, 4), duty("s-b", 3, 5)), false));
    assertThat(store.held()).as("held before it is looked at").contains("s-a", "s-b");
  }

  @Test
  void what_is_put_on_is_of_a_known_person_in_an_own_area_and_of_a_sane_length() {
    refused("shift-staff-unknown", () -> put(COMMUNITY, duty("nobody", 0, 1)));
    refused("shift-span", () -> put(COMMUNITY, duty("s-a", 1, 1)));
    refused("shift-span", () -> put(COMMUNITY, duty("s-a", 0, 49)));
    refused("shift-area-unknown", () -> put("990101009", duty("s-a", 0, 1)));
    Caller elsewhere = as(Role.OPERATOR, AreaScope.of(List.of(OTHER)));
    refused(
        "shift-area-unknown",
        () -> register.add(elsewhere, COMMUNITY, List.of(duty("s-a", 0, 1)), false));
    refused(
        "role-missing",
        () ->
            register.add(
                as(Role.WORKER, AreaScope.unlimited()),
                COMMUNITY,
                List.of(duty("s-a", 0, 1)),
                false));
    RosterEntry entry = put(COMMUNITY, duty("s-a", 0, 1));
    refused("shift-entry-unknown", () -> register.remove(elsewhere, entry.id()));
    register.remove(DESK, entry.id());
    refused("shift-entry-unknown", () -> register.remove(DESK, entry.id()));
  }

  @Test
  void two_change_places_with_each_others_time_unless_that_clashes() {
    RosterEntry early = put(COMMUNITY, duty("s-a", 0, 8));
    RosterEntry late = put(COMMUNITY, duty("s-b", 8, 16));
    List<RosterEntry> swapped = register.swap(DESK, early.id(), late.id());
    assertThat(swapped).extracting(RosterEntry::staff).containsExactly("s-b", "s-a");
    assertThat(swapped).extracting(RosterEntry::span).containsExactly(hours(0, 8), hours(8, 16));
    refused("shift-entry-unknown", () -> register.swap(DESK, early.id(), late.id()));
    long same = swapped.get(0).id();
    refused("shift-swap-same", () -> register.swap(DESK, same, same));
    RosterEntry third = put(OTHER, duty("s-a", 16, 20));
    RosterEntry fourth = put(OTHER, duty("s-c", 14, 17));
    refused("shift-overlap", () -> register.swap(DESK, third.id(), fourth.id()));
  }

  @Test
  void a_week_is_copied_by_the_clock_and_leaves_out_who_is_on_duty_already() {
    put(COMMUNITY, duty("s-a", 0, 8));
    put(COMMUNITY, duty("s-b", 8, 16));
    put(OTHER, duty("s-b", 7 * 24 + 9, 7 * 24 + 10));
    RosterRegister.Copied copied = register.copyWeek(DESK, COMMUNITY, MONDAY.plusDays(7));
    assertThat(copied.added())
        .extracting(RosterEntry::span)
        .containsExactly(hours(7 * 24, 7 * 24 + 8));
    assertThat(copied.skipped()).isEqualTo(1);
    assertThat(register.copyWeek(DESK, COMMUNITY, MONDAY.plusDays(7)).added())
        .as("a second time there is nothing left")
        .isEmpty();
  }

  @Test
  void who_is_called_comes_first_by_post_and_from_the_nearest_area_that_has_somebody() {
    register.add(
        DESK, STREET, List.of(new RosterDraft(DutyPost.LEADER, "s-lead", hours(-1, 23))), false);
    put(STREET, duty("s-a", -1, 3));
    RosterRegister.Answer above = register.onDuty(DESK, GRID, NOW);
    assertThat(above.answeredByOrNull()).isEqualTo(STREET);
    assertThat(above.onDuty()).extracting(RosterEntry::staff).containsExactly("s-a", "s-lead");
    assertThat(above.nextOrNull()).isEqualTo(NOW.plus(Duration.ofHours(3)));
    put(COMMUNITY, duty("s-near", -1, 1));
    assertThat(register.onDuty(DESK, GRID, NOW).answeredByOrNull()).isEqualTo(COMMUNITY);
    RosterRegister.Answer none = register.onDuty(DESK, GRID, NOW.minus(Duration.ofHours(2)));
    assertThat(none.answeredByOrNull()).isNull();
    assertThat(none.nextOrNull()).isEqualTo(NOW.minus(Duration.ofHours(1)));
    Caller below = as(Role.WORKER, AreaScope.of(List.of(GRID)));
    assertThat(register.onDuty(below, STREET, NOW).answeredByOrNull()).isEqualTo(STREET);
    refused("shift-area-unknown", () -> register.onDuty(below, OTHER, NOW));
  }

  @Test
  void a_roster_decides_for_whom_it_names_within_a_week_and_is_silent_about_others() {
    DutyHours hours = new DutyHours(transactions, store);
    put(COMMUNITY, duty("s-a", 0, 8));
    assertThat(hours.of("s-a", NOW)).accepts(NOW, NOW.plus(Duration.ofHours(7)));
    assertThat(hours.of("s-a", NOW))
        .rejects(NOW.minusSeconds(1), NOW.plus(Duration.ofHours(9)), NOW.minus(Duration.ofDays(6)));
    assertThat(hours.of("s-a", NOW)).accepts(NOW.minus(Duration.ofDays(8)));
    assertThat(hours.of("s-b", NOW)).accepts(NOW, NOW.minus(Duration.ofDays(6)));
    assertThat(hours.offDuty(NOW)).isEmpty();
    int before = store.looks();
    hours.of("s-a", NOW.plusSeconds(30));
    assertThat(store.looks()).as("kept for a minute").isEqualTo(before);
    assertThat(hours.offDuty(NOW.plus(Duration.ofHours(9)))).containsExactly("s-a");
    put(COMMUNITY, duty("s-b", 2, 3));
    hours.forget();
    assertThat(hours.offDuty(NOW)).containsExactly("s-b");
  }

  @Test
  void those_hear_of_it_who_read_rosters_there() {
    put(COMMUNITY, duty("s-a", 0, 8));
    DomainEvent event = tx.events().get(0);
    assertThat(event.facts()).containsEntry("act", "add").containsEntry("count", 1);
    NumberedEvent told = new NumberedEvent(1, NOW, event.type(), event.subject(), event.facts());
    assertThat(ShiftEvent.AUDIENCE.hears(as(Role.WORKER, AreaScope.of(List.of(STREET))), told))
        .isTrue();
    assertThat(ShiftEvent.AUDIENCE.hears(as(Role.WORKER, AreaScope.of(List.of(OTHER))), told))
        .isFalse();
    assertThat(DutyPost.find("grid-worker")).contains(DutyPost.GRID_WORKER);
  }
}
