package org.wangge.errand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wangge.grid.Areas.aGrid;
import static org.wangge.grid.Areas.square;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Origin;
import org.wangge.access.Purpose;
import org.wangge.access.Rights;
import org.wangge.access.Role;
import org.wangge.clock.Alarm;
import org.wangge.clock.ChangeReason;
import org.wangge.clock.Timer;
import org.wangge.clock.TimerStore;
import org.wangge.clock.TimerSubject;
import org.wangge.event.DomainEvent;
import org.wangge.event.HeardTx;
import org.wangge.event.OneTx;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Fault;
import org.wangge.fault.NotFound;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Duty;
import org.wangge.grid.GridStore;
import org.wangge.grid.InCharge;
import org.wangge.grid.Partition;
import org.wangge.incident.GridFinder;
import org.wangge.incident.Report;
import org.wangge.incident.Reporter;
import org.wangge.incident.photo.PhotoStore;

/** What is ordered, who may send whom, and that it is done or not. */
class ErrandTest {
  private static final String GRID = "990101001001001";
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final LatticePoint INSIDE = new LatticePoint(1_117_000_500, 290_300_500);
  private static final ErrandWindow WINDOW =
      new ErrandWindow(NOW.plusSeconds(600), NOW.plusSeconds(7_200));
  private static final Caller RESIDENT = Caller.anonymous();
  private static final Caller OPERATOR = as("desk", Role.OPERATOR, "");
  private static final Caller HEAD = as("head", Role.WORKER, "staff-head");
  private static final Caller WALKER = as("walker", Role.WORKER, "staff-walker");
  private static final Caller ANN = as("ann", Role.VOLUNTEER, "");
  private static final Caller BEN = as("ben", Role.VOLUNTEER, "");

  private final HeardTx tx = new HeardTx(NOW);
  private final OneTx transactions = new OneTx(tx);
  private final KeptErrands store = new KeptErrands();
  private final List<String> armed = new ArrayList<>();
  private final Map<String, ErrandKind> kinds = new HashMap<>();
  private final ErrandLapse lapse = new ErrandLapse(store, fake(TimerStore.class, this::timers));
  private final List<String> erased = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();
  private final PhotoStore photos = fake(PhotoStore.class, this::photo);
  private final Map<String, String> filed = new HashMap<>();
  private final ErrandErasure erasure = new ErrandErasure(store, photos, reports());
  private final ErrandOrders orders =
      new ErrandOrders(
          transactions,
          store,
          kindStore(),
          new GridFinder(fake(GridStore.class, (name, given) -> 1L), ErrandTest::atlas),
          ErrandTest::atlas,
          key -> "t-" + key,
          lapse,
          erasure);
  private final ErrandRegister register = register(transactions);

  ErrandTest() {
    kinds.put("medicine", new ErrandKind("medicine", 1, "代取药品", "Fetch", false, NOW));
  }

  private ErrandRegister registerAt(Instant now) {
    return register(new OneTx(new HeardTx(now)));
  }

  private ErrandRegister register(Transactions within) {
    return new ErrandRegister(
        within,
        store,
        new ErrandRegister.Parts(
            new ErrandHeads(ErrandTest::atlas),
            (any, place) -> List.of("ann", "ben", "desk"),
            photos,
            reports(),
            lapse,
            erasure));
  }

  private static Caller as(String account, Role role, String staff) {
    return new Caller(
        account,
        Rights.of(Set.of(role), AreaScope.of(List.of("990101001"))),
        Purpose.USE,
        Origin.UNKNOWN,
        staff.isEmpty() ? null : staff);
  }

  private static AreaAtlas atlas() {
    return AreaAtlas.of(
        List.of(
            aGrid(GRID)
                .shape(square(1_117_000_000, 290_300_000, 1_000))
                .inCharge(
                    List.of(
                        new InCharge(Duty.GRID_HEAD, "staff-head"),
                        new InCharge(Duty.GRID_WORKER, "staff-walker")))
                .build()),
        List.of(new Partition(Partition.TREE, "", "")),
        1);
  }

  private interface Answers {
    Object of(String method, Object[] given);
  }

  private static <T> T fake(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            ErrandTest.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, given) -> answers.of(method.getName(), given)));
  }

  private Object photo(String method, Object[] given) {
    return method.equals("remove") ? removed.add((String) given[2]) : given[2].equals("waits");
  }

  private ErrandReports reports() {
    return new ErrandReports() {
      @Override
      public String take(Tx any, Caller caller, Report report, Reporter reporter) {
        filed.put(report.key(), "incident-1");
        return "incident-1";
      }

      @Override
      public Optional<String> incidentOf(Tx any, String key) {
        return Optional.ofNullable(filed.get(key));
      }

      @Override
      public void erase(Tx any, Caller caller, String key) {
        erased.add(key);
        erasure.eraseReport(any, caller, key);
      }
    };
  }

  private Object timers(String method, Object[] given) {
    armed.add(method + " " + ((TimerSubject) given[2]).id());
    return method;
  }

  private ErrandKindStore kindStore() {
    return new ErrandKindStore() {
      @Override
      public List<ErrandKind> list(Tx any, Caller caller) {
        return List.copyOf(kinds.values());
      }

      @Override
      public Optional<ErrandKind> find(Tx any, Caller caller, String code) {
        return Optional.ofNullable(kinds.get(code));
      }

      @Override
      public List<ErrandKind> versions(Tx any, Caller caller, String code) {
        return find(any, caller, code).stream().toList();
      }

      @Override
      public void add(Tx any, Caller caller, ErrandKind kind) {
        kinds.put(kind.code(), kind);
      }
    };
  }

  private static ErrandOrder order(String key) {
    return new ErrandOrder(
        key,
        "medicine",
        INSIDE,
        null,
        WINDOW,
        ErrandWords.of("张三", "13800001111", "云溪小区3栋501", "降压药，电话 13900002222"),
        false);
  }

  private Errand ordered(String key) {
    return orders.order(RESIDENT, order(key)).errand();
  }

  private Errand dispatched() {
    Errand errand = ordered("a");
    return register
        .dispatch(OPERATOR, errand.id(), errand.version(), List.of("ann", "ben"))
        .errand();
  }

  private static void refused(String code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }

  @Test
  void an_order_goes_to_a_volunteer_and_back_to_the_resident() {
    Errand sent = dispatched();
    ErrandSight offered = register.offered(ANN).get(0);
    assertThat(offered.phone().text() + offered.words().address() + offered.words().wish())
        .as("before it is accepted")
        .isEmpty();
    ErrandSight mine = register.accept(ANN, 1, sent.version());
    assertThat(mine.phone().text()).isEqualTo("13800001111");
    assertThat(mine.words().address()).isEqualTo("云溪小区3栋501");
    refused("errand-taken", () -> register.accept(BEN, 1, sent.version()));
    assertThat(register.offered(BEN)).isEmpty();
    refused("errand-not-offered", () -> register.finish(BEN, 1, 3, "", null));
    refused("errand-photo", () -> register.finish(ANN, 1, 3, "", "gone"));
    assertThat(register.finish(ANN, 1, 3, "好了", "waits").errand().state())
        .isEqualTo(ErrandState.DONE);
    assertThat(orders.judge(RESIDENT, "t-a", 4, true, "谢谢").errand().state())
        .isEqualTo(ErrandState.CONFIRMED);
    assertThat(orders.follow(RESIDENT, "t-a").words().thanks()).isEqualTo("谢谢");
    assertThat(tx.events().stream().map(DomainEvent::type))
        .containsExactly(
            "errand-ordered",
            "errand-dispatched",
            "errand-accepted",
            "errand-finished",
            "errand-confirmed");
    assertThat(tx.events().toString()).doesNotContain("13800001111", "张三", "降压药");
    assertThat(tx.events())
        .allSatisfy(event -> assertThat(event.facts()).containsEntry("grid", GRID));
    assertThat(armed).containsExactly("arm 1", "arm 1", "disarm 1", "disarm 1", "disarm 1");
    ErrandTally tally = register.progress(OPERATOR, null).get(0);
    assertThat(tally.ordered()).isEqualTo(1);
    assertThat(tally.finished()).isEqualTo(1);
  }

  @Test
  void only_the_head_of_the_grid_and_the_desk_send_volunteers() {
    Errand errand = ordered("a");
    refused("errand-not-head", () -> register.dispatch(WALKER, 1, 1, List.of("ann")));
    refused("role-missing", () -> register.dispatch(ANN, 1, 1, List.of("ann")));
    refused("errand-volunteers", () -> register.dispatch(HEAD, 1, 1, List.of("stranger")));
    refused("version-conflict", () -> register.dispatch(HEAD, 1, 7, List.of("ann")));
    Caller elsewhere =
        Caller.of("far", Set.of(Role.OPERATOR), AreaScope.of(List.of("990101002")), Purpose.USE);
    refused("errand-unknown", () -> register.dispatch(elsewhere, 1, 1, List.of("ann")));
    assertThat(register.get(WALKER, 1).actions()).isEmpty();
    assertThat(register.get(HEAD, 1).actions())
        .containsExactly(ErrandAct.DISPATCH, ErrandAct.RETURN, ErrandAct.FILE);
    assertThat(register.dispatch(HEAD, 1, errand.version(), List.of("ann")).errand().state())
        .isEqualTo(ErrandState.DISPATCHED);
    assertThat(register.volunteers(HEAD, 1)).contains("ann");
    assertThat(register.list(HEAD, query(ErrandState.DISPATCHED))).hasSize(1);
    assertThat(register.list(HEAD, query(ErrandState.DONE))).isEmpty();
  }

  private static ErrandQuery query(ErrandState state) {
    return new ErrandQuery(null, Set.of(state), null, Long.MAX_VALUE, 10);
  }

  @Test
  void who_ordered_is_masked_as_reporters_are() {
    ordered("a");
    ErrandSight worker = register.get(HEAD, 1);
    assertThat(worker.phone().text()).isEqualTo("138****1111");
    assertThat(worker.name().text()).isEqualTo("张*");
    assertThat(worker.words().address()).isEqualTo("云溪小区3栋***");
    assertThat(worker.words().wish()).isEqualTo("降压药，电话 139****2222");
    ErrandSight desk = register.get(OPERATOR, 1);
    assertThat(desk.phone().text()).isEqualTo("13800001111");
    assertThat(desk.words().wish()).contains("13900002222");
    refused("role-missing", () -> register.get(ANN, 1));
  }

  @Test
  void where_all_decline_it_waits_again_and_who_has_it_may_give_it_back() {
    Errand sent = dispatched();
    register.decline(ANN, 1, sent.version());
    refused("errand-not-offered", () -> register.decline(ANN, 1, 3));
    register.decline(BEN, 1, 3);
    assertThat(register.get(OPERATOR, 1).errand().state()).isEqualTo(ErrandState.ORDERED);
    register.dispatch(OPERATOR, 1, 4, List.of("ann"));
    register.accept(ANN, 1, 5);
    register.decline(ANN, 1, 6);
    Errand again = register.get(OPERATOR, 1).errand();
    assertThat(again.state()).isEqualTo(ErrandState.ORDERED);
    assertThat(again.holder()).isEmpty();
  }

  @Test
  void whoever_has_done_it_cannot_give_it_back() {
    dispatched();
    register.accept(ANN, 1, 2);
    register.finish(ANN, 1, 3, "", null);
    refused("errand-state", () -> register.decline(ANN, 1, 4));
    orders.judge(RESIDENT, "t-a", 4, true, "");
    refused("errand-state", () -> register.decline(ANN, 1, 5));
    assertThat(register.get(OPERATOR, 1).errand().state()).isEqualTo(ErrandState.CONFIRMED);
    Errand other = ordered("b");
    register.dispatch(OPERATOR, other.id(), 1, List.of("ann"));
    register.accept(ANN, other.id(), 2);
    orders.withdraw(RESIDENT, "t-b", 3);
    refused("errand-state", () -> register.decline(ANN, other.id(), 4));
  }

  @Test
  void what_was_not_done_can_be_given_to_somebody_else() {
    dispatched();
    register.accept(ANN, 1, 2);
    register.finish(ANN, 1, 3, "", null);
    refused("errand-state", () -> orders.withdraw(RESIDENT, "t-a", 4));
    assertThat(orders.judge(RESIDENT, "t-a", 4, false, "").errand().state())
        .isEqualTo(ErrandState.DISPUTED);
    assertThat(register.progress(OPERATOR, null).get(0).finished()).isZero();
    register.dispatch(OPERATOR, 1, 5, List.of("ben"));
    assertThat(register.accept(BEN, 1, 6).errand().holder()).contains("ben");
  }

  @Test
  void an_order_is_sent_back_with_a_reason_or_becomes_an_incident() {
    ordered("a");
    ordered("b");
    refused("errand-reason", () -> register.giveBack(OPERATOR, 1, 1, " "));
    register.giveBack(OPERATOR, 1, 1, "要本人带身份证");
    assertThat(orders.follow(RESIDENT, "t-a").words().reason()).isEqualTo("要本人带身份证");
    refused("errand-state", () -> register.dispatch(OPERATOR, 1, 2, List.of("ann")));
    Errand made = register.file(OPERATOR, 2, 1, "noise").errand();
    assertThat(made.incident()).contains("incident-1");
    refused("errand-state", () -> register.file(OPERATOR, 2, 2, "noise"));
  }

  @Test
  void what_nobody_accepted_in_time_lapses() {
    ordered("a");
    Timer early = timerOf(1);
    lapse.ring(tx, Caller.upkeep(), early);
    assertThat(register.get(OPERATOR, 1).errand().state()).isEqualTo(ErrandState.ORDERED);
    lapse.ring(new HeardTx(WINDOW.until()), Caller.upkeep(), early);
    assertThat(register.get(OPERATOR, 1).errand().state()).isEqualTo(ErrandState.LAPSED);
  }

  @Test
  void what_is_dispatched_again_does_not_lapse_by_the_window_that_is_over() {
    dispatched();
    register.accept(ANN, 1, 2);
    register.finish(ANN, 1, 3, "", null);
    orders.judge(RESIDENT, "t-a", 4, false, "");
    Instant late = WINDOW.until().plusSeconds(3_600);
    Errand again = registerAt(late).dispatch(OPERATOR, 1, 5, List.of("ben")).errand();
    assertThat(again.window())
        .isEqualTo(new ErrandWindow(WINDOW.from(), late.plus(Duration.ofHours(24))));
    lapse.ring(new HeardTx(late.plusSeconds(1)), Caller.upkeep(), timerOf(1));
    assertThat(register.get(OPERATOR, 1).errand().state()).isEqualTo(ErrandState.DISPATCHED);
    assertThat(orders.order(RESIDENT, order("a")).isNew()).as("sent once more").isFalse();
    assertThat(registerAt(late).accept(BEN, 1, 6).errand().holder()).contains("ben");
  }

  @Test
  void what_has_lapsed_can_be_dispatched_sent_back_filed_or_withdrawn() {
    Instant late = WINDOW.until().plusSeconds(60);
    List.of("a", "b", "c").forEach(this::ordered);
    for (long id = 1; id <= 3; id++) {
      lapse.ring(new HeardTx(late), Caller.upkeep(), timerOf(id));
    }
    assertThat(register.get(OPERATOR, 1).actions())
        .containsExactly(ErrandAct.DISPATCH, ErrandAct.RETURN, ErrandAct.FILE);
    Errand again = registerAt(late).dispatch(OPERATOR, 1, 2, List.of("ann")).errand();
    assertThat(again.window().until()).isEqualTo(late.plus(ErrandWindow.AGAIN));
    register.giveBack(OPERATOR, 2, 2, "没有人有空");
    orders.erase(RESIDENT, "t-c");
    assertThat(orders.follow(RESIDENT, "t-c").errand().state()).isEqualTo(ErrandState.WITHDRAWN);
  }

  @Test
  void an_end_that_is_far_enough_ahead_stays_where_it_is() {
    orders.order(
        RESIDENT, at("a", INSIDE, null, new ErrandWindow(NOW, NOW.plus(Duration.ofDays(3)))));
    register.dispatch(OPERATOR, 1, 1, List.of("ann"));
    register.accept(ANN, 1, 2);
    register.finish(ANN, 1, 3, "", null);
    orders.judge(RESIDENT, "t-a", 4, false, "");
    assertThat(register.dispatch(OPERATOR, 1, 5, List.of("ann")).errand().window().until())
        .isEqualTo(NOW.plus(Duration.ofDays(3)));
  }

  private static Timer timerOf(long id) {
    return new Timer(
        1,
        new TimerSubject(ErrandLapse.SUBJECT, Long.toString(id)),
        "window",
        new Alarm(Alarm.DUE, WINDOW.until()));
  }

  @Test
  void an_order_is_taken_once_and_only_where_somebody_can_come() {
    Errand first = ordered("a");
    assertThat(orders.order(RESIDENT, order("a")).isNew()).isFalse();
    ErrandWindow later = new ErrandWindow(NOW, NOW.plus(Duration.ofDays(1)));
    refused("errand-key-taken", () -> orders.order(RESIDENT, at("a", INSIDE, null, later)));
    LatticePoint away = new LatticePoint(1, 1);
    refused("errand-outside", () -> orders.order(RESIDENT, at("b", away, null, WINDOW)));
    refused("errand-place", () -> at("b", null, null, WINDOW));
    refused("errand-grid-unknown", () -> orders.order(RESIDENT, at("b", null, "x", WINDOW)));
    assertThat(orders.order(RESIDENT, at("b", null, GRID, WINDOW)).errand().place().grid())
        .isEqualTo(GRID);
    ErrandWindow far = new ErrandWindow(NOW, NOW.plus(Duration.ofDays(31)));
    refused("errand-window", () -> orders.order(RESIDENT, at("c", INSIDE, null, far)));
    refused("errand-window", () -> new ErrandWindow(NOW, NOW));
    refused(
        "errand-phone",
        () ->
            new ErrandOrder(
                "d", "medicine", INSIDE, null, WINDOW, ErrandWords.of("x", "no", "", ""), false));
    assertThat(first.version()).isEqualTo(1);
  }

  private static ErrandOrder at(
      String key, @Nullable LatticePoint place, @Nullable String grid, ErrandWindow window) {
    return new ErrandOrder(
        key, "medicine", place, grid, window, ErrandWords.of("x", "1380000", "", ""), false);
  }

  @Test
  void a_resident_withdraws_it_and_has_it_erased() {
    ordered("a");
    refused("version-conflict", () -> orders.withdraw(RESIDENT, "t-a", 2));
    assertThat(orders.withdraw(RESIDENT, "t-a", 1).errand().state())
        .isEqualTo(ErrandState.WITHDRAWN);
    ordered("b");
    orders.erase(RESIDENT, "t-b");
    assertThat(orders.follow(RESIDENT, "t-b").words()).isEqualTo(ErrandWords.NONE);
    assertThat(orders.follow(RESIDENT, "t-b").errand().state()).isEqualTo(ErrandState.WITHDRAWN);
    register.erase(Caller.upkeep(), 1, 2);
    assertThat(orders.follow(RESIDENT, "t-a").words().toString()).doesNotContain("张三");
    assertThatThrownBy(() -> orders.follow(RESIDENT, "t-x")).isInstanceOf(NotFound.class);
  }

  @Test
  void an_erasure_meanwhile_is_not_undone_by_what_is_said_afterwards() {
    dispatched();
    register.accept(ANN, 1, 2);
    store.afterReading(() -> store.erase(tx, RESIDENT, 1));
    register.finish(ANN, 1, 3, "好了", null);
    orders.judge(RESIDENT, "t-a", 4, false, "没有来");
    register.giveBack(OPERATOR, 1, 5, "联系不上");
    store.afterReading(() -> {});
    assertThat(orders.follow(RESIDENT, "t-a").words().name()).isEmpty();
    assertThat(orders.follow(RESIDENT, "t-a").words().phone()).isEmpty();
  }

  @Test
  void an_erasure_reaches_the_photo_and_the_report_that_the_errand_became() {
    dispatched();
    register.accept(ANN, 1, 2);
    register.finish(ANN, 1, 3, "好了", "waits");
    orders.judge(RESIDENT, "t-a", 4, false, "");
    register.file(OPERATOR, 1, 5, "noise");
    String key = filed.keySet().iterator().next();
    orders.erase(RESIDENT, "t-a");
    assertThat(erased).containsExactly(key);
    assertThat(removed).containsExactly("waits");
    assertThat(register.get(OPERATOR, 1).errand().photoOrNull()).isNull();
    refused("errand-photo-unknown", () -> register.picture(OPERATOR, 1));
    assertThat(tx.events().stream().filter(ErrandEvent.ErrandErased.class::isInstance)).hasSize(1);
  }

  @Test
  void an_incident_or_a_report_that_is_erased_takes_the_words_of_its_errand_along() {
    List.of("a", "b", "c").forEach(this::ordered);
    register.file(OPERATOR, 1, 1, "noise");
    erasure.eraseIncident(tx, OPERATOR, "incident-1");
    assertThat(orders.follow(RESIDENT, "t-a").words()).isEqualTo(ErrandWords.NONE);
    filed.clear();
    register.file(OPERATOR, 2, 1, "noise");
    erasure.eraseReport(tx, OPERATOR, filed.keySet().iterator().next());
    assertThat(orders.follow(RESIDENT, "t-b").words()).isEqualTo(ErrandWords.NONE);
    assertThat(orders.follow(RESIDENT, "t-c").words().name()).isEqualTo("张三");
    assertThat(erased).as("the report is erased where that began").isEmpty();
  }

  @Test
  void a_second_photo_takes_the_place_of_the_first() {
    dispatched();
    register.accept(ANN, 1, 2);
    register.finish(ANN, 1, 3, "", "waits");
    orders.judge(RESIDENT, "t-a", 4, false, "");
    register.dispatch(OPERATOR, 1, 5, List.of("ben"));
    register.accept(BEN, 1, 6);
    register.finish(BEN, 1, 7, "", null);
    assertThat(removed).containsExactly("waits");
  }

  @Test
  void kinds_have_versions_and_what_is_retired_is_not_ordered() {
    ErrandKindRegister all = new ErrandKindRegister(transactions, kindStore());
    ChangeReason why = new ChangeReason(ChangeReason.Kind.CORRECTED, "");
    var retired = new ErrandKindRegister.Wanted("medicine", "代取药品", "Fetch", true);
    refused("version-conflict", () -> all.change(Caller.upkeep(), 0, retired, why));
    refused("role-missing", () -> all.change(OPERATOR, 1, retired, why));
    assertThat(all.change(Caller.upkeep(), 1, retired, why).version()).isEqualTo(2);
    refused("errand-kind-unknown", () -> ordered("a"));
    assertThat(all.list(RESIDENT)).hasSize(1);
    refused("errand-kind-unknown", () -> all.versions(OPERATOR, "x"));
    assertThat(all.versions(OPERATOR, "medicine")).hasSize(1);
    refused("errand-kind-code", () -> new ErrandKind("No", 1, "x", "x", false, NOW));
  }
}
