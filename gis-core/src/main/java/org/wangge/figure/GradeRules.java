package org.wangge.figure;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.fault.Invalid;
import org.wangge.word.Word;

/**
 * How areas are graded by their figures: an edition, never changed. A period is graded by the
 * edition that was in force at its end.
 *
 * @param version counts the editions, from 1
 * @param since when it came into force
 * @param thresholds what is asked of each figure that counts
 */
public record GradeRules(int version, Instant since, List<Threshold> thresholds) {
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  /** 考核等次. */
  public enum Grade implements Word {
    /** 优秀 */
    EXCELLENT,
    /** 称职 */
    COMPETENT,
    /** 不称职 */
    INCOMPETENT;

    public static Optional<Grade> find(String word) {
      return Word.find(Grade.class, word);
    }
  }

  /**
   * What is asked of a figure.
   *
   * @param figure a share
   * @param excellent from here on it is excellent, in per cent: at least, or at most where less is
   *     better
   * @param competent from here on it is competent
   */
  public record Threshold(Figure figure, BigDecimal excellent, BigDecimal competent) {
    /**
     * @throws Invalid with code {@code grade-figure}, {@code grade-percent} or {@code grade-order}
     */
    public Threshold {
      if (!figure.isShare() || figure.better() == Figure.Better.NEITHER) {
        throw new Invalid("thresholds", "grade-figure", Map.of("given", figure.word()));
      }
      if (!isPercent(excellent) || !isPercent(competent)) {
        throw new Invalid("thresholds", "grade-percent", Map.of("figure", figure.word()));
      }
      if (!reaches(figure, excellent, competent)) {
        throw new Invalid("thresholds", "grade-order", Map.of("figure", figure.word()));
      }
    }

    private static boolean isPercent(BigDecimal value) {
      return value.signum() >= 0 && value.compareTo(WHOLE) <= 0 && value.scale() <= 2;
    }

    private static boolean reaches(Figure figure, BigDecimal value, BigDecimal mark) {
      int order = value.compareTo(mark);
      return figure.better() == Figure.Better.HIGHER ? order >= 0 : order <= 0;
    }

    Grade grade(BigDecimal value) {
      if (reaches(figure, value, excellent)) {
        return Grade.EXCELLENT;
      }
      return reaches(figure, value, competent) ? Grade.COMPETENT : Grade.INCOMPETENT;
    }
  }

  /**
   * @throws Invalid with code {@code grade-none} when nothing is asked, {@code grade-twice} when
   *     something is asked of a figure twice
   */
  public GradeRules {
    thresholds = List.copyOf(thresholds);
    if (thresholds.isEmpty()) {
      throw new Invalid("thresholds", "grade-none");
    }
    Set<Figure> seen = new HashSet<>();
    for (Threshold one : thresholds) {
      if (!seen.add(one.figure())) {
        throw new Invalid("thresholds", "grade-twice", Map.of("figure", one.figure().word()));
      }
    }
  }

  /**
   * The grade of what was counted: the worst that a figure comes to. Figures of nothing are passed
   * over; empty where all are.
   */
  public Optional<Grade> of(Tally tally) {
    return thresholds.stream()
        .flatMap(one -> tally.of(one.figure()).result().map(one::grade).stream())
        .reduce((one, other) -> one.compareTo(other) >= 0 ? one : other);
  }
}
