package org.wangge.demo;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/**
 * A walk that grid workers take at a time of the day.
 *
 * @param from the earliest start
 * @param spreadSeconds how much later the latest starts
 * @param leastMinutes how long the shortest takes
 * @param mostMinutes how long the longest takes
 * @param onWeekdays which share of the workers takes it then
 * @param onWeekends which share takes it then
 */
record Round(
    LocalTime from,
    int spreadSeconds,
    int leastMinutes,
    int mostMinutes,
    double onWeekdays,
    double onWeekends) {

  /** The rounds of a day. No two of one worker overlap, and none goes beyond midnight. */
  static final List<Round> OF_A_DAY =
      List.of(
          new Round(LocalTime.of(8, 20), 2_400, 65, 110, 0.93, 0.5),
          new Round(LocalTime.of(10, 55), 600, 35, 50, 0.6, 0.3),
          new Round(LocalTime.of(12, 5), 1_500, 30, 60, 0.25, 0.2),
          new Round(LocalTime.of(14, 5), 1_500, 50, 85, 0.9, 0.5),
          new Round(LocalTime.of(16, 0), 1_200, 60, 95, 0.75, 0.45),
          new Round(LocalTime.of(18, 25), 2_400, 90, 150, 0.3, 0.35));

  Duration length(Dice dice) {
    return Duration.ofMinutes(dice.whole(leastMinutes, mostMinutes));
  }
}
