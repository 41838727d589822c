package org.wangge.demo;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * When pairs of auxiliary police are out, round the clock: five pairs in three shifts of eight
 * hours. Each pair rests half an hour of every two and a half, one pair at a time, so that at any
 * instant four pairs walk.
 */
record Beat(int shift, LocalTime from, Duration length) {
  static final int PAIRS = 5;
  static final int SHIFTS = 3;
  private static final int SHIFT_MINUTES = 8 * 60;
  private static final int DAY_MINUTES = 24 * 60;
  private static final int CYCLE_MINUTES = 150;
  private static final int REST_MINUTES = 28;

  /** The walks of a pair on any day. */
  static List<Beat> ofPair(int pair) {
    List<Beat> beats = new ArrayList<>();
    int restFrom = pair * CYCLE_MINUTES / PAIRS;
    int begin = restFrom + REST_MINUTES - CYCLE_MINUTES;
    for (; begin < DAY_MINUTES; begin += CYCLE_MINUTES) {
      add(beats, Math.max(0, begin), Math.min(DAY_MINUTES, begin + CYCLE_MINUTES - REST_MINUTES));
    }
    return beats;
  }

  /** A walk is handed over at the end of a shift. */
  private static void add(List<Beat> beats, int begin, int end) {
    int from = begin;
    while (from < end) {
      int shift = from / SHIFT_MINUTES;
      int to = Math.min(end, (shift + 1) * SHIFT_MINUTES);
      beats.add(
          new Beat(shift, LocalTime.ofSecondOfDay(from * 60L), Duration.ofMinutes(to - from)));
      from = to;
    }
  }
}
