package org.wangge.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.event.OneTx;
import org.wangge.event.Tx;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Priority;
import org.wangge.incident.Step;

class PastRegisterTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String GRID = "990101001001001";
  private static final String ELSEWHERE = "990101001002001";

  private final PastRegister register =
      new PastRegister(
          new OneTx(
              (Tx)
                  Proxy.newProxyInstance(
                      Tx.class.getClassLoader(),
                      new Class<?>[] {Tx.class},
                      (proxy, method, given) -> method.getName().equals("now") ? NOW : null)),
          (tx, caller, at, limit) ->
              List.of(
                  one("a", Step.HANDLE, GRID),
                  one("b", Step.EVALUATE, GRID),
                  one("c", Step.COLLECT, ELSEWHERE)));

  private static PastIncident one(String id, Step step, String grid) {
    return new PastIncident(
        id, id, "rubbish", Priority.ORDINARY, step, new LatticePoint(1, 1), grid, NOW, false);
  }

  private static Caller wall(AreaScope scope) {
    return Caller.of("wall", Set.of(Role.WALL), scope, Purpose.USE);
  }

  private List<String> openAt(AreaScope scope, Duration ago) {
    return register.openAt(wall(scope), NOW.minus(ago)).stream().map(PastIncident::id).toList();
  }

  @Test
  void what_was_closed_then_is_not_told_and_nothing_outside_the_readers_area() {
    assertThat(openAt(AreaScope.unlimited(), Duration.ofDays(3))).containsExactly("a", "c");
    assertThat(openAt(AreaScope.of(List.of("990101001001")), Duration.ofDays(3)))
        .containsExactly("a");
  }

  @Test
  void one_can_look_back_thirty_days_and_not_ahead() {
    assertThat(openAt(AreaScope.unlimited(), Duration.ofDays(30))).isNotEmpty();
    for (Duration ago : List.of(Duration.ofDays(31), Duration.ofMinutes(-1))) {
      assertThatThrownBy(() -> openAt(AreaScope.unlimited(), ago))
          .isInstanceOf(Invalid.class)
          .hasMessageContaining("past-out-of-reach");
    }
  }

  @Test
  void whoever_may_not_read_incidents_learns_nothing_of_the_past() {
    assertThatThrownBy(() -> register.openAt(Caller.anonymous(), NOW))
        .isInstanceOf(Forbidden.class);
  }
}
