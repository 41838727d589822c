package org.wangge.errand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.clock.ChangeReason;
import org.wangge.event.DomainEvent;
import org.wangge.geo.LatticePoint;

/** What is ordered, who may send whom, and that it is done or not. */
class ErrandTest extends ErrandScene {
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

  @Test
  void the_words_of_a_list_are_read_at_once() {
    for (String key : List.of("a", "b", "c")) {
      register.dispatch(OPERATOR, ordered(key).id(), 1, List.of("ann"));
    }
    int before = store.reads();
    assertThat(register.list(OPERATOR, query(ErrandState.DISPATCHED)))
        .extracting(one -> one.phone().text())
        .containsExactly("13800001111", "13800001111", "13800001111");
    assertThat(register.offered(ANN)).hasSize(3);
    assertThat(store.reads() - before).isEqualTo(2);
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
