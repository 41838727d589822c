package org.wangge.whistle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Origin;
import org.wangge.access.Purpose;
import org.wangge.access.Rights;
import org.wangge.access.Role;
import org.wangge.clock.ChangeReason;
import org.wangge.fault.Conflict;
import org.wangge.fault.Fault;
import org.wangge.fault.Invalid;
import org.wangge.grid.Duty;
import org.wangge.grid.InCharge;
import org.wangge.incident.Handler;
import org.wangge.incident.IncidentFollowers;
import org.wangge.incident.Standing;

/** How help is called level by level, by the clock. */
class WhistleTest {
  private static final Caller WALKER = person("walker");
  private static final Caller OPERATOR =
      Caller.of("operator", Set.of(Role.OPERATOR), AreaScope.unlimited(), Purpose.USE);

  private final HelpTown town = new HelpTown();

  private static Caller person(String code) {
    return new Caller(
        code,
        Rights.of(Set.of(Role.WORKER), AreaScope.unlimited()),
        Purpose.USE,
        Origin.UNKNOWN,
        code);
  }

  private static Handler who(String code) {
    return new Handler(Handler.Kind.PERSON, code);
  }

  private Whistle blow() {
    return town.register.blow(WALKER, "i1", "树倒压住电线");
  }

  private void answer(String code, Responder.Reply reply) {
    var unused = town.register.answer(person(code), 1, Optional.empty(), reply);
  }

  private List<String> calledOf(WhistleLevel level) {
    return town.whistle().of(level).stream().map(one -> one.handler().code()).toList();
  }

  private List<WhistleCall.Cause> causes() {
    return town.whistle().calls().stream().map(WhistleCall::cause).toList();
  }

  @Test
  void the_people_of_the_estate_are_called_first_and_never_who_blew() {
    town.staffed(
        new InCharge(Duty.GRID_HEAD, "walker"), new InCharge(Duty.PROPERTY_COMPANY, "porter"));
    Whistle blown = blow();
    assertThat(blown.last().level()).isEqualTo(WhistleLevel.ESTATE);
    assertThat(blown.last().due()).isEqualTo(HelpTown.T0.plus(Duration.ofMinutes(5)));
    assertThat(calledOf(WhistleLevel.ESTATE)).containsExactly("porter");
    assertThat(town.told()).containsExactly("whistle-blown", "whistle-called");
  }

  @Test
  void a_silent_level_calls_the_next_by_itself_and_lets_nobody_go() {
    var unused = blow();
    town.pass(4);
    assertThat(town.whistle().calls()).hasSize(1);
    town.pass(1);
    assertThat(town.whistle().last().level()).isEqualTo(WhistleLevel.COMMUNITY);
    assertThat(town.whistle().last().due()).isEqualTo(HelpTown.T0.plus(Duration.ofMinutes(15)));
    town.pass(10);
    assertThat(causes())
        .containsExactly(
            WhistleCall.Cause.BLOWN, WhistleCall.Cause.SILENT, WhistleCall.Cause.SILENT);
    assertThat(town.whistle().responders())
        .extracting(one -> one.handler().code())
        .containsExactly("head", "porter", "cadre", "noise");
    assertThat(town.whistle().unheardSinceOrNull()).isNull();
    town.pass(15);
    assertThat(town.whistle().unheardSinceOrNull())
        .isEqualTo(HelpTown.T0.plus(Duration.ofMinutes(30)));
    assertThat(town.told())
        .containsExactly(
            "whistle-blown",
            "whistle-called",
            "whistle-called",
            "whistle-called",
            "whistle-unheard");
    town.pass(600);
    assertThat(town.told()).as("told once").hasSize(5);
  }

  @Test
  void who_says_that_they_come_stops_the_clock_until_they_should_be_there() {
    var unused = blow();
    town.pass(3);
    answer("head", Responder.Reply.COMING);
    town.pass(14);
    assertThat(town.whistle().calls()).hasSize(1);
    town.pass(1);
    assertThat(causes()).endsWith(WhistleCall.Cause.NOT_COME);
    answer("cadre", Responder.Reply.COMING);
    var there =
        town.register.reach(person("cadre"), 1, Optional.empty(), Responder.Proof.CONFIRMATION);
    assertThat(there.isReached()).isTrue();
    assertThat(town.armedCount()).isZero();
    town.pass(600);
    assertThat(town.whistle().calls()).hasSize(2);
  }

  @Test
  void when_nobody_of_a_level_can_the_next_is_called_at_once() {
    var unused = blow();
    answer("head", Responder.Reply.UNABLE);
    assertThat(town.whistle().calls()).hasSize(1);
    answer("porter", Responder.Reply.UNABLE);
    assertThat(causes()).containsExactly(WhistleCall.Cause.BLOWN, WhistleCall.Cause.UNABLE);
    assertThat(town.whistle().last().at()).isEqualTo(HelpTown.T0);
  }

  @Test
  void who_cannot_after_all_lets_the_clock_of_the_level_run_again() {
    var unused = blow();
    answer("head", Responder.Reply.COMING);
    town.pass(6);
    answer("head", Responder.Reply.UNABLE);
    assertThat(causes()).as("its time is over").endsWith(WhistleCall.Cause.UNABLE);
  }

  @Test
  void a_level_in_which_nobody_is_is_passed_at_once_and_said() {
    town.staffed(new InCharge(Duty.STREET_CADRE, "chief"));
    Whistle blown = blow();
    assertThat(causes())
        .containsExactly(
            WhistleCall.Cause.BLOWN, WhistleCall.Cause.NOBODY, WhistleCall.Cause.NOBODY);
    assertThat(blown.responders())
        .extracting(one -> one.handler().code())
        .containsExactly("chief", "noise");
  }

  @Test
  void a_whistle_nobody_hears_is_heard_again_when_somebody_comes() {
    var unused = blow();
    town.pass(30);
    assertThat(town.whistle().unheardSinceOrNull()).isNotNull();
    answer("head", Responder.Reply.COMING);
    assertThat(town.whistle().unheardSinceOrNull()).isNull();
  }

  @Test
  void who_is_seen_in_the_grid_is_there() {
    var unused = blow();
    town.pass(2);
    Instant seen = town.now().minusSeconds(20);
    ArrivalProof proof =
        (code, grid, since) ->
            code.equals("porter") && grid.equals(HelpTown.GRID) && seen.isAfter(since)
                ? Optional.of(seen)
                : Optional.empty();
    assertThat(town.register.look(proof)).isEqualTo(1);
    assertThat(town.register.look(proof)).as("once").isZero();
    Responder porter = town.whistle().find(who("porter")).orElseThrow();
    assertThat(porter.arrivalOrNull())
        .isEqualTo(
            new Responder.Arrival(Responder.Proof.POSITION, seen, Caller.upkeep().account()));
    assertThat(town.told()).endsWith("whistle-reached");
  }

  @Test
  void a_department_answers_through_whoever_belongs_to_it() {
    var unused = blow();
    town.pass(15);
    Caller handler = Caller.of("h", Set.of(Role.HANDLER), AreaScope.unlimited(), Purpose.USE);
    refused(
        "whistle-not-called",
        () -> town.register.answer(handler, 1, Optional.empty(), Responder.Reply.COMING));
    town.member("h", "noise");
    assertThat(town.register.calling(handler)).hasSize(1);
    Whistle answered = town.register.answer(handler, 1, Optional.empty(), Responder.Reply.COMING);
    assertThat(answered.isAnswered()).isTrue();
  }

  @Test
  void who_leads_answers_for_whoever_telephoned_but_for_nobody_who_was_not_called() {
    var unused = blow();
    var answered =
        town.register.answer(OPERATOR, 1, Optional.of(who("porter")), Responder.Reply.COMING);
    assertThat(answered.find(who("porter")).orElseThrow().isComing()).isTrue();
    refused(
        "whistle-not-called",
        () -> town.register.answer(OPERATOR, 1, Optional.of(who("cadre")), Responder.Reply.COMING));
    refused(
        "whistle-not-called",
        () -> town.register.answer(WALKER, 1, Optional.of(who("porter")), Responder.Reply.COMING));
  }

  @Test
  void it_is_raised_and_ended_by_who_blew_or_leads() {
    var unused = blow();
    refused("whistle-not-yours", () -> town.register.raise(person("head"), 1, 1));
    refused("version-conflict", () -> town.register.raise(WALKER, 1, 7));
    assertThat(town.register.raise(WALKER, 1, 1).calls()).hasSize(2);
    assertThat(town.register.raise(OPERATOR, 1, 2).calls()).hasSize(3);
    refused("whistle-highest", () -> town.register.raise(OPERATOR, 1, 3));
    Whistle ended = town.register.end(WALKER, 1, 3, Whistle.Outcome.HELPED);
    assertThat(ended.isOpen()).isFalse();
    assertThat(town.armedCount()).isZero();
    refused("whistle-ended", () -> town.register.end(WALKER, 1, 4, Whistle.Outcome.HELPED));
    refused("whistle-ended", () -> answer("head", Responder.Reply.COMING));
    assertThat(town.told()).endsWith("whistle-ended");
  }

  @Test
  void what_each_may_do_is_said() {
    var unused = blow();
    assertThat(town.register.get(WALKER, 1).actions())
        .containsExactlyInAnyOrder(WhistleAction.RAISE, WhistleAction.END);
    WhistleRegister.Seen head = town.register.get(person("head"), 1);
    assertThat(head.actions()).containsExactlyInAnyOrder(WhistleAction.ANSWER, WhistleAction.REACH);
    assertThat(head.own()).containsExactly(who("head"));
    assertThat(town.register.get(OPERATOR, 1).actions()).hasSize(4);
    assertThat(town.register.mayBlow(OPERATOR, "i1")).as("it lasts").isFalse();
    var unusedEnd = town.register.end(WALKER, 1, 1, Whistle.Outcome.WITHDRAWN);
    assertThat(town.register.mayBlow(OPERATOR, "i1")).isTrue();
    assertThat(town.register.get(OPERATOR, 1).actions()).isEmpty();
    unused = blow();
    assertThat(town.register.calling(person("porter"))).hasSize(1);
    assertThat(town.register.calling(person("cadre"))).isEmpty();
  }

  @Test
  void it_ends_with_its_incident() {
    var unused = blow();
    town.write(
        OPERATOR,
        tx -> {
          town.alarms.done(tx, OPERATOR, HelpTown.incident("i1", HelpTown.GRID, Standing.FILED));
          return 0;
        });
    assertThat(town.whistle().isOpen()).isTrue();
    town.write(
        OPERATOR,
        tx -> {
          town.alarms.done(tx, OPERATOR, HelpTown.incident("i1", HelpTown.GRID, Standing.CLOSED));
          return 0;
        });
    assertThat(town.whistle().endingOrNull())
        .isEqualTo(new Whistle.Ending(Whistle.Outcome.INCIDENT_ENDED, HelpTown.T0, "operator"));
  }

  @Test
  void it_follows_its_incident_into_the_grid_that_a_plan_has_drawn() {
    var unused = blow();
    town.redraw("990101001001009", new InCharge(Duty.COMMUNITY_CADRE, "other"));
    List<String> asked = new ArrayList<>();
    int come =
        town.register.look(
            (code, grid, since) -> {
              asked.add(grid);
              return Optional.empty();
            });
    assertThat(come).isZero();
    assertThat(asked).isNotEmpty().containsOnly("990101001001009");
    town.pass(5);
    assertThat(calledOf(WhistleLevel.COMMUNITY)).containsExactly("other");
    assertThat(town.whistle().place().grid()).as("where it was blown").isEqualTo(HelpTown.GRID);
  }

  @Test
  void its_words_are_erased_with_those_of_its_incident() {
    var unused = town.register.blow(WALKER, "i1", "问 13900001111");
    IncidentFollowers followers = new IncidentFollowers();
    followers.add(town.alarms);
    town.write(
        OPERATOR,
        tx -> {
          followers.eraseNumbers(tx, OPERATOR, Set.of("13900001111"));
          return 0;
        });
    assertThat(town.whistle().blown().reason()).isEqualTo("问 ***");
    town.write(
        OPERATOR,
        tx -> {
          followers.eraseWords(tx, OPERATOR, "i1");
          return 0;
        });
    assertThat(town.whistle().blown().reason()).isEmpty();
  }

  @Test
  void it_is_refused_where_there_is_nothing_to_help_with() {
    town.put(HelpTown.incident("i2", null, Standing.REPORTED));
    town.put(HelpTown.incident("i3", HelpTown.GRID, Standing.CLOSED));
    refused("whistle-no-grid", () -> town.register.blow(WALKER, "i2", "x"));
    refused("whistle-over", () -> town.register.blow(WALKER, "i3", "x"));
    refused("incident-unknown", () -> town.register.blow(WALKER, "i4", "x"));
    assertThatThrownBy(() -> town.register.blow(WALKER, "i1", " ")).isInstanceOf(Invalid.class);
    var unused = blow();
    assertThatThrownBy(this::blow).isInstanceOf(Conflict.class);
    refused("whistle-unknown", () -> town.register.get(WALKER, 9));
    Caller handler = Caller.of("h", Set.of(Role.HANDLER), AreaScope.unlimited(), Purpose.USE);
    refused("role-missing", () -> town.register.blow(handler, "i1", "x"));
  }

  @Test
  void another_rule_counts_from_the_next_call_on() {
    var unused = blow();
    Caller admin =
        Caller.of("admin", Set.of(Role.ADMINISTRATOR), AreaScope.unlimited(), Purpose.USE);
    WhistleRule.Wanted wanted =
        new WhistleRule.Wanted(
            HelpTown.minutes(1), HelpTown.minutes(2), Set.of(Duty.POLICE), false);
    ChangeReason reason = new ChangeReason(ChangeReason.Kind.CORRECTED, "");
    refused(
        "version-conflict",
        () -> town.ruleRegister.change(admin, WhistleLevel.COMMUNITY, 3, wanted, reason));
    WhistleRule changed =
        town.ruleRegister.change(admin, WhistleLevel.COMMUNITY, 1, wanted, reason);
    assertThat(changed.version()).isEqualTo(2);
    assertThat(town.ruleRegister.list(admin, Optional.empty())).contains(changed);
    assertThat(town.told()).endsWith("whistle-rule-changed");
    town.pass(5);
    assertThat(town.whistle().last().level())
        .as("there are no police: the street at once")
        .isEqualTo(WhistleLevel.STREET);
    assertThatThrownBy(
            () -> new WhistleRule.Wanted(HelpTown.minutes(1), HelpTown.minutes(2), Set.of(), false))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void events_tell_where_and_how_and_no_words() {
    var unused = blow();
    answer("head", Responder.Reply.COMING);
    assertThat(town.events())
        .allSatisfy(
            event -> {
              assertThat(event.subject()).isEqualTo("1");
              assertThat(event.facts())
                  .containsEntry("grid", HelpTown.GRID)
                  .containsEntry("incident", "i1");
              assertThat(event.facts().toString()).doesNotContain("电线");
            });
    assertThat(town.events().get(1).facts())
        .containsEntry("called", "estate")
        .containsEntry("cause", "blown")
        .containsEntry("count", 2);
    assertThat(town.events().get(2).facts()).containsEntry("reply", "coming");
  }

  private static void refused(String code, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }
}
