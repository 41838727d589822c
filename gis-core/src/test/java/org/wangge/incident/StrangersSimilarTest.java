package org.wangge.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.clock.Calendars;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.duplicate.Alike;
import org.wangge.incident.duplicate.DuplicateRegister;
import org.wangge.incident.duplicate.Likeness;
import org.wangge.incident.duplicate.MergeStore;

/** What is told of what was reported near by to whoever is about to report. */
class StrangersSimilarTest {
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final LatticePoint HERE = new LatticePoint(1_117_000_100, 290_300_100);
  private static final Caller OPERATOR =
      Caller.of("op", Set.of(Role.OPERATOR), AreaScope.unlimited(), Purpose.USE);

  private final MemoryIncidents memory = new MemoryIncidents(NOW);
  private final DuplicateRegister register = register();

  private DuplicateRegister register() {
    IncidentClocks clocks =
        new IncidentClocks(
            memory.categories(),
            memory.limits(),
            new Calendars(memory.calendars()),
            memory.timers());
    IncidentRegister incidents =
        new IncidentRegister(
            memory,
            memory.store(),
            clocks,
            new IncidentAlarms(memory.store(), clocks),
            Hands.NOBODY);
    return new DuplicateRegister(
        memory, memory.store(), incidents, memory.categories(), noMerges(), Likeness.USUAL);
  }

  private static MergeStore noMerges() {
    return MergeStore.class.cast(
        Proxy.newProxyInstance(
            MergeStore.class.getClassLoader(),
            new Class<?>[] {MergeStore.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            }));
  }

  @BeforeEach
  void report() {
    Incident one =
        Incident.reported(
            "20261102-0001", memory.category(), "", Channel.PHONE, HERE, null, NOW, false);
    memory.write(
        OPERATOR,
        tx -> {
          memory.store().add(tx, OPERATOR, List.of(one));
          return 0;
        });
  }

  private List<Alike> around(Caller caller, String category) {
    return register.around(caller, HERE, category, NOW);
  }

  @Test
  void of_a_published_category_anyone_is_told_what_is_near() {
    assertThat(around(Caller.anonymous(), "noise")).hasSize(1);
    assertThat(around(Caller.anonymous(), "unheard-of")).isEmpty();
  }

  @Test
  void of_one_that_is_not_published_only_who_reads_incidents_is_told() {
    memory.hideCategory();
    assertThat(around(Caller.anonymous(), "noise")).isEmpty();
    assertThat(around(OPERATOR, "noise")).hasSize(1);
  }
}
