package org.wangge.server.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wangge.access.Role;
import org.wangge.fault.Fault;
import org.wangge.geo.AsOf;
import org.wangge.grid.AreaKey;
import org.wangge.plan.PlanRegister;
import org.wangge.plan.life.Rebased;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanAction;
import org.wangge.plan.record.PlanState;
import org.wangge.plan.record.PlanStep;
import org.wangge.server.storage.TestDatabase;

/** Lives of plans with the real parts on either database: schedules, rebases and races. */
class PlanLifeTest {

  private static Fault refused(ThrowingCallable call) {
    return catchThrowableOfType(Fault.class, call);
  }

  private static List<PlanAction> steps(LifeTown town, long id) {
    return town.plans.lifecycle().life(LifeTown.PLANNER, id).steps().stream()
        .map(PlanStep::action)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_scheduled_plan_is_in_force_from_its_instant_on_however_late_and_once(TestDatabase kind) {
    try (LifeTown town = new LifeTown(kind)) {
      Instant soon = town.clock.instant().plus(Duration.ofHours(8));
      long id = town.split(50_000);
      town.publish(id, soon);
      assertThat(town.plans.scheduled().next()).contains(soon);
      assertThat(town.plans.scheduled().switchNext()).isFalse();
      town.clock.pass(Duration.ofHours(20));
      PlanRegister other = town.register();
      List<Boolean> switched =
          atOnce(town.plans.scheduled()::switchNext, other.scheduled()::switchNext);
      assertThat(switched).contains(true);
      assertThat(town.plans.scheduled().switchNext()).isFalse();
      assertThat(steps(town, id)).filteredOn(PlanAction.PUBLISH::equals).hasSize(1);
      Plan plan = town.plans.get(LifeTown.PLANNER, id).plan();
      assertThat(plan.effective()).contains(soon);
      assertThat(plan.published().orElseThrow()).isAfter(soon);
      assertThat(town.at(20_000, soon.minusSeconds(1))).endsWith("001");
      assertThat(town.at(20_000, soon)).endsWith("004");
      assertThat(town.at(20_000)).endsWith("004");
      AsOf asKnown = new AsOf(soon.plusSeconds(60), soon.plusSeconds(60));
      assertThat(
              town.areas.get(LifeTown.PLANNER, AreaKey.tree(LifeTown.COMMUNITY + "001"), asKnown))
          .as("what was known before the switch")
          .isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_name_that_changed_meanwhile_does_not_stop_a_schedule_but_another_outline_does(
      TestDatabase kind) {
    try (LifeTown town = new LifeTown(kind)) {
      long id = town.split(50_000);
      town.publish(id, town.clock.instant().plus(Duration.ofHours(1)));
      town.rename(LifeTown.COMMUNITY + "001");
      town.clock.pass(Duration.ofHours(2));
      assertThat(town.plans.scheduled().switchNext()).isTrue();
      assertThat(steps(town, id)).endsWith(PlanAction.REBASE, PlanAction.PUBLISH);
      assertThat(town.at(20_000)).endsWith("004");

      long next = town.split(150_000);
      town.publish(next, town.clock.instant().plus(Duration.ofHours(1)));
      endAtOnce(town, LifeTown.COMMUNITY + "002");
      town.clock.pass(Duration.ofHours(2));
      assertThat(town.plans.scheduled().switchNext()).isTrue();
      assertThat(town.plans.scheduled().next()).isEmpty();
      Plan halted = town.plans.get(LifeTown.PLANNER, next).plan();
      assertThat(halted.state()).isEqualTo(PlanState.APPROVED);
      List<PlanStep> life = town.plans.lifecycle().life(LifeTown.PLANNER, next).steps();
      assertThat(life.get(life.size() - 1).action()).isEqualTo(PlanAction.HALT);
      assertThat(life.get(life.size() - 1).reason()).isEqualTo("plan-base-stale");
    }
  }

  private static void endAtOnce(LifeTown town, String code) {
    town.database.write(
        LifeTown.PLANNER,
        tx -> {
          town.grids.store().retire(tx, LifeTown.PLANNER, AreaKey.tree(code), tx.now(), 1);
          return true;
        });
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void plans_for_the_same_ground_are_not_scheduled_beside_each_other(TestDatabase kind) {
    try (LifeTown town = new LifeTown(kind)) {
      long first = town.split(50_000);
      long second = town.split(250_000);
      town.publish(first, town.clock.instant().plus(Duration.ofHours(5)));
      town.approve(second);
      for (Instant at : new Instant[] {town.clock.instant().plus(Duration.ofHours(9)), null}) {
        Fault refusal =
            refused(
                () ->
                    town.plans
                        .lifecycle()
                        .publish(LifeTown.APPROVER, second, town.version(second), at));
        assertThat(refusal.code()).isEqualTo("plan-overlaps");
        assertThat(refusal.details()).containsEntry("other", first).containsKeys("lon", "lat");
      }
      town.plans.lifecycle().withdraw(LifeTown.PLANNER, first, town.version(first), "");
      town.plans.lifecycle().publish(LifeTown.APPROVER, second, town.version(second), null);
      assertThat(town.plans.get(LifeTown.PLANNER, second).plan().state())
          .isEqualTo(PlanState.PUBLISHED);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_rebase_keeps_what_applies_and_tells_place_and_reason_of_what_does_not(TestDatabase kind) {
    try (LifeTown town = new LifeTown(kind)) {
      long slow = town.split(50_000);
      town.cut(slow, 2, LifeTown.COMMUNITY + "003", 250_000);
      town.cut(slow, 3, "e1-1", 20_000);
      long fast = town.split(70_000);
      town.publish(fast, null);
      assertThat(refused(() -> town.approve(slow)).code()).isEqualTo("plan-base-stale");

      Rebased shown = town.plans.rebase().preview(LifeTown.PLANNER, slow);
      assertThat(shown.misfits()).extracting(misfit -> misfit.edit().seq()).containsExactly(1, 3);
      assertThat(shown.misfits()).allMatch(misfit -> misfit.place().isPresent());
      assertThat(shown.misfits()).extracting(misfit -> misfit.code()).containsOnly("face-unknown");
      assertThat(town.version(slow)).isEqualTo(4);
      Fault refusal =
          refused(() -> town.plans.rebase().rebase(LifeTown.PLANNER, slow, 4, Set.of(1)));
      assertThat(refusal.code()).isEqualTo("plan-rebase-misfit");
      assertThat(town.version(slow)).isEqualTo(4);

      Rebased done = town.plans.rebase().rebase(LifeTown.PLANNER, slow, 4, Set.of(1, 3));
      assertThat(done.sameGround()).isFalse();
      assertThat(done.plan().plan().state()).isEqualTo(PlanState.DRAFT);
      assertThat(town.plans.lifecycle().life(LifeTown.PLANNER, slow).dropped()).hasSize(2);
      List<String> born =
          town.plans.get(LifeTown.PLANNER, slow).redraw().born().keySet().stream().toList();
      assertThat(born).containsExactlyInAnyOrder("e2-1", "e2-2");
      town.publish(slow, null);
      assertThat(town.at(60_000)).as("what the other plan did").endsWith("004");
      assertThat(town.at(240_000)).isNotEqualTo(town.at(260_000));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_approval_outlasts_a_rebase_only_where_the_ground_stays_the_same(TestDatabase kind) {
    try (LifeTown town = new LifeTown(kind)) {
      long id = town.split(50_000);
      town.approve(id);
      town.rename(LifeTown.COMMUNITY + "001");
      Fault stale =
          refused(
              () -> town.plans.lifecycle().publish(LifeTown.APPROVER, id, town.version(id), null));
      assertThat(stale.code()).isEqualTo("plan-base-stale");
      Rebased same = town.plans.rebase().rebase(LifeTown.PLANNER, id, town.version(id), Set.of());
      assertThat(same.plan().plan().state()).isEqualTo(PlanState.APPROVED);

      endAtOnce(town, LifeTown.COMMUNITY + "003");
      long other = town.split(150_000);
      town.publish(other, null);
      Rebased still = town.plans.rebase().rebase(LifeTown.PLANNER, id, town.version(id), Set.of());
      assertThat(still.sameGround()).isTrue();
      town.plans.lifecycle().publish(LifeTown.APPROVER, id, town.version(id), null);
      assertThat(town.at(20_000)).isNotEqualTo(town.at(80_000));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void of_steps_taken_at_once_one_counts(TestDatabase kind) {
    try (LifeTown town = new LifeTown(kind)) {
      long id = town.split(50_000);
      town.plans.lifecycle().submit(LifeTown.PLANNER, id, 2, "");
      var another = LifeTown.someone("another", Role.APPROVER);
      List<Boolean> approvals =
          atOnce(
              () -> town.plans.lifecycle().approve(LifeTown.APPROVER, id, 3, "") != null,
              () -> town.plans.lifecycle().approve(another, id, 3, "") != null);
      assertThat(approvals).containsExactlyInAnyOrder(true, false);
      assertThat(steps(town, id)).filteredOn(PlanAction.APPROVE::equals).hasSize(1);

      long rival = town.split(70_000);
      town.approve(rival);
      List<Boolean> published =
          atOnce(
              () -> town.plans.lifecycle().publish(LifeTown.APPROVER, id, 4, null) != null,
              () -> town.plans.lifecycle().publish(LifeTown.APPROVER, rival, 4, null) != null);
      assertThat(published).containsExactlyInAnyOrder(true, false);
      town.grids.atlas().renew();
      assertThat(town.at(20_000)).isNotEqualTo(town.at(90_000));
      assertThat(town.at(60_000)).isIn(town.at(20_000), town.at(90_000));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_area_that_is_changed_while_a_plan_is_published_is_never_torn(TestDatabase kind) {
    try (LifeTown town = new LifeTown(kind)) {
      int east = 30_000;
      for (int round = 0; round < 6; round++) {
        String old = town.at(east);
        long id = town.split(east);
        town.approve(id);
        int version = town.version(id);
        List<Boolean> both =
            atOnce(
                () -> town.plans.lifecycle().publish(LifeTown.APPROVER, id, version, null) != null,
                () -> {
                  town.rename(old);
                  return true;
                });
        assertThat(both).as("round %d", round).contains(true);
        town.grids.atlas().renew();
        PlanState state = town.plans.get(LifeTown.PLANNER, id).plan().state();
        boolean split = !town.at(east - 2_000).equals(town.at(east + 2_000));
        assertThat(split).isEqualTo(state == PlanState.PUBLISHED);
        assertThat(both.get(0)).isEqualTo(split);
        if (split) {
          assertThat(both.get(1)).as("a grid that has ended takes no new name").isFalse();
        }
        east += 22_000;
      }
    }
  }

  /** Both at once; false for one that is refused. */
  private static List<Boolean> atOnce(Supplier<Boolean> one, Supplier<Boolean> other) {
    List<Boolean> done = new ArrayList<>();
    for (var each :
        List.of(CompletableFuture.supplyAsync(one), CompletableFuture.supplyAsync(other))) {
      try {
        done.add(each.join());
      } catch (CompletionException e) {
        assertThat(e.getCause()).isInstanceOf(Fault.class);
        done.add(false);
      }
    }
    return done;
  }
}
