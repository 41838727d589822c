package org.wangge.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.event.DomainEvent;
import org.wangge.event.HeardTx;
import org.wangge.event.OneTx;
import org.wangge.event.Tx;
import org.wangge.fault.Fault;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Report;
import org.wangge.place.Door;
import org.wangge.place.DoorBook;

class VisitTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final String COMMUNITY = "990101001001";
  private static final String WEST = COMMUNITY + "001";
  private static final String EAST = COMMUNITY + "002";
  private static final Instant BEGUN = Instant.parse("2026-10-05T01:00:00Z");
  private static final Instant NOVEMBER = Instant.parse("2026-10-31T16:00:00Z");
  private static final Instant DECEMBER = Instant.parse("2026-11-30T16:00:00Z");
  private static final Caller OPERATOR = caller(Role.OPERATOR, COMMUNITY);
  private static final Caller WORKER = caller(Role.WORKER, WEST);
  private static final Caller SUPERVISOR = caller(Role.SUPERVISOR, COMMUNITY);
  private static final Facts FACTS =
      new Facts(
          List.of(
              new Fact("用气", Fact.Kind.CHOICE, List.of("管道", "瓶装")),
              new Fact("备注", Fact.Kind.TEXT, List.of())));

  private final KeptVisits store = new KeptVisits();
  private final List<Report> reports = new ArrayList<>();
  private HeardTx tx = new HeardTx(BEGUN);
  private VisitRule monthly = rule(VisitTarget.HOUSEHOLD, Set.of(), 1, Rhythm.Unit.MONTHS);
  private int keys;

  private static Caller caller(Role role, String area) {
    return Caller.of(role.word(), Set.of(role), AreaScope.of(List.of(area)), Purpose.USE);
  }

  private static Door door(String grid, String building, String id, Door.Kind kind, int lon) {
    return new Door(
        kind,
        grid,
        building,
        building + "-u",
        id,
        building,
        id,
        new LatticePoint(lon, 290_000_000));
  }

  private static final DoorBook DOORS =
      DoorBook.of(
          List.of(
              door(EAST, "b3", "h5", Door.Kind.HOUSEHOLD, 1_117_009_000),
              door(WEST, "b2", "h4", Door.Kind.HOUSEHOLD, 1_117_004_000),
              door(WEST, "b1", "h2", Door.Kind.HOUSEHOLD, 1_117_001_000),
              door(WEST, "b1", "h1", Door.Kind.HOUSEHOLD, 1_117_001_000),
              door(WEST, "shop", "shop", Door.Kind.BUSINESS, 1_117_002_000)));

  private VisitRuleRegister rules() {
    return new VisitRuleRegister(new OneTx(tx), store);
  }

  private VisitCount count() {
    return new VisitCount(new OneTx(tx), store, () -> DOORS, CHINA);
  }

  private VisitRegister register() {
    return new VisitRegister(
        new OneTx(tx),
        store,
        () -> DOORS,
        new VisitReports() {
          @Override
          public String take(Tx within, Caller caller, Report report) {
            reports.add(report);
            return "incident-" + reports.size();
          }

          @Override
          public String numberOf(Tx within, String incidentId) {
            return incidentId.replace("incident-", "20261101-000");
          }
        });
  }

  private static VisitRule.Plan plan(
      VisitTarget target, Set<MustSee> kinds, int every, Rhythm.Unit unit, String... areas) {
    return new VisitRule.Plan(
        "每月走访", "安全检查", target, kinds, List.of(areas), new Rhythm(every, unit), FACTS);
  }

  private VisitRule rule(VisitTarget target, Set<MustSee> kinds, int every, Rhythm.Unit unit) {
    return rules().begin(OPERATOR, plan(target, kinds, every, unit, COMMUNITY));
  }

  @BeforeEach
  void goOn() {
    at("2026-11-10T02:00:00Z");
  }

  private void at(String now) {
    tx = new HeardTx(Instant.parse(now));
  }

  private static Visit.Said said(VisitOutcome outcome, Map<Integer, String> answers, String note) {
    return new Visit.Said(outcome, null, answers, note);
  }

  private VisitRegister.Sent sent(int version, Visit.Said said) {
    return new VisitRegister.Sent(monthly.id(), "k" + ++keys, version, null, said, null, false);
  }

  private VisitRegister.Kept visit(String door, int version, VisitOutcome outcome) {
    Map<Integer, String> answers = outcome == VisitOutcome.MET ? Map.of(1, "管道") : Map.of();
    return register().visit(WORKER, door, sent(version, said(outcome, answers, "")));
  }

  private List<String> due(Caller caller, DueQuery query) {
    return count().due(caller, query).found().stream().map(one -> one.door().placeId()).toList();
  }

  private List<String> due(Caller caller) {
    return due(caller, DueQuery.all());
  }

  private static DueQuery only(DueDoor.State state) {
    return new DueQuery(null, null, null, state, null, 0, 100);
  }

  private static void refused(ThrowingCallable call, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }

  @Test
  void every_household_is_due_as_one_walks_in_the_areas_of_whoever_asks() {
    assertThat(due(OPERATOR)).containsExactly("h1", "h2", "h4", "h5");
    assertThat(due(WORKER)).containsExactly("h1", "h2", "h4");
    assertThat(due(OPERATOR, new DueQuery(EAST, null, null, null, null, 0, 10)))
        .containsExactly("h5");
    assertThat(due(OPERATOR, new DueQuery(null, "b1-u", null, null, null, 1, 10)))
        .containsExactly("h2");
    assertThat(due(OPERATOR, new DueQuery(null, null, 99L, null, null, 0, 10))).isEmpty();
    LatticePoint here = new LatticePoint(1_117_004_100, 290_000_000);
    assertThat(due(WORKER, new DueQuery(null, null, null, null, here, 0, 10)))
        .as("the nearest building first, its doors in their order")
        .containsExactly("h4", "h1", "h2");
    refused(() -> due(caller(Role.HANDLER, COMMUNITY)), "role-missing");
  }

  @Test
  void who_was_met_is_due_again_in_the_next_month_and_late_in_the_one_after() {
    visit("h1", 0, VisitOutcome.MET);
    assertThat(due(WORKER)).containsExactly("h2", "h4");
    assertThat(due(WORKER, only(DueDoor.State.OVERDUE)))
        .as("nobody was seen in October")
        .containsExactly("h2", "h4");
    at("2026-12-01T02:00:00Z");
    assertThat(due(WORKER, only(DueDoor.State.DUE))).containsExactly("h1");
    at("2027-01-01T02:00:00Z");
    assertThat(due(WORKER, only(DueDoor.State.OVERDUE))).containsExactly("h1", "h2", "h4");
  }

  @Test
  void three_tries_tell_the_head_once() {
    for (int i = 0; i < 4; i++) {
      visit("h1", i, VisitOutcome.NOBODY_HOME);
    }
    assertThat(due(WORKER, only(DueDoor.State.UNREACHABLE))).containsExactly("h1");
    assertThat(tx.events().stream().map(DomainEvent::type))
        .filteredOn("visit-unreachable"::equals)
        .hasSize(1);
    visit("h1", 4, VisitOutcome.REFUSED);
    assertThat(due(WORKER)).doesNotContain("h1");
    assertThat(due(WORKER, only(DueDoor.State.UNREACHABLE))).isEmpty();
  }

  @Test
  void a_next_try_is_kept_where_nobody_was_home_and_refused_elsewhere() {
    LocalDate day = LocalDate.of(2026, 11, 12);
    Visit.Said again = new Visit.Said(VisitOutcome.NOBODY_HOME, day, Map.of(), "");
    register().visit(WORKER, "h1", sent(0, again));
    assertThat(count().due(WORKER, DueQuery.all()).found().get(0).standing().nextTryOrNull())
        .isEqualTo(day);
    Visit.Said moved = new Visit.Said(VisitOutcome.MOVED, day, Map.of(), "");
    refused(() -> register().visit(WORKER, "h2", sent(0, moved)), "visit-next-try");
  }

  @Test
  void the_same_visit_sent_twice_is_one_and_of_two_at_a_door_the_later_is_told() {
    VisitRegister.Hazard hazard = new VisitRegister.Hazard("fire-lane", "", "楼道堆物");
    VisitRegister.Sent sent =
        new VisitRegister.Sent(
            monthly.id(), "k", 0, null, said(VisitOutcome.MET, Map.of(1, "瓶装"), ""), hazard, false);
    VisitRegister.Kept first = register().visit(WORKER, "h1", sent);
    assertThat(first.numberOrNull()).isEqualTo("20261101-0001");
    assertThat(register().visit(WORKER, "h1", sent)).isEqualTo(first);
    assertThat(reports)
        .singleElement()
        .extracting(Report::location)
        .isEqualTo(first.visit().door().at());
    refused(() -> visit("h1", 0, VisitOutcome.MET), "version-conflict");
    refused(() -> register().visit(WORKER, "h2", sent), "visit-key-taken");
  }

  @Test
  void a_correction_stands_in_the_place_of_the_last_visit() {
    visit("h1", 0, VisitOutcome.MET);
    VisitRegister.Sent wrong =
        new VisitRegister.Sent(
            monthly.id(), "c", 1, null, said(VisitOutcome.NOBODY_HOME, Map.of(), ""), null, true);
    assertThat(register().visit(WORKER, "h1", wrong).visit().correctsOrNull()).isEqualTo(1);
    assertThat(due(WORKER)).as("nobody was seen after all").contains("h1");
    assertThat(register().history(WORKER, "h1").visits()).hasSize(2);
    VisitRegister.Sent nothing =
        new VisitRegister.Sent(
            monthly.id(), "d", 0, null, said(VisitOutcome.MOVED, Map.of(), ""), null, true);
    refused(() -> register().visit(WORKER, "h2", nothing), "visit-nothing-corrected");
  }

  @Test
  void facts_have_to_be_known_where_somebody_was_met() {
    refused(
        () -> register().visit(WORKER, "h1", sent(0, said(VisitOutcome.MET, Map.of(), ""))),
        "visit-answer-missing");
    refused(
        () -> register().visit(WORKER, "h1", sent(0, said(VisitOutcome.MET, Map.of(1, "煤"), ""))),
        "visit-answer-word");
    refused(
        () -> register().visit(WORKER, "h1", sent(0, said(VisitOutcome.MOVED, Map.of(3, "x"), ""))),
        "visit-answer-unknown");
    refused(
        () -> register().visit(WORKER, "h5", sent(0, said(VisitOutcome.MET, Map.of(1, "管道"), ""))),
        "visit-door-unknown");
    refused(
        () ->
            register().visit(WORKER, "shop", sent(0, said(VisitOutcome.MET, Map.of(1, "管道"), ""))),
        "visit-rule-unknown");
  }

  @Test
  void notes_and_words_are_masked_for_whom_reports_are() {
    Map<Integer, String> answers = Map.of(1, "管道", 2, "致电 13900001111");
    Visit kept =
        register()
            .visit(WORKER, "h1", sent(0, said(VisitOutcome.MET, answers, "13900002222")))
            .visit();
    assertThat(kept.said().note()).isEqualTo("139****2222");
    assertThat(kept.said().answers()).containsEntry(2, "致电 139****1111");
    Visit whole = register().history(OPERATOR, "h1").visits().get(0);
    assertThat(whole.said().note()).isEqualTo("13900002222");
    assertThat(whole.said().toString()).doesNotContain("13900002222");
    register().erase(caller(Role.ADMINISTRATOR, COMMUNITY), "h1");
    assertThat(store.erased).containsExactly("h1");
    refused(() -> register().erase(OPERATOR, "h1"), "role-missing");
  }

  @Test
  void a_phone_is_believed_about_when_it_was_unless_its_clock_is_off() {
    Instant now = tx.now();
    assertThat(Visit.Times.of(now.minus(Duration.ofDays(2)), now).heldAt())
        .isEqualTo(now.minus(Duration.ofDays(2)));
    for (Instant off : List.of(now.plusSeconds(1), now.minus(Duration.ofDays(8)))) {
      assertThat(Visit.Times.of(off, now).heldAt()).isEqualTo(now);
    }
  }

  @Test
  void marks_are_told_to_who_goes_there_and_are_numbers_to_everybody_else() {
    VisitRule marked = rule(VisitTarget.MARKED, Set.of(MustSee.KIND_2), 7, Rhythm.Unit.DAYS);
    refused(() -> register().mark(SUPERVISOR, "h1", 0, Set.of(MustSee.KIND_2)), "role-missing");
    refused(() -> register().mark(WORKER, "shop", 0, Set.of()), "visit-mark-business");
    register().mark(WORKER, "h1", 0, Set.of(MustSee.KIND_2));
    refused(() -> register().mark(WORKER, "h1", 0, Set.of()), "version-conflict");
    DueQuery query = new DueQuery(null, null, marked.id(), null, null, 0, 10);
    assertThat(due(WORKER, query)).containsExactly("h1");
    assertThat(due(SUPERVISOR, query)).as("who is marked").isEmpty();
    assertThat(count().coverage(SUPERVISOR, null, marked.id(), NOVEMBER, DECEMBER))
        .as("how many")
        .singleElement()
        .extracting(Coverage::due)
        .isEqualTo(1);
    assertThat(register().history(SUPERVISOR, "h1").marksOrNull()).isNull();
    assertThat(register().history(WORKER, "h1").marksOrNull())
        .isEqualTo(new VisitStore.Marks(1, Set.of(MustSee.KIND_2)));
  }

  @Test
  void coverage_is_n_of_those_due_within_the_month_by_grid_and_unit() {
    visit("h1", 0, VisitOutcome.MET);
    visit("h2", 0, VisitOutcome.REFUSED);
    visit("h4", 0, VisitOutcome.NOBODY_HOME);
    List<Coverage> units = count().coverage(OPERATOR, null, null, NOVEMBER, DECEMBER);
    assertThat(units)
        .containsExactly(
            new Coverage(WEST, "b1-u", "b1", 2, 1, 1, 0),
            new Coverage(WEST, "b2-u", "b2", 1, 0, 0, 1),
            new Coverage(EAST, "b3-u", "b3", 1, 0, 0, 0));
    assertThat(VisitCount.byGrid(units))
        .containsExactly(
            new Coverage(WEST, "", "", 3, 1, 1, 1), new Coverage(EAST, "", "", 1, 0, 0, 0));
    visit("h4", 1, VisitOutcome.NO_SUCH_DOOR);
    assertThat(count().coverage(OPERATOR, WEST, null, NOVEMBER, DECEMBER))
        .as("what is not there is not due")
        .hasSize(1);
    Instant january = Instant.parse("2026-12-31T16:00:00Z");
    assertThat(count().coverage(OPERATOR, WEST, null, DECEMBER, january))
        .singleElement()
        .isEqualTo(new Coverage(WEST, "b1-u", "b1", 2, 0, 0, 0));
    assertThat(count().coverage(OPERATOR, null, null, BEGUN.minusSeconds(9), BEGUN)).isEmpty();
  }

  @Test
  void a_rule_is_changed_from_the_newest_version_and_ends_for_good() {
    VisitRule.Plan other = plan(VisitTarget.BUSINESS, Set.of(), 90, Rhythm.Unit.DAYS, COMMUNITY);
    VisitRule changed = rules().change(OPERATOR, monthly.id(), 1, other);
    assertThat(changed.version()).isEqualTo(2);
    assertThat(due(WORKER)).containsExactly("shop");
    refused(() -> rules().change(OPERATOR, monthly.id(), 1, other), "version-conflict");
    refused(() -> rules().change(OPERATOR, 99, 1, other), "visit-rule-unknown");
    refused(
        () -> rules().change(caller(Role.SUPERVISOR, WEST), monthly.id(), 2, other), "area-scope");
    rules().retire(OPERATOR, monthly.id(), 2);
    assertThat(due(WORKER)).isEmpty();
    assertThat(rules().list(WORKER, false)).isEmpty();
    assertThat(rules().list(WORKER, true)).singleElement().matches(VisitRule::retired);
    refused(() -> rules().retire(OPERATOR, monthly.id(), 3), "visit-rule-retired");
    refused(() -> visit("shop", 0, VisitOutcome.MET), "visit-rule-retired");
    assertThat(tx.events().stream().map(DomainEvent::subject)).contains("1");
  }

  @Test
  void a_rule_says_what_it_is_about() {
    refused(() -> plan(VisitTarget.MARKED, Set.of(), 1, Rhythm.Unit.DAYS, WEST), "visit-kinds");
    refused(() -> plan(VisitTarget.HOUSEHOLD, Set.of(), 1, Rhythm.Unit.DAYS), "visit-areas");
    refused(() -> new Fact("x", Fact.Kind.CHOICE, List.of("a")), "visit-fact-choices");
    refused(() -> new Fact("x", Fact.Kind.YES_NO, List.of("a", "b")), "visit-fact-choices");
    refused(() -> new Fact(" ", Fact.Kind.TEXT, List.of()), "visit-fact-text");
    assertThat(FACTS.inWords()).containsExactly(2);
    assertThat(VisitRuleRegister.keeps(WORKER, monthly)).isFalse();
    assertThat(VisitRuleRegister.keeps(OPERATOR, monthly)).isTrue();
    assertThat(rules().list(caller(Role.WORKER, "990101002001"), false)).isEmpty();
  }

  @Test
  void what_happens_is_told_without_marks_and_words() {
    visit("h1", 0, VisitOutcome.MET);
    register().mark(WORKER, "h1", 0, Set.of(MustSee.KIND_1));
    for (DomainEvent one : tx.events()) {
      assertThat(one.type()).startsWith("visit-");
      assertThat(one.facts().toString()).doesNotContain("kind-1").contains(WEST);
      assertThat(one.subject()).isEqualTo("h1");
    }
  }
}
