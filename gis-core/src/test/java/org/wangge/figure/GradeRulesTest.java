package org.wangge.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wangge.figure.Cases.DAY;
import static org.wangge.figure.Cases.aCase;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.wangge.fault.Invalid;
import org.wangge.figure.GradeRules.Grade;
import org.wangge.figure.GradeRules.Threshold;

class GradeRulesTest {
  private static final Period.Span SPAN =
      new Period.Span(DAY, DAY.plus(Duration.ofDays(9)), DAY.plus(Duration.ofDays(9)));
  private static final Threshold CLOSING = threshold(Figure.CLOSING_RATE, 95, 85);
  private static final Threshold REWORK = threshold(Figure.REWORK_RATE, 5, 15);

  private static Threshold threshold(Figure figure, int excellent, int competent) {
    return new Threshold(figure, BigDecimal.valueOf(excellent), BigDecimal.valueOf(competent));
  }

  private static GradeRules rules(Threshold... thresholds) {
    return new GradeRules(1, Instant.EPOCH, List.of(thresholds));
  }

  private static Tally closed(int closed, int open) {
    Tally tally = new Tally();
    Instant due = DAY.plus(Duration.ofDays(1));
    for (int i = 0; i < closed + open; i++) {
      Cases one = aCase().filed(DAY);
      tally.add(
          Tally.Share.of(
              (i < closed ? one.closed(due, due.minusSeconds(1)) : one.late(due)).build(), SPAN));
    }
    return tally;
  }

  @Test
  void the_worst_figure_decides_and_figures_of_nothing_are_passed_over() {
    assertThat(rules(CLOSING).of(closed(95, 5))).contains(Grade.EXCELLENT);
    assertThat(rules(CLOSING, REWORK).of(closed(94, 6))).contains(Grade.COMPETENT);
    assertThat(rules(CLOSING, REWORK).of(closed(1, 1))).contains(Grade.INCOMPETENT);
    assertThat(rules(CLOSING, REWORK).of(new Tally())).isEmpty();
    assertThat(rules(REWORK).of(closed(3, 0))).as("less is better").contains(Grade.EXCELLENT);
    assertThat(Grade.find("competent")).contains(Grade.COMPETENT);
  }

  @Test
  void what_cannot_be_graded_is_refused() {
    refused("grade-none", () -> rules());
    refused("grade-twice", () -> rules(CLOSING, CLOSING));
    refused("grade-figure", () -> threshold(Figure.RECEIVED, 9, 5));
    refused("grade-figure", () -> threshold(Figure.HANDLING_MINUTES, 5, 9));
    refused("grade-percent", () -> threshold(Figure.CLOSING_RATE, 101, 9));
    refused("grade-order", () -> threshold(Figure.CLOSING_RATE, 80, 90));
    refused("grade-order", () -> threshold(Figure.REWORK_RATE, 9, 5));
    assertThat(new FigureEvent.GradesChanged(rules(CLOSING)).facts())
        .containsEntry("closing-rate", "95 85");
  }

  private static void refused(String code, ThrowingCallable made) {
    assertThatThrownBy(made)
        .isInstanceOfSatisfying(Invalid.class, one -> assertThat(one.code()).isEqualTo(code));
  }
}
