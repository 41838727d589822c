package org.wangge.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Rights;
import org.wangge.access.Role;

class ApiTokenTest {
  private static final Instant T0 = Instant.parse("2026-11-01T00:00:00Z");
  private static final Rights OF_ACCOUNT =
      new Rights(
          Map.of(
              Role.OPERATOR, AreaScope.of(List.of("990101001", "990102")),
              Role.SUPERVISOR, AreaScope.unlimited()));

  @Test
  void a_token_has_only_the_roles_it_was_given_where_its_account_holds_them() {
    assertThat(token(Set.of(Role.OPERATOR, Role.PLANNER)).narrowed(OF_ACCOUNT))
        .isEqualTo(new Rights(Map.of(Role.OPERATOR, AreaScope.of(List.of("990101001", "990102")))));
    assertThat(token(Set.of(Role.PLANNER)).narrowed(OF_ACCOUNT).roles()).isEmpty();
  }

  @Test
  void a_token_bound_to_an_area_goes_no_farther_than_both_it_and_its_account() {
    Set<Role> both = Set.of(Role.OPERATOR, Role.SUPERVISOR);
    assertThat(token(both, "990101001007").narrowed(OF_ACCOUNT))
        .isEqualTo(Rights.of(both, AreaScope.of(List.of("990101001007"))));
    assertThat(token(both, "990101").narrowed(OF_ACCOUNT))
        .isEqualTo(
            new Rights(
                Map.of(
                    Role.OPERATOR, AreaScope.of(List.of("990101001")),
                    Role.SUPERVISOR, AreaScope.of(List.of("990101")))));
    assertThat(token(Set.of(Role.OPERATOR), "990199").narrowed(OF_ACCOUNT).scope().isNowhere())
        .isTrue();
  }

  @Test
  void it_is_good_until_it_ends_or_is_revoked() {
    ApiToken token = token(Set.of(Role.OPERATOR));
    assertThat(token.isGoodAt(T0)).isTrue();
    assertThat(token.isGoodAt(T0.plusSeconds(60))).isFalse();
    ApiToken revoked =
        new ApiToken("t", "a", "n", Set.of(), List.of(), T0, T0.plusSeconds(60), null, T0);
    assertThat(revoked.isGoodAt(T0)).isFalse();
  }

  private static ApiToken token(Set<Role> roles, String... areas) {
    Instant end = T0.plusSeconds(60);
    return new ApiToken("t", "operator", "n", roles, List.of(areas), T0, end, null, null);
  }
}
