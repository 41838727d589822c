package org.wangge.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.event.DomainEvent;
import org.wangge.event.HeardTx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.incident.Incident;
import org.wangge.incident.Standing;

class EvaluationTest {
  private static final Caller RESIDENT = Caller.anonymous();
  private static final String TOKEN = "token-a";

  private final RatedTown town = new RatedTown().with("i1", "a", "b");
  private final EvaluationRegister register = town.register;

  private static Caller as(Role role) {
    return Caller.of(role.word(), Set.of(role), AreaScope.unlimited(), Purpose.USE);
  }

  private List<String> told() {
    return town.events().stream().map(DomainEvent::type).toList();
  }

  private Question.State state() {
    return register.own(TOKEN).orElseThrow().state();
  }

  @Test
  void every_report_that_is_followed_is_asked_once_when_its_incident_is_closed() {
    town.stands("i1", Standing.REPORTED_BACK);
    assertThat(register.own(TOKEN)).isEmpty();
    Incident closed = town.stands("i1", Standing.CLOSED);
    town.done(closed);
    assertThat(told()).containsExactly("evaluation-asked");
    assertThat(town.events().get(0).facts())
        .containsEntry("count", 2)
        .containsEntry("grid", RatedTown.GRID);
    assertThat(state()).isEqualTo(Question.State.ASKED);
    assertThat(register.own(TOKEN).orElseThrow().question().until())
        .isEqualTo(RatedTown.T0.plus(Duration.ofDays(15)));
  }

  @Test
  void nobody_is_asked_of_what_nobody_follows() {
    town.stands("i2", Standing.CLOSED);
    town.stands("i1", Standing.REJECTED);
    assertThat(town.events()).isEmpty();
  }

  @Test
  void an_answer_may_be_changed_until_the_question_lapses() {
    town.stands("i1", Standing.CLOSED);
    assertThat(
            register.rate(RESIDENT, TOKEN, Score.SATISFIED, "quick").rating().orElseThrow().words())
        .isEqualTo("quick");
    register.rate(RESIDENT, TOKEN, Score.SATISFIED, "quick");
    assertThat(town.ratings()).as("the same again changes nothing").hasSize(1);
    town.pass(Duration.ofDays(15).minusSeconds(1));
    register.rate(RESIDENT, TOKEN, Score.UNSATISFIED, "back again");
    assertThat(town.ratings()).extracting(Rating::words).containsExactly("", "back again");
    assertThat(told()).containsExactly("evaluation-asked", "evaluation-rated", "evaluation-rated");
    assertThat(town.events().get(2).facts()).containsEntry("score", "unsatisfied");
    assertThat(town.events().toString()).doesNotContain("back again");
    town.pass(Duration.ofSeconds(1));
    assertThatThrownBy(() -> register.rate(RESIDENT, TOKEN, Score.SATISFIED, ""))
        .isInstanceOf(Conflict.class)
        .hasFieldOrPropertyWithValue("code", "evaluation-lapsed");
    assertThat(state()).isEqualTo(Question.State.ANSWERED);
    assertThat(register.own("token-b").orElseThrow().state()).isEqualTo(Question.State.LAPSED);
  }

  @Test
  void nobody_rates_too_early_without_a_token_or_at_length() {
    assertThatThrownBy(() -> register.rate(RESIDENT, TOKEN, Score.SATISFIED, ""))
        .hasFieldOrPropertyWithValue("code", "evaluation-not-asked");
    assertThatThrownBy(() -> register.rate(RESIDENT, "token-c", Score.SATISFIED, ""))
        .isInstanceOf(NotFound.class);
    town.stands("i1", Standing.CLOSED);
    assertThatThrownBy(() -> register.rate(RESIDENT, TOKEN, Score.SATISFIED, "x".repeat(301)))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void what_is_opened_again_is_asked_again_when_it_is_closed_again() {
    town.stands("i1", Standing.CLOSED);
    register.rate(RESIDENT, TOKEN, Score.UNSATISFIED, "not done");
    town.pass(Duration.ofDays(1));
    town.stands("i1", Standing.FILED);
    assertThatThrownBy(() -> register.rate(RESIDENT, TOKEN, Score.SATISFIED, ""))
        .hasFieldOrPropertyWithValue("code", "evaluation-lapsed");
    town.pass(Duration.ofDays(1));
    town.stands("i1", Standing.CLOSED);
    assertThat(state()).isEqualTo(Question.State.ASKED);
    register.rate(RESIDENT, TOKEN, Score.SATISFIED, "");
    assertThat(town.ratings())
        .as("the first stays, for the figures of its time")
        .extracting(Rating::score)
        .containsExactly(Score.UNSATISFIED, Score.SATISFIED);
    assertThat(register.of(as(Role.SUPERVISOR), "i1").ratings()).hasSize(1);
  }

  @Test
  void the_supervisor_finds_who_is_not_satisfied_and_notes_having_looked() {
    town.stands("i1", Standing.CLOSED);
    register.rate(RESIDENT, TOKEN, Score.UNSATISFIED, "call 13900001111");
    register.rate(RESIDENT, "token-b", Score.FAIRLY_SATISFIED, "");
    EvaluationStore.Query pending =
        new EvaluationStore.Query(null, null, null, true, Long.MAX_VALUE, 10);
    List<EvaluationRegister.Seen> found = register.list(as(Role.SUPERVISOR), pending);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).words()).as("masked").isEqualTo("call 139****1111");
    assertThat(found.toString()).doesNotContain("1111");
    long id = found.get(0).rating().id();
    register.review(as(Role.SUPERVISOR), id, "rang 13900001111");
    register.review(as(Role.ADMINISTRATOR), id, "");
    Rating.Review review = town.ratings().get(0).reviewedOrNull();
    assertThat(review).isEqualTo(new Rating.Review(RatedTown.T0, "supervisor", "rang 13900001111"));
    assertThat(String.valueOf(review)).doesNotContain("1111");
    assertThat(register.of(as(Role.SUPERVISOR), "i1").ratings().get(1).remark())
        .as("masked")
        .isEqualTo("rang 139****1111");
    assertThat(told()).filteredOn("evaluation-reviewed"::equals).hasSize(1);
    assertThatThrownBy(() -> register.review(as(Role.SUPERVISOR), 99, ""))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> register.review(as(Role.OPERATOR), id, ""))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> register.list(as(Role.WORKER), pending)).isInstanceOf(Forbidden.class);
  }

  @Test
  void who_is_asked_later_has_the_newer_terms() {
    Caller admin = as(Role.ADMINISTRATOR);
    town.stands("i1", Standing.CLOSED);
    assertThat(register.change(admin, 1, 3).version()).isEqualTo(2);
    assertThatThrownBy(() -> register.change(admin, 1, 4)).isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> register.change(admin, 2, 0)).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> register.change(as(Role.OPERATOR), 2, 4))
        .isInstanceOf(Forbidden.class);
    assertThat(register.terms(admin).days()).isEqualTo(3);
    assertThat(register.editions(admin)).extracting(Terms::days).containsExactly(3, 15);
    assertThat(town.events().get(1).facts()).containsEntry("days", 3);
    town.with("i3", "c").stands("i3", Standing.CLOSED);
    assertThat(town.questions())
        .extracting(it -> Duration.between(it.askedAt(), it.until()).toDays())
        .containsExactly(15L, 15L, 3L);
  }

  @Test
  void words_go_when_they_are_to_be_erased() {
    town.stands("i1", Standing.CLOSED);
    register.rate(RESIDENT, TOKEN, Score.UNSATISFIED, "call 13900001111");
    register.rate(RESIDENT, "token-b", Score.SATISFIED, "13900001111 was kind");
    HeardTx tx = new HeardTx(RatedTown.T0);
    town.closing.eraseNumbers(tx, RESIDENT, Set.of("13900001111"));
    assertThat(town.ratings())
        .extracting(Rating::words)
        .containsExactly("call ***", "*** was kind");
    town.closing.eraseReport(tx, RESIDENT, "a");
    assertThat(town.ratings()).extracting(Rating::words).containsExactly("", "*** was kind");
    town.closing.eraseWords(tx, RESIDENT, "i1");
    assertThat(town.ratings()).extracting(Rating::words).containsOnly("");
  }
}
