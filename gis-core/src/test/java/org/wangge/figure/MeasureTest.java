package org.wangge.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.figure.Cases.DAY;
import static org.wangge.figure.Cases.aCase;
import static org.wangge.figure.Cases.aDueCase;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.incident.Handler;

class MeasureTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Period QUARTER =
      Period.of(Period.Kind.QUARTER, LocalDate.of(2026, 2, 1), ZONE);
  private static final Period.Span SPAN = QUARTER.span(Instant.parse("2026-11-01T00:00:00Z"));
  private static final Instant DUE = DAY.plus(Duration.ofDays(1));
  private static final Instant END = QUARTER.to();

  private static Set<Measure> measures(Case one, Period.Span span) {
    Set<Measure> all = EnumSet.noneOf(Measure.class);
    for (Measure measure : Measure.values()) {
      if (measure.counts(one, span)) {
        all.add(measure);
      }
    }
    return all;
  }

  private static Set<Measure> measures(Cases one) {
    return measures(one.build(), SPAN);
  }

  private static Tally tally(List<Case> cases) {
    Tally tally = new Tally();
    cases.forEach(one -> tally.add(Tally.Share.of(one, SPAN)));
    return tally;
  }

  @Test
  void a_report_that_nobody_took_up_is_received_and_no_more() {
    assertThat(measures(aCase())).containsExactly(Measure.RECEIVED);
    assertThat(measures(aCase().answered()))
        .containsExactlyInAnyOrder(Measure.RECEIVED, Measure.ANSWERED);
    assertThat(measures(aCase().unfounded())).contains(Measure.UNFOUNDED);
    assertThat(measures(aCase().traits(false, false, false, false, true)))
        .contains(Measure.REPEATED);
    assertThat(measures(aCase().reported(END))).isEmpty();
  }

  @Test
  void satisfaction_counts_when_it_is_said_and_of_each_reporter_the_last_word() {
    assertThat(measures(aCase().rated("a", DAY, true))).contains(Measure.RATED, Measure.SATISFIED);
    assertThat(measures(aCase().rated("a", DAY, false).rated("a", DUE, true)))
        .contains(Measure.SATISFIED);
    assertThat(measures(aCase().rated("a", DAY, true).rated("b", DUE, false)))
        .as("one who is not satisfied is enough")
        .contains(Measure.RATED)
        .doesNotContain(Measure.SATISFIED);
    assertThat(measures(aCase().rated("a", DAY, true).rated("a", END, false)))
        .as("what is said later changes nothing")
        .contains(Measure.SATISFIED);
    assertThat(measures(aCase().rated("a", END, true))).doesNotContain(Measure.RATED);
    Tally tally = tally(List.of(aCase().rated("a", DAY, true).build(), aCase().build()));
    assertThat(tally.of(Figure.SATISFACTION).result()).contains(new BigDecimal("100.00"));
  }

  @Test
  void a_drawn_case_passes_when_it_is_assessed_and_of_each_sample_the_last_word_counts() {
    assertThat(measures(aCase().assessed(1, DAY, true)))
        .contains(Measure.INSPECTED, Measure.PASSED);
    assertThat(measures(aCase().assessed(1, DAY, false).assessed(1, DUE, true)))
        .as("a correction counts")
        .contains(Measure.PASSED);
    assertThat(measures(aCase().assessed(1, DAY, true).assessed(2, DUE, false)))
        .as("one that does not pass is enough")
        .contains(Measure.INSPECTED)
        .doesNotContain(Measure.PASSED);
    assertThat(measures(aCase().assessed(1, DAY, true).assessed(1, END, false)))
        .as("what is found later changes nothing")
        .contains(Measure.PASSED);
    assertThat(measures(aCase().assessed(1, END, true))).doesNotContain(Measure.INSPECTED);
    assertThat(
            tally(List.of(aCase().build(), aCase().build())).of(Figure.SAMPLE_PASS_RATE).result())
        .as("of nothing there is no rate")
        .isEmpty();
  }

  /** 18 of 20 drawn were assessed, 16 of these were real and solved. */
  @Test
  void the_golden_sample_passes_with_88_89_per_cent() {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      cases.add(i < 18 ? aCase().assessed(1, DAY, i < 16).build() : aCase().build());
    }
    Tally tally = tally(cases);
    assertThat(tally.of(Measure.PASSED)).isEqualTo(16);
    assertThat(tally.of(Measure.INSPECTED)).isEqualTo(18);
    assertThat(tally.of(Figure.SAMPLE_PASS_RATE).result()).contains(new BigDecimal("88.89"));
  }

  @Test
  void what_was_closed_in_time_counts_wherever_it_should() {
    assertThat(measures(aCase().filed(DAY).closed(DUE, DUE.minusSeconds(1))))
        .containsExactlyInAnyOrder(
            Measure.RECEIVED,
            Measure.FILED,
            Measure.DUE,
            Measure.ANSWERABLE,
            Measure.SCORED,
            Measure.CLOSED,
            Measure.ON_TIME,
            Measure.DISPATCHED,
            Measure.HANDLED,
            Measure.SETTLED,
            Measure.FIRST_CHECK);
    Handler worker = new Handler(Handler.Kind.PERSON, "W-1");
    assertThat(measures(aCase().filed(DAY).closed(DUE, DUE.minusSeconds(1)).by(worker)))
        .contains(Measure.TRACED, Measure.OWN_LEVEL);
    assertThat(measures(aCase().urgent().filed(DAY).closed(DUE, DUE.minusSeconds(1))))
        .contains(
            Measure.URGENT_ANSWERABLE,
            Measure.URGENT_SCORED,
            Measure.URGENT_CLOSED,
            Measure.URGENT_ON_TIME);
  }

  @Test
  void what_was_closed_late_is_closed_and_overdue() {
    assertThat(measures(aCase().filed(DAY).closed(DUE, DUE)))
        .contains(Measure.CLOSED, Measure.OVERDUE)
        .doesNotContain(Measure.ON_TIME, Measure.EXCUSED);
  }

  @Test
  void an_upheld_appeal_leaves_the_overdue_visible_and_out_of_the_score() {
    Cases excused = aCase().filed(DAY).closed(DUE, DUE).traits(false, false, true, false, false);
    assertThat(measures(excused))
        .contains(Measure.OVERDUE, Measure.EXCUSED, Measure.ANSWERABLE, Measure.CLOSED)
        .doesNotContain(Measure.SCORED, Measure.ON_TIME);
    Tally tally =
        tally(
            List.of(excused.build(), aCase().filed(DAY).closed(DUE, DUE.minusSeconds(1)).build()));
    assertThat(tally.of(Figure.ON_TIME_RATE).result()).contains(new BigDecimal("100.00"));
    assertThat(tally.of(Figure.CLOSING_RATE).denominatorOrNull()).isEqualTo(2);
  }

  @Test
  void what_stood_still_at_the_end_is_suspended_and_not_answerable() {
    assertThat(measures(aDueCase().suspended(DAY, null)))
        .contains(Measure.DUE, Measure.SUSPENDED)
        .doesNotContain(Measure.ANSWERABLE, Measure.OVERDUE);
    assertThat(measures(aDueCase().suspended(DAY, END.plusSeconds(1))))
        .as("resumed later")
        .contains(Measure.SUSPENDED);
    assertThat(measures(aDueCase().suspended(DAY, END.minusSeconds(1))))
        .contains(Measure.ANSWERABLE)
        .doesNotContain(Measure.SUSPENDED);
  }

  @Test
  void what_happens_after_the_end_does_not_change_what_was_counted() {
    assertThat(measures(aCase().filed(DAY).closed(DUE, END)))
        .contains(Measure.DUE, Measure.OVERDUE)
        .doesNotContain(Measure.CLOSED, Measure.SETTLED, Measure.HANDLED);
    assertThat(measures(aCase().filed(DAY).cancelled(DUE, END))).contains(Measure.DUE);
    assertThat(measures(aCase().filed(DAY).cancelled(DUE, END.minusSeconds(1))))
        .doesNotContain(Measure.DUE);
    Cases again = aCase().filed(DAY).closed(DUE, DUE.minusSeconds(1)).due(END.plusSeconds(9));
    assertThat(measures(again)).as("opened again").contains(Measure.CLOSED, Measure.ON_TIME);
  }

  @Test
  void while_a_period_lasts_only_what_is_due_by_now_is_due() {
    Period.Span now = QUARTER.span(DUE);
    assertThat(now.isRunning()).isTrue();
    assertThat(measures(aDueCase().build(), now)).doesNotContain(Measure.DUE);
    assertThat(measures(aDueCase().build(), QUARTER.span(DUE.plusSeconds(1))))
        .contains(Measure.DUE);
  }

  @Test
  void send_backs_reworks_and_escalations_are_counted_where_they_belong() {
    Cases troubled =
        aCase().filed(DAY).closed(DUE, DUE.minusSeconds(1)).traits(true, true, false, true, false);
    assertThat(measures(troubled))
        .contains(Measure.SENT_BACK, Measure.REWORKED, Measure.SETTLED)
        .doesNotContain(Measure.FIRST_CHECK, Measure.OWN_LEVEL);
  }

  @Test
  void the_golden_figures_come_out() {
    Tally tally = new Tally();
    for (int i = 0; i < 1_054; i++) {
      Cases one = aCase();
      if (i < 996) {
        Instant due = i < 972 ? DUE : END;
        one.filed(DAY);
        if (i < 911) {
          one.closed(due, i < 737 ? due.minusSeconds(1) : due.plusSeconds(1));
        } else if (i < 972) {
          one.late(due);
        } else {
          one.due(due);
        }
      }
      tally.add(Tally.Share.of(one.build(), SPAN));
    }
    assertThat(tally.of(Measure.RECEIVED)).isEqualTo(1_054);
    assertThat(tally.of(Measure.FILED)).isEqualTo(996);
    assertThat(tally.of(Figure.CLOSING_RATE))
        .isEqualTo(new Tally.Value(911, 972, Figure.CLOSING_RATE));
    assertThat(tally.of(Figure.CLOSING_RATE).result()).contains(new BigDecimal("93.72"));
    assertThat(tally.of(Figure.ON_TIME_RATE).result()).contains(new BigDecimal("75.82"));
    assertThat(tally.of(Measure.OVERDUE)).isEqualTo(972 - 737);
    assertThat(new Tally.Value(40_214, 42_702, Figure.RESPONSE_RATE).result())
        .contains(new BigDecimal("94.17"));
  }

  @Test
  void a_figure_of_nothing_is_none_and_a_mean_is_of_minutes() {
    assertThat(new Tally().of(Figure.CLOSING_RATE).result()).isEmpty();
    assertThat(new Tally().isEmpty()).isTrue();
    Tally tally =
        tally(
            List.of(
                aCase().filed(DAY).closed(DUE, DAY.plus(Duration.ofMinutes(30))).build(),
                aCase().filed(DAY).closed(DUE, DAY.plus(Duration.ofMinutes(61))).build()));
    assertThat(tally.of(Figure.HANDLING_MINUTES).result()).contains(new BigDecimal("45.50"));
    assertThat(tally.of(Figure.RECEIVED).result()).isEmpty();
    assertThat(tally.isEmpty()).isFalse();
  }

  @Test
  void every_numerator_of_a_share_lies_in_its_denominator() {
    List<Case> many =
        List.of(
            aCase().build(),
            aDueCase().build(),
            aDueCase().suspended(DAY, null).build(),
            aCase().filed(DAY).closed(DUE, DUE.plusSeconds(5)).build(),
            aCase().filed(DAY).closed(DUE, END.plusSeconds(5)).build(),
            aCase().urgent().filed(DAY).late(DUE).traits(true, true, true, true, true).build());
    for (Figure figure : Figure.values()) {
      for (Case one : many) {
        Set<Measure> counted = measures(one, SPAN);
        if (counted.contains(figure.numerator())) {
          assertThat(counted).as(figure.word()).containsAll(figure.denominator().stream().toList());
        }
      }
    }
  }
}
