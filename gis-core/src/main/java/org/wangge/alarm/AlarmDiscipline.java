package org.wangge.alarm;

import java.time.Duration;

/**
 * How much the desk is asked to bear.
 *
 * @param window over which is counted
 * @param rows how many new rows are pushed within it, emergencies apart
 * @param lowRows of these, how many may be of low priority in a flood; the others are kept
 * @param floodAbove above how many alarms within it a flood begins
 * @param floodBelow below how many it ends
 * @param chatterWindow over which is counted what one source does
 * @param chatter from how many within it on the source chatters
 */
public record AlarmDiscipline(
    Duration window,
    int rows,
    int lowRows,
    int floodAbove,
    int floodBelow,
    Duration chatterWindow,
    int chatter) {

  /**
   * The numbers of ISA-18.2-2016 (IEC 62682), which follow EEMUA 191: a flood is more than ten
   * alarms in ten minutes for one operator and lasts until there are fewer than five; an alarm
   * chatters that comes three times within a minute. That half of the rows are kept for what is not
   * low is ours.
   */
  public static final AlarmDiscipline STANDARD =
      new AlarmDiscipline(Duration.ofMinutes(10), 10, 5, 10, 5, Duration.ofMinutes(1), 3);
}
