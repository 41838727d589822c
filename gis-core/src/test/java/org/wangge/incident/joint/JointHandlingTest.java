package org.wangge.incident.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.clock.Alarm;
import org.wangge.incident.Action;
import org.wangge.incident.Handler;
import org.wangge.incident.joint.Decision.Assignment;
import org.wangge.incident.joint.JointHandling.Hand;

/** Several who handle one incident together. */
class JointHandlingTest {
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final Hand OPERATOR = new Hand(NOW, "operator");
  private static final Handler WORKS = department("works");
  private static final Handler PARKS = department("parks");
  private static final Handler WATER = department("water");
  private static final List<Participant> THREE =
      List.of(in(WORKS, true), in(PARKS, false), in(WATER, false));

  private static Handler department(String code) {
    return new Handler(Handler.Kind.DEPARTMENT, code);
  }

  private static Participant in(Handler handler, boolean leads) {
    return new Participant(handler, leads, null);
  }

  private static Assignment assignment(Handler handler, int hours) {
    return new Assignment(handler, "do it", NOW.plus(Duration.ofHours(hours)));
  }

  private static JointHandling convened() {
    return JointHandling.convene("incident-1", 1, THREE, "a burst pipe under a tree", OPERATOR);
  }

  private static JointHandling decided() {
    List<Duty> duties =
        new Decision("", List.of(assignment(WORKS, 1), assignment(PARKS, 2), assignment(WATER, 4)))
            .duties(THREE, NOW);
    return convened().decided("close the road first", duties, OPERATOR);
  }

  @Test
  void all_that_is_written_stands_in_the_minutes_in_its_order() {
    JointHandling joint =
        decided().said("the road is closed", OPERATOR).done(2, "the tree is tied up", OPERATOR);
    assertThat(joint.minutes())
        .extracting(Minute::number, Minute::kind, Minute::text, Minute::duty)
        .containsExactly(
            line(1, Minute.Kind.CONVENED, "a burst pipe under a tree", 0),
            line(2, Minute.Kind.DECIDED, "close the road first", 0),
            line(3, Minute.Kind.SAID, "the road is closed", 0),
            line(4, Minute.Kind.DONE, "the tree is tied up", 2));
    assertThat(joint.version()).isEqualTo(4);
    assertThat(joint.convened().text()).startsWith("a burst pipe");
    assertThat(joint.decision().orElseThrow().at()).isEqualTo(NOW);
  }

  private static Tuple line(int number, Minute.Kind kind, String text, int duty) {
    return Tuple.tuple(number, kind, text, duty);
  }

  @Test
  void before_a_decision_there_is_nothing_to_be_done() {
    assertThat(convened().decision()).isEmpty();
    assertThat(convened().openDuties()).isEmpty();
    assertThat(convened().duty(1)).isEmpty();
    assertThat(convened().present()).hasSize(3);
  }

  @Test
  void a_duty_that_is_done_is_open_no_more_and_the_others_are() {
    JointHandling joint = decided().done(2, "", new Hand(NOW.plusSeconds(60), "parks.li"));
    assertThat(joint.openDuties()).extracting(Duty::number).containsExactly(1, 3);
    Duty done = joint.duty(2).orElseThrow();
    assertThat(done.doneOrNull()).isEqualTo(new Duty.Done(NOW.plusSeconds(60), "parks.li"));
    assertThat(done.isOverdue(NOW.plus(Duration.ofDays(9)))).as("done in time").isFalse();
    assertThat(joint.duty(1).orElseThrow().isOverdue(NOW.plus(Duration.ofHours(2)))).isTrue();
  }

  @Test
  void who_declines_is_out_and_what_they_had_to_do_is_the_leaders() {
    JointHandling joint =
        decided().done(3, "", OPERATOR).left(List.of(WORKS, WATER), WORKS, NOW.plusSeconds(5));
    assertThat(joint.present()).extracting(Participant::handler).containsExactly(WORKS, WATER);
    assertThat(joint.participants().get(1).outAtOrNull()).isEqualTo(NOW.plusSeconds(5));
    Duty passed = joint.duty(2).orElseThrow();
    assertThat(passed.handler()).isEqualTo(WORKS);
    assertThat(passed.fromOrNull()).isEqualTo(PARKS);
    JointHandling again = joint.left(List.of(WATER), WATER, NOW.plusSeconds(9));
    assertThat(again.present()).containsExactly(in(WATER, true));
    assertThat(again.duty(2).orElseThrow().fromOrNull()).as("first of all").isEqualTo(PARKS);
    assertThat(again.duty(3).orElseThrow().fromOrNull()).as("done by itself").isNull();
  }

  @Test
  void it_ends_once_and_says_by_what() {
    JointHandling ended = decided().ended(NOW, Action.SEND_BACK);
    assertThat(ended.isOpen()).isFalse();
    assertThat(ended.endingOrNull()).isEqualTo(new JointHandling.Ending(NOW, Action.SEND_BACK));
    assertThat(decided().isOpen()).isTrue();
  }

  @Test
  void it_is_read_as_the_reader_may_read_it() {
    JointHandling read = decided().reading(text -> text.isEmpty() ? "" : "***");
    assertThat(read.minutes()).extracting(Minute::text).containsOnly("***");
    assertThat(read.duties()).extracting(Duty::what).containsOnly("***");
    assertThat(read.version()).as("nothing is changed").isEqualTo(decided().version());
  }

  @Test
  void a_duty_warns_at_three_quarters_of_its_time_and_rings_when_it_is_due() {
    Duty duty = decided().duty(3).orElseThrow();
    assertThat(duty.alarms(NOW))
        .containsExactly(
            new Alarm(Alarm.warning(75), NOW.plus(Duration.ofHours(3))),
            new Alarm(Alarm.DUE, NOW.plus(Duration.ofHours(4))));
  }

  @ParameterizedTest
  @CsvSource({"works parks, water", "works parks water water, water", "works parks water gas, gas"})
  void each_who_takes_part_gets_exactly_one_duty_and_nobody_else(String given, String wrong) {
    List<Assignment> tasks =
        List.of(given.split(" ", -1)).stream()
            .map(code -> assignment(department(code), 1))
            .toList();
    assertThatThrownBy(() -> new Decision("", tasks).duties(THREE, NOW))
        .hasMessageContaining("joint-duties")
        .hasMessageContaining(wrong);
  }

  @Test
  void a_duty_says_what_and_by_when_in_the_time_to_come() {
    List<Participant> one = List.of(in(WORKS, true));
    Decision over = new Decision("", List.of(assignment(WORKS, 0)));
    assertThatThrownBy(() -> over.duties(one, NOW)).hasMessageContaining("joint-due");
    Decision far = new Decision("", List.of(assignment(WORKS, 24 * 400)));
    assertThatThrownBy(() -> far.duties(one, NOW)).hasMessageContaining("joint-due");
    Decision blank =
        new Decision("", List.of(new Assignment(WORKS, " ", NOW.plus(Duration.ofHours(1)))));
    assertThatThrownBy(() -> blank.duties(one, NOW)).hasMessageContaining("joint-text-missing");
  }
}
