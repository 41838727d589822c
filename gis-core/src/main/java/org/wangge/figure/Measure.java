package org.wangge.figure;

import java.util.Optional;
import org.wangge.incident.Priority;
import org.wangge.word.Word;

/**
 * What is counted: of each case, whether it counts in a span of time. Each says which instant
 * places a case in the span; whatever else is asked of it is asked as of the span's end (or of now
 * while it lasts), so that what happens later does not change what was counted. A case counts at
 * most once.
 */
public enum Measure implements Word {
  /** 受理数: whose first report came in in the span. */
  RECEIVED {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return span.holds(one.course().reported());
    }
  },
  /** 立案数: that were filed in the span. */
  FILED {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return one.course().filedOrNull() != null && span.holds(one.course().filedOrNull());
    }
  },
  /**
   * 应结案数: whose time of handling was up in the span (of all of it, where nobody got it to handle),
   * those that had been cancelled by the end left out. What was closed before its time was up
   * counts in the span in which that was.
   */
  DUE {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return dueRound(one, span).isPresent();
    }
  },
  /** 挂账数: due in the span, and suspended at its end. */
  SUSPENDED {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return DUE.counts(one, span) && one.course().isSuspended(span.asOf());
    }
  },
  /** 应结（不含挂账）: due in the span, and not suspended at its end. */
  ANSWERABLE {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return DUE.counts(one, span) && !one.course().isSuspended(span.asOf());
    }
  },
  /** 应结（不含挂账和申诉成立）: those of which an upheld appeal does not take the overdue away too. */
  SCORED {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return ANSWERABLE.counts(one, span) && !EXCUSED.counts(one, span);
    }
  },
  /** 结案数: due in the span, and closed with a result by its end. */
  CLOSED {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return ANSWERABLE.counts(one, span)
          && dueRound(one, span).filter(round -> round.isClosedBy(span.asOf())).isPresent();
    }
  },
  /** 按期结案数: due in the span, closed by its end, and handled within the limit. */
  ON_TIME {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return CLOSED.counts(one, span) && !isLate(one, span);
    }
  },
  /** 超期数: due in the span and not handled within the limit, suspended ones left out. */
  OVERDUE {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return ANSWERABLE.counts(one, span) && isLate(one, span);
    }
  },
  /** 申诉成立数: overdue, but an appeal was upheld: shown, and left out of the score. */
  EXCUSED {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return one.course().traits().excused() && OVERDUE.counts(one, span);
    }
  },
  /** 紧急应结: {@link #ANSWERABLE} and urgent. */
  URGENT_ANSWERABLE {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return isUrgent(one) && ANSWERABLE.counts(one, span);
    }
  },
  /** 紧急应结（不含申诉成立）: {@link #SCORED} and urgent. */
  URGENT_SCORED {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return isUrgent(one) && SCORED.counts(one, span);
    }
  },
  /** 紧急结案数: {@link #CLOSED} and urgent. */
  URGENT_CLOSED {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return isUrgent(one) && CLOSED.counts(one, span);
    }
  },
  /** 紧急按期结案数: {@link #ON_TIME} and urgent. */
  URGENT_ON_TIME {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return isUrgent(one) && ON_TIME.counts(one, span);
    }
  },
  /** 按时响应数: received in the span, and taken up within the limit of accepting. */
  ANSWERED {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return RECEIVED.counts(one, span) && one.course().answeredInTime();
    }
  },
  /** 派遣数: that somebody first got to handle in the span. */
  DISPATCHED {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return one.course().dispatchedOrNull() != null && span.holds(one.course().dispatchedOrNull());
    }
  },
  /** 处置数: dispatched in the span, and reported back as done by its end. */
  HANDLED {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return DISPATCHED.counts(one, span)
          && one.course().rounds().stream().anyMatch(round -> round.isReportedBackBy(span.asOf()));
    }
  },
  /** 回退数: dispatched in the span, and sent back by a handler at some time. */
  SENT_BACK {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return DISPATCHED.counts(one, span) && one.course().traits().sentBack();
    }
  },
  /** 办结数: closed with a result in the span, whenever it was due. */
  SETTLED {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return one.course().closedIn(span).isPresent();
    }
  },
  /** 办结且处置者有记录: closed in the span, and on record who had it in hand. */
  TRACED {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return SETTLED.counts(one, span)
          && (one.handlerOrNull() != null || one.course().traits().escalated());
    }
  },
  /**
   * 本级办结数: closed in the span without escalation: no department had it, nobody was called in to
   * handle it jointly, and no whistle called more than the estate. Where nobody is on record,
   * nothing is said.
   */
  OWN_LEVEL {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return TRACED.counts(one, span) && !one.course().traits().escalated();
    }
  },
  /** 返工数: closed in the span, after a check of the result had failed. */
  REWORKED {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return SETTLED.counts(one, span) && one.course().traits().reworked();
    }
  },
  /** 一次核查通过数: closed in the span at the first check. */
  FIRST_CHECK {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return SETTLED.counts(one, span) && !one.course().traits().reworked();
    }
  },
  /** 重复上报数: received in the span, and found to be the same as another. */
  REPEATED {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return RECEIVED.counts(one, span) && one.course().traits().repeated();
    }
  },
  /** 不实上报数: received in the span, found on the spot not to be so, and not filed. */
  UNFOUNDED {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return RECEIVED.counts(one, span) && one.course().traits().unfounded();
    }
  },
  /** 已评价数: of which a reporter said in the span how satisfied they are. */
  RATED {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return one.course().satisfiedIn(span).isPresent();
    }
  },
  /** 满意数: rated in the span, and no reporter's last word in it was "not satisfied". */
  SATISFIED {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return one.course().satisfiedIn(span).orElse(false);
    }
  },
  /** 抽查核查数: drawn by lot, and assessed in the span. */
  INSPECTED {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return one.course().passedIn(span).isPresent();
    }
  },
  /** 抽查合格数: assessed in the span, and the last word of each sample in it was: real and solved. */
  PASSED {
    @Override
    public boolean counts(Case one, Period.Span span) {
      return one.course().passedIn(span).orElse(false);
    }
  };

  /** Whether a case counts in a span. */
  public abstract boolean counts(Case one, Period.Span span);

  public static Optional<Measure> find(String word) {
    return Word.find(Measure.class, word);
  }

  private static Optional<Case.Round> dueRound(Case one, Period.Span span) {
    return one.course().dueIn(span).filter(round -> !round.isCancelledBy(span.asOf()));
  }

  private static boolean isLate(Case one, Period.Span span) {
    return dueRound(one, span).filter(Case.Round::late).isPresent();
  }

  private static boolean isUrgent(Case one) {
    return one.priority() == Priority.URGENT;
  }
}
