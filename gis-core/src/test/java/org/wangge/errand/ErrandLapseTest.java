package org.wangge.errand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.clock.Timer;
import org.wangge.event.HeardTx;

/** What nobody did in time lapses, and can be dispatched again. */
class ErrandLapseTest extends ErrandScene {
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
}
