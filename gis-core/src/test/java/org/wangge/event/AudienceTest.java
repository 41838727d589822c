package org.wangge.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.incident.IncidentEvent;
import org.wangge.plan.record.PlanEvent;

class AudienceTest {
  private static final Audience ALL =
      Audience.byFeature(Map.of("plan", PlanEvent.AUDIENCE, "incident", IncidentEvent.AUDIENCE));

  private static Caller caller(Role role, String... areas) {
    AreaScope scope = areas.length == 0 ? AreaScope.unlimited() : AreaScope.of(List.of(areas));
    return Caller.of("someone", Set.of(role), scope, Purpose.USE);
  }

  private static NumberedEvent event(String type, Map<String, Object> facts) {
    return new NumberedEvent(1, Instant.EPOCH, type, "subject", facts);
  }

  @Test
  void drafts_are_told_to_who_draws_and_what_came_into_force_to_whoever_works_here() {
    for (String type : List.of("plan-begun", "plan-edited", "plan-moved", "plan-anything-new")) {
      assertThat(ALL.hears(caller(Role.PLANNER), event(type, Map.of()))).as(type).isTrue();
      for (Role other : List.of(Role.WALL, Role.OPERATOR, Role.LIAISON, Role.RESIDENT)) {
        assertThat(ALL.hears(caller(other), event(type, Map.of()))).as(type).isFalse();
      }
      assertThat(ALL.hears(caller(Role.PLANNER, "430101"), event(type, Map.of()))).isFalse();
    }
    for (String type : List.of("plan-published", "plan-area-succeeded")) {
      assertThat(ALL.hears(caller(Role.WALL), event(type, Map.of()))).as(type).isTrue();
      assertThat(ALL.hears(Caller.anonymous(), event(type, Map.of()))).as(type).isFalse();
    }
  }

  @Test
  void incidents_are_told_within_the_scope_of_who_hears() {
    NumberedEvent moved = event("incident-moved", Map.of("grid", "430101002003004"));
    NumberedEvent outside = event("incident-moved", Map.of("grid", ""));
    NumberedEvent loaded = event("incident-incidents-loaded", Map.of("count", 4));
    Caller here = caller(Role.OPERATOR, "430101002");
    Caller there = caller(Role.OPERATOR, "430101003");
    assertThat(ALL.hears(here, moved)).isTrue();
    assertThat(ALL.hears(there, moved)).isFalse();
    assertThat(ALL.hears(here, outside)).isFalse();
    assertThat(ALL.hears(caller(Role.OPERATOR), outside)).isTrue();
    assertThat(ALL.hears(there, loaded)).isTrue();
    assertThat(ALL.hears(caller(Role.RESIDENT), moved)).isFalse();
  }

  @Test
  void what_a_feature_does_not_speak_for_only_the_administrator_hears() {
    for (String type : List.of("person-erased", "planned", "other")) {
      assertThat(ALL.hears(caller(Role.PLANNER), event(type, Map.of()))).as(type).isFalse();
      assertThat(ALL.hears(caller(Role.ADMINISTRATOR), event(type, Map.of()))).as(type).isTrue();
    }
  }
}
