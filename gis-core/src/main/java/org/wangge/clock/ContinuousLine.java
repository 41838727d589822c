package org.wangge.clock;

import java.util.List;

/** Counts all time. */
final class ContinuousLine implements TimeLine {

  @Override
  public long counted(long from, long to) {
    return to - from;
  }

  @Override
  public long plus(long from, long amount) {
    return from + amount;
  }

  @Override
  public List<Counted> intervals(long from, long to) {
    return from == to ? List.of() : List.of(Micros.counted(from, to, to - from));
  }
}
