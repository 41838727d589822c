package org.wangge.evaluation;

import java.util.Optional;
import java.util.function.Predicate;
import org.wangge.word.Word;

/** What of a sample is counted; the number and its list come of the same question. */
public enum SampleCount implements Word {
  /** 抽取数. */
  DRAWN(member -> true),
  /** 已核查数. */
  ASSESSED(member -> member.assessment().isPresent()),
  /** 属实数. */
  REAL(verdict(Assessment.Verdict::real)),
  /** 已解决数. */
  SOLVED(verdict(Assessment.Verdict::solved)),
  /** 按时数. */
  IN_TIME(verdict(Assessment.Verdict::inTime)),
  /** 合格数: real and solved. */
  PASSED(verdict(Assessment.Verdict::isPassed)),
  /** 回访接通数. */
  REACHED(verdict(found -> found.callback().isReached())),
  /** 回访满意数. */
  SATISFIED(verdict(found -> found.callback().isSatisfied()));

  @SuppressWarnings("ImmutableEnumChecker") // predicates without a state
  private final Predicate<SampleMember> counts;

  SampleCount(Predicate<SampleMember> counts) {
    this.counts = counts;
  }

  private static Predicate<SampleMember> verdict(Predicate<Assessment.Verdict> is) {
    return member -> member.assessment().map(Assessment::verdict).filter(is).isPresent();
  }

  /** Whether a member counts. */
  public boolean counts(SampleMember member) {
    return counts.test(member);
  }

  public static Optional<SampleCount> find(String word) {
    return Word.find(SampleCount.class, word);
  }
}
