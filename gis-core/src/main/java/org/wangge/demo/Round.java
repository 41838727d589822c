package org.wangge.demo;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/**
 * A walk that the grid workers of a crew take at a time of the day.
 *
 * @param crew which half of the workers: {@value #EARLY} or {@value #LATE}
 * @param from the earliest start
 * @param spreadSeconds how much later the latest starts
 * @param leastMinutes how long the shortest takes
 * @param mostMinutes how long the longest takes
 * @param onWeekdays which share of the crew takes it then
 * @param onWeekends which share takes it then
 */
record Round(
    int crew,
    LocalTime from,
    int spreadSeconds,
    int leastMinutes,
    int mostMinutes,
    double onWeekdays,
    double onWeekends) {
  static final int CREWS = 2;
  private static final int EARLY = 0;
  private static final int LATE = 1;

  /**
   * The rounds of a day. Between two of one worker lie at least eleven minutes, and none goes
   * beyond midnight. The long ones take turns between the crews: the last worker of one sets out
   * before the first of the other comes back, so that from 8 to 20 o'clock a crew is always out.
   */
  static final List<Round> OF_A_DAY =
      List.of(
          new Round(EARLY, LocalTime.of(7, 45), 600, 108, 122, 0.95, 0.85),
          new Round(LATE, LocalTime.of(8, 5), 600, 40, 52, 0.5, 0.15),
          new Round(LATE, LocalTime.of(9, 20), 600, 105, 118, 1, 0.85),
          new Round(EARLY, LocalTime.of(10, 53), 600, 104, 118, 0.95, 0.85),
          new Round(LATE, LocalTime.of(12, 24), 600, 105, 118, 0.85, 0.85),
          new Round(EARLY, LocalTime.of(13, 56), 600, 105, 118, 0.95, 0.85),
          new Round(LATE, LocalTime.of(15, 28), 600, 105, 118, 1, 0.85),
          new Round(EARLY, LocalTime.of(17, 0), 600, 105, 118, 0.85, 0.85),
          new Round(LATE, LocalTime.of(18, 32), 600, 105, 130, 0.85, 0.85),
          new Round(EARLY, LocalTime.of(19, 25), 2_400, 60, 110, 0.3, 0.35));

  Duration length(Dice dice) {
    return Duration.ofMinutes(dice.whole(leastMinutes, mostMinutes));
  }

  /** How many of a crew take it: a share of them, not a chance for each, so that none is empty. */
  int takers(int crewSize, boolean weekend) {
    return (int) Math.ceil((weekend ? onWeekends : onWeekdays) * crewSize);
  }
}
