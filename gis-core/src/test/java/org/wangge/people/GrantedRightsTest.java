package org.wangge.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.grid.Areas.anArea;
import static org.wangge.grid.Areas.square;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Rights;
import org.wangge.access.Role;
import org.wangge.geo.Validity;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Level;
import org.wangge.grid.OverlayGround;

class GrantedRightsTest {
  private static final Instant FROM = Instant.parse("2026-11-03T08:00:00Z");
  private static final Instant TO = FROM.plusSeconds(3600);
  private static final AreaKey STREET = AreaKey.tree("990001001");
  private static final AreaKey OTHER_STREET = AreaKey.tree("990001002");
  private static final AreaKey BEAT = new AreaKey("police-beats", "beat-1");
  private static final OverlayGround GROUND =
      OverlayGround.of(
              anArea(Level.OVERLAY, "beat-1")
                  .key(BEAT)
                  .shape(square(1_110_000_000, 290_000_000, 10_000))
                  .build())
          .orElseThrow();

  @Test
  void without_grants_one_looks_after_the_own_account() {
    Rights rights = rights(FROM, true);
    assertThat(rights.roles()).containsExactly(Role.MEMBER);
    assertThat(rights.scope().isNowhere()).isTrue();
    assertThat(rights).isEqualTo(GrantedRights.member());
  }

  @Test
  void a_grant_holds_from_its_first_instant_until_before_its_end() {
    Grant grant = grant(Role.OPERATOR, STREET);
    assertThat(rights(FROM.minusMillis(1), true, grant).roles()).containsExactly(Role.MEMBER);
    assertThat(rights(FROM, true, grant).roles()).contains(Role.OPERATOR);
    assertThat(rights(TO.minusMillis(1), true, grant).roles()).contains(Role.OPERATOR);
    assertThat(rights(TO, true, grant).roles()).containsExactly(Role.MEMBER);
    assertThat(grant.isOverAt(TO.minusMillis(1))).isFalse();
    assertThat(grant.isOverAt(TO)).isTrue();
  }

  @Test
  void without_a_second_factor_roles_that_want_one_are_left_out() {
    Grant operator = grant(Role.OPERATOR, STREET);
    Grant liaison = grant(Role.LIAISON, STREET);
    assertThat(rights(FROM, false, operator, liaison).roles())
        .containsExactlyInAnyOrder(Role.MEMBER, Role.OPERATOR);
    assertThat(rights(FROM, true, operator, liaison).roles())
        .containsExactlyInAnyOrder(Role.MEMBER, Role.OPERATOR, Role.LIAISON);
  }

  @Test
  void each_role_holds_where_it_was_given_and_no_further() {
    Rights rights =
        rights(FROM, true, grant(Role.OPERATOR, STREET), grant(Role.PLANNER, OTHER_STREET));
    assertThat(rights.scopes())
        .containsEntry(Role.OPERATOR, AreaScope.of(List.of("990001001")))
        .containsEntry(Role.PLANNER, AreaScope.of(List.of("990001002")));
  }

  @Test
  void two_grants_of_a_role_hold_in_both_areas_and_one_without_an_area_everywhere() {
    Grant here = grant(Role.OPERATOR, STREET);
    Grant there = grant(Role.OPERATOR, OTHER_STREET);
    assertThat(rights(FROM, true, here, there).scopes())
        .containsEntry(Role.OPERATOR, AreaScope.of(List.of("990001001", "990001002")));
    assertThat(rights(FROM, true, here, grant(Role.OPERATOR, null)).scopes())
        .containsEntry(Role.OPERATOR, AreaScope.unlimited());
  }

  @Test
  void a_grant_for_an_overlay_area_holds_on_its_ground() {
    assertThat(rights(FROM, true, grant(Role.OPERATOR, BEAT)).scopes())
        .containsEntry(Role.OPERATOR, AreaScope.of(GROUND));
  }

  @Test
  void a_grant_for_an_overlay_area_that_is_no_more_holds_nowhere() {
    Grant grant = grant(Role.OPERATOR, new AreaKey("police-beats", "beat-9"));
    assertThat(rights(FROM, true, grant).scopes())
        .containsEntry(Role.OPERATOR, AreaScope.nowhere());
  }

  private static Rights rights(Instant at, boolean strong, Grant... grants) {
    return GrantedRights.of(
        List.of(grants),
        at,
        strong,
        key -> key.equals(BEAT) ? Optional.of(GROUND) : Optional.empty());
  }

  private static Grant grant(Role role, @Nullable AreaKey area) {
    return new Grant(1, "kim", role, area, Validity.since(FROM).until(TO), "owner");
  }
}
