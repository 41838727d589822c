package org.wangge.clock;

import java.util.List;

/**
 * One way to count time. All is whole microseconds, since 1970 where it is an instant. What is
 * counted of two spans that follow each other is what is counted of both together; that is why a
 * pause moves a due time by exactly what it would have counted. Thread-safe.
 */
interface TimeLine {

  /** What is counted of a span that does not end before it begins. */
  long counted(long from, long to);

  /**
   * The first instant at which an amount, more than none, is counted.
   *
   * @throws org.wangge.fault.Invalid with code {@code clock-never-runs} where that is more than a
   *     hundred years away
   */
  long plus(long from, long amount);

  /** The spans that are counted, in their order. */
  List<Counted> intervals(long from, long to);
}
