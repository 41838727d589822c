package org.wangge.incident.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wangge.fault.Invalid;
import org.wangge.incident.Handler;
import org.wangge.incident.Hands;

/** Who is proposed to handle an incident, and why. */
class SuggestionsTest {
  private static final Handler SANITATION = new Handler(Handler.Kind.DEPARTMENT, "sanitation");

  private static Handler person(String code) {
    return new Handler(Handler.Kind.PERSON, code);
  }

  @Test
  void the_department_comes_before_who_is_in_charge_and_that_before_who_is_near() {
    List<Suggestion> found =
        Suggestions.of(List.of("sanitation"), List.of("S1"), Map.of("S2", 10.0), Map.of());
    assertThat(found)
        .extracting(Suggestion::handler)
        .containsExactly(SANITATION, person("S1"), person("S2"));
    assertThat(found.get(2).distanceMeters()).hasValue(10.0);
    assertThat(found.get(0).distanceMeters()).isEmpty();
  }

  @Test
  void who_is_in_charge_and_on_the_spot_comes_first_with_both_reasons() {
    Suggestion first =
        Suggestions.of(List.of("sanitation"), List.of("S1", "S2"), Map.of("S2", 300.0), Map.of())
            .get(0);
    assertThat(first.handler()).isEqualTo(person("S2"));
    assertThat(first.reasons())
        .containsExactly(Suggestion.Reason.IN_CHARGE_OF_GRID, Suggestion.Reason.NEAR);
  }

  @Test
  void who_has_much_in_hand_comes_later_and_who_is_far_away_not_at_all() {
    List<Suggestion> found =
        Suggestions.of(
            List.of(), List.of("S1", "S2"), Map.of("S3", 1_500.0), Map.of(person("S1"), 3));
    assertThat(found).extracting(Suggestion::handler).containsExactly(person("S2"), person("S1"));
    assertThat(found.get(1).open()).isEqualTo(3);
    assertThat(found.get(0).score() - found.get(1).score()).isEqualTo(3 * Suggestions.IN_HAND);
  }

  @Test
  void a_leader_is_among_those_it_is_given_to_and_else_the_first() {
    Hands.Named two = new Hands.Named(List.of(SANITATION, person("S1"), SANITATION), null);
    assertThat(two.to()).hasSize(2);
    assertThat(two.isLedBy(SANITATION)).isTrue();
    assertThat(new Hands.Named(two.to(), person("S1")).isLedBy(SANITATION)).isFalse();
    assertThatThrownBy(() -> new Hands.Named(List.of(SANITATION), person("S1")))
        .isInstanceOfSatisfying(
            Invalid.class, no -> assertThat(no.code()).isEqualTo("leader-elsewhere"));
  }
}
