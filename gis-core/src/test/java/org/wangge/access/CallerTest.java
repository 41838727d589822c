package org.wangge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.fault.Forbidden;

class CallerTest {
  private static final AreaScope STREET = AreaScope.of(List.of("990001001"));
  private static final AreaScope OTHER_STREET = AreaScope.of(List.of("990001002"));
  private static final Origin DESK = new Origin("192.0.2.1", "session-1");

  private final Caller leads =
      new Caller(
          "kim",
          new Rights(Map.of(Role.OPERATOR, STREET, Role.PLANNER, OTHER_STREET)),
          Purpose.USE,
          DESK,
          "W-7");

  @Test
  void with_a_right_the_scope_is_that_of_the_roles_that_bring_it() {
    assertThat(leads.scope().areaCodes()).containsExactlyInAnyOrder("990001001", "990001002");
    Caller leading = leads.with(Right.LEAD_INCIDENTS);
    assertThat(leading.scope()).isEqualTo(STREET);
    assertThat(leading.roles()).containsExactly(Role.OPERATOR);
    assertThat(leads.with(Right.DRAW_AREAS).scope()).isEqualTo(OTHER_STREET);
  }

  @Test
  void with_a_right_the_caller_stays_who_it_is() {
    Caller leading = leads.with(Right.LEAD_INCIDENTS);
    assertThat(leading.account()).isEqualTo("kim");
    assertThat(leading.staffCode()).contains("W-7");
    assertThat(leading.origin()).isEqualTo(DESK);
  }

  @Test
  void a_right_that_no_role_brings_is_refused() {
    assertThat(leads.has(Right.APPROVE_PLANS)).isFalse();
    refused(leads, Right.APPROVE_PLANS, "role-missing");
  }

  @Test
  void a_right_over_the_whole_installation_is_refused_to_who_holds_the_role_in_a_part() {
    Caller partly = Caller.of("lee", Set.of(Role.SUPERVISOR), STREET, Purpose.USE);
    assertThat(partly.has(Right.READ_AUDIT)).isFalse();
    refused(partly, Right.READ_AUDIT, "area-scope");
    Caller wholly = Caller.of("lee", Set.of(Role.SUPERVISOR), AreaScope.unlimited(), Purpose.USE);
    assertThat(wholly.with(Right.READ_AUDIT).scope().everywhere()).isTrue();
  }

  @Test
  void without_an_account_one_may_what_anyone_may() {
    Caller anonymous = Caller.anonymous();
    assertThat(anonymous.isAnonymous()).isTrue();
    assertThat(anonymous.isStaff()).isFalse();
    assertThat(anonymous.has(Right.PUBLIC)).isTrue();
    for (Right right : Right.values()) {
      assertThat(anonymous.has(right)).as(right.name()).isEqualTo(right == Right.PUBLIC);
    }
  }

  @Test
  void a_visitor_sees_the_wall_and_changes_nothing() {
    Caller visitor = Caller.visitor();
    assertThat(visitor.isAnonymous()).isTrue();
    assertThat(visitor.has(Right.READ_POSITIONS)).isTrue();
    assertThat(visitor.has(Right.LEAD_INCIDENTS)).isFalse();
    assertThat(visitor.has(Right.READ_PEOPLE)).isFalse();
    assertThat(visitor.has(Right.OWN_ACCOUNT)).isFalse();
  }

  @Test
  void the_program_and_the_owner_run_the_installation_for_different_purposes() {
    assertThat(Caller.upkeep().has(Right.RUN)).isTrue();
    assertThat(Caller.upkeep().purpose()).isEqualTo(Purpose.UPKEEP);
    assertThat(Caller.owner().has(Right.RUN)).isTrue();
    assertThat(Caller.owner().purpose()).isEqualTo(Purpose.DATA_CARE);
    assertThat(Caller.owner().isAnonymous()).isFalse();
  }

  @Test
  void asking_from_elsewhere_changes_nothing_else() {
    Origin phone = new Origin("192.0.2.2", null);
    Caller elsewhere = leads.from(phone);
    assertThat(elsewhere.origin().address()).contains("192.0.2.2");
    assertThat(elsewhere.origin().session()).isEmpty();
    assertThat(elsewhere.from(DESK)).isEqualTo(leads);
  }

  @Test
  void any_of_the_wanted_roles_will_do() {
    assertThat(leads.isAny(Role.LIAISON, Role.PLANNER)).isTrue();
    assertThat(leads.isAny(Role.LIAISON, Role.SUPERVISOR)).isFalse();
  }

  @Test
  void who_only_looks_after_the_own_account_or_sends_positions_is_not_staff() {
    AreaScope nowhere = AreaScope.nowhere();
    Set<Role> both = Set.of(Role.MEMBER, Role.PHONE);
    Caller caller = new Caller("lee", Rights.of(both, nowhere), Purpose.USE, Origin.UNKNOWN);
    assertThat(caller.isStaff()).isFalse();
    assertThat(caller.staffCode()).isEmpty();
    assertThat(leads.isStaff()).isTrue();
  }

  private static void refused(Caller caller, Right right, String code) {
    assertThatThrownBy(() -> caller.with(right))
        .isInstanceOfSatisfying(Forbidden.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }
}
