package org.wangge.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.event.DomainEvent;
import org.wangge.event.HeardTx;
import org.wangge.incident.Standing;

class SampleTest {
  private static final Caller SUPERVISOR = as(Role.SUPERVISOR, AreaScope.unlimited());
  private static final String COMMUNITY = "990101001001";
  private static final SampleFrame FRAME =
      new SampleFrame(
          RatedTown.T0.minus(Duration.ofDays(30)), RatedTown.T0, null, null, null, null);
  private static final Assessment.Verdict GOOD =
      new Assessment.Verdict(true, true, true, Callback.SATISFIED);
  private static final Assessment.Verdict UNSOLVED =
      new Assessment.Verdict(true, false, true, Callback.UNREACHED);

  private final RatedTown town = new RatedTown();
  private final KeptSamples store = new KeptSamples();
  private final SampleRegister register =
      new SampleRegister(town, store, town.incidents(), () -> "0123abcd");

  private static Caller as(Role role, AreaScope scope) {
    return Caller.of(role.word(), Set.of(role), scope, Purpose.USE);
  }

  private static SampleFrame of(String area) {
    return new SampleFrame(FRAME.from(), FRAME.to(), area, null, null, null);
  }

  private SampleTest closed(String... ids) {
    for (String id : ids) {
      town.stands(id, Standing.CLOSED);
      store.closed.put(id, RatedTown.GRID);
    }
    return this;
  }

  private List<String> told() {
    return town.events().stream().map(DomainEvent::type).toList();
  }

  private static List<String> ids(SampleRegister.Drawn drawn) {
    return drawn.members().stream().map(SampleMember::incidentId).toList();
  }

  private static void refused(String code, ThrowingCallable work) {
    assertThatThrownBy(work).hasFieldOrPropertyWithValue("code", code);
  }

  @Test
  void the_same_seed_draws_the_same_in_whatever_order_the_incidents_come() {
    List<String> all =
        new ArrayList<>(IntStream.range(0, 500).mapToObj(n -> "incident-" + n).toList());
    List<Lot> drawn = Lot.draw("seed", all, 20);
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(all, new Random(i));
      assertThat(Lot.draw("seed", all, 20)).isEqualTo(drawn);
    }
    assertThat(Lot.draw("seed", all, 10)).isEqualTo(drawn.subList(0, 10));
    assertThat(Lot.draw("other", all, 20)).isNotEqualTo(drawn).doesNotHaveDuplicates();
    assertThat(Lot.draw("seed", List.of("a", "a"), 5)).hasSize(1);
  }

  /** Held against {@code printf '7f:incident-1' | sha256sum}: anybody may draw again by hand. */
  @Test
  void the_lot_is_the_sha_256_of_seed_and_id() {
    assertThat(Lot.draw("7f", List.of("incident-1"), 1).get(0).digest())
        .isEqualTo("4c32c58ae8df2a116e15c640d184c171394b3b37d25f8f3d0cb99ca0b90bea36");
  }

  @Test
  void a_draw_keeps_its_seed_frame_population_and_instant_and_is_not_made_twice() {
    closed("a", "b", "c", "d");
    SampleRegister.Drawn drawn = register.draw(SUPERVISOR, FRAME, 2, Optional.empty());
    assertThat(drawn.sample())
        .isEqualTo(new Sample(1, FRAME, "0123abcd", 2, 4, RatedTown.T0, "supervisor"));
    assertThat(drawn.members()).hasSize(2).extracting(SampleMember::place).containsExactly(1, 2);
    assertThat(told()).containsExactly("evaluation-sampled");
    assertThat(town.events().get(0).facts())
        .containsEntry("seed", "0123abcd")
        .containsEntry("count", 2)
        .containsEntry("population", 4);
    closed("e");
    assertThat(register.draw(SUPERVISOR, FRAME, 2, Optional.of("0123abcd"))).isEqualTo(drawn);
    assertThat(told()).as("the same draw is there once").hasSize(1);
    assertThat(register.draw(SUPERVISOR, FRAME, 3, Optional.of("0123abcd")).sample().population())
        .isEqualTo(5);
    assertThat(register.get(SUPERVISOR, 1)).as("drawn is drawn").isEqualTo(drawn);
    assertThat(register.list(SUPERVISOR, 9, 9))
        .extracting(it -> it.sample().id())
        .containsExactly(2L, 1L);
  }

  @Test
  void who_wants_more_than_there_are_gets_all_and_who_wants_of_nothing_is_told() {
    refused("sample-empty", () -> register.draw(SUPERVISOR, FRAME, 5, Optional.empty()));
    closed("a", "b");
    SampleRegister.Drawn drawn = register.draw(SUPERVISOR, FRAME, 5, Optional.empty());
    assertThat(drawn.sample().size()).isEqualTo(2);
    assertThat(ids(drawn)).containsExactlyInAnyOrder("a", "b");
    refused("sample-size", () -> register.draw(SUPERVISOR, FRAME, 0, Optional.empty()));
    refused("sample-size", () -> register.draw(SUPERVISOR, FRAME, 201, Optional.empty()));
    refused("sample-seed", () -> register.draw(SUPERVISOR, FRAME, 1, Optional.of("a b")));
    refused(
        "sample-period", () -> new SampleFrame(FRAME.to(), FRAME.from(), null, null, null, null));
    SampleFrame later =
        new SampleFrame(
            FRAME.from(), RatedTown.T0.plus(Duration.ofDays(1)), null, null, null, null);
    assertThat(register.population(SUPERVISOR, later)).isEqualTo(2);
    assertThat(store.lastTo()).as("nobody draws of tomorrow").isEqualTo(RatedTown.T0);
  }

  @Test
  void a_supervisor_draws_and_reads_in_their_own_area_alone() {
    closed("a");
    store.closed.put("x", "990101002001001");
    Caller there = as(Role.SUPERVISOR, AreaScope.of(List.of(COMMUNITY)));
    refused("area-scope", () -> register.draw(there, FRAME, 1, Optional.empty()));
    refused("area-scope", () -> register.population(there, of("990101")));
    assertThat(register.population(there, of(COMMUNITY))).isEqualTo(1);
    register.draw(SUPERVISOR, FRAME, 2, Optional.empty());
    refused("sample-unknown", () -> register.get(there, 1));
    refused("sample-unknown", () -> register.assess(there, 1, "a", 0, GOOD, ""));
    register.draw(there, of(COMMUNITY), 1, Optional.empty());
    assertThat(register.list(there, 9, 9)).hasSize(1);
    assertThat(register.members(as(Role.OPERATOR, AreaScope.unlimited()), 2, SampleCount.DRAWN))
        .hasSize(1);
    refused(
        "role-missing",
        () -> register.draw(as(Role.OPERATOR, AreaScope.unlimited()), FRAME, 1, Optional.empty()));
    refused("role-missing", () -> register.list(as(Role.WORKER, AreaScope.unlimited()), 9, 9));
  }

  @Test
  void every_number_of_a_sample_is_as_long_as_its_list() {
    closed("a", "b", "c");
    register.draw(SUPERVISOR, FRAME, 3, Optional.empty());
    register.assess(SUPERVISOR, 1, "a", 0, GOOD, "");
    register.assess(SUPERVISOR, 1, "b", 0, UNSOLVED, "");
    SampleRegister.Drawn drawn = register.get(SUPERVISOR, 1);
    for (SampleCount count : SampleCount.values()) {
      assertThat(register.members(SUPERVISOR, 1, count)).hasSize(drawn.count(count));
    }
    assertThat(line(drawn, SampleResult.PROGRESS)).isEqualTo("2 of 3");
    assertThat(line(drawn, SampleResult.PASS_RATE)).isEqualTo("1 of 2");
    assertThat(line(drawn, SampleResult.REAL_RATE)).isEqualTo("2 of 2");
    assertThat(line(drawn, SampleResult.SOLVED_RATE)).isEqualTo("1 of 2");
    assertThat(line(drawn, SampleResult.IN_TIME_RATE)).isEqualTo("2 of 2");
    assertThat(line(drawn, SampleResult.CALLBACK_SATISFACTION)).isEqualTo("1 of 1");
    assertThat(register.list(SUPERVISOR, 9, 9).get(0).assessed()).isEqualTo(2);
  }

  private static String line(SampleRegister.Drawn drawn, SampleResult result) {
    return drawn.count(result.numerator()) + " of " + drawn.count(result.denominator());
  }

  @Test
  void an_assessment_is_corrected_by_another_and_its_scores_stay() {
    closed("a");
    register.draw(SUPERVISOR, FRAME, 1, Optional.empty());
    SampleRegister.Seen seen = register.assess(SUPERVISOR, 1, "a", 0, GOOD, "said by 13900001111");
    assertThat(seen.remark()).as("masked").isEqualTo("said by 139****1111");
    assertThat(seen.toString() + town.events()).doesNotContain("1111");
    register.assess(SUPERVISOR, 1, "a", 1, GOOD, "said by 13900001111");
    assertThat(register.assessments(SUPERVISOR, 1)).as("the same changes nothing").hasSize(1);
    refused("version-conflict", () -> register.assess(SUPERVISOR, 1, "a", 0, UNSOLVED, ""));
    town.pass(Duration.ofHours(1));
    register.assess(SUPERVISOR, 1, "a", 1, UNSOLVED, "leaks again");
    List<Assessment> all = register.assessments(SUPERVISOR, 1);
    assertThat(all).extracting(Assessment::verdict).containsExactly(GOOD, UNSOLVED);
    assertThat(all).extracting(Assessment::remark).containsExactly("", "leaks again");
    assertThat(all).extracting(Assessment::at).isSorted().doesNotHaveDuplicates();
    assertThat(told())
        .containsExactly("evaluation-sampled", "evaluation-assessed", "evaluation-assessed");
    assertThat(town.events().get(2).facts())
        .containsEntry("solved", false)
        .containsEntry("callback", "unreached");
    refused("sample-member-unknown", () -> register.assess(SUPERVISOR, 1, "z", 0, GOOD, ""));
    refused("sample-remark", () -> register.assess(SUPERVISOR, 1, "a", 2, GOOD, "x".repeat(301)));
  }

  @Test
  void remarks_go_when_they_are_to_be_erased() {
    closed("a", "of r");
    register.draw(SUPERVISOR, FRAME, 2, Optional.empty());
    register.assess(SUPERVISOR, 1, "a", 0, GOOD, "rang 13900001111");
    register.assess(SUPERVISOR, 1, "of r", 0, GOOD, "13900001111");
    SampleWords words = new SampleWords(store);
    HeardTx tx = new HeardTx(RatedTown.T0);
    words.eraseNumbers(tx, SUPERVISOR, Set.of("13900001111"));
    assertThat(remarks()).containsExactly("rang ***", "***");
    words.eraseReport(tx, SUPERVISOR, "r");
    assertThat(remarks()).containsExactly("rang ***", "");
    words.eraseWords(tx, SUPERVISOR, "a");
    assertThat(remarks()).containsOnly("");
    words.done(tx, SUPERVISOR, town.stands("a", Standing.FILED));
    assertThat(register.get(SUPERVISOR, 1).members()).as("drawn is drawn").hasSize(2);
  }

  private List<String> remarks() {
    return register.assessments(SUPERVISOR, 1).stream().map(Assessment::remark).toList();
  }
}
