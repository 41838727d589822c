package org.wangge.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.access.Role;

class SessionLimitsTest {

  @Test
  void an_operator_may_touch_nothing_through_a_shift() {
    assertThat(SessionLimits.of(Set.of(Role.MEMBER, Role.OPERATOR)))
        .isEqualTo(new SessionLimits(Duration.ofHours(12), Duration.ofHours(24)));
  }

  @Test
  void one_role_that_wants_a_second_factor_makes_every_session_short() {
    SessionLimits visit = new SessionLimits(Duration.ofHours(1), Duration.ofHours(12));
    assertThat(SessionLimits.of(Set.of(Role.OPERATOR, Role.LIAISON))).isEqualTo(visit);
    assertThat(SessionLimits.of(Set.of(Role.ADMINISTRATOR))).isEqualTo(visit);
  }

  @Test
  void no_role_lasts_beyond_the_longest() {
    for (Role role : Role.values()) {
      SessionLimits limits = SessionLimits.of(Set.of(role));
      assertThat(limits.atMost(SessionLimits.LONGEST)).as(role.word()).isEqualTo(limits);
    }
  }

  @Test
  void of_two_the_shorter_holds_for_idleness_and_for_the_whole_each() {
    SessionLimits one = new SessionLimits(Duration.ofHours(1), Duration.ofHours(20));
    SessionLimits other = new SessionLimits(Duration.ofHours(2), Duration.ofHours(10));
    SessionLimits both = new SessionLimits(Duration.ofHours(1), Duration.ofHours(10));
    assertThat(one.atMost(other)).isEqualTo(both);
    assertThat(other.atMost(one)).isEqualTo(both);
  }
}
