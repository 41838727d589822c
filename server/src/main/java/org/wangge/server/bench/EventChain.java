package org.wangge.server.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What one reader of the live stream was told over all its connections, and whether it hangs
 * together: each change names the one that was told before it. Not thread-safe.
 */
final class EventChain {
  private final List<Long> numbers = new ArrayList<>();
  private long last;
  private long told;
  private int breaks;
  private int doubled;

  /** A connection begins after the last number that came. */
  void resume() {
    told = last;
  }

  /** Number after which the reader goes on. */
  long last() {
    return last;
  }

  void change(long number, long prev) {
    if (number <= last) {
      doubled++;
    } else {
      numbers.add(number);
    }
    breaks += prev == told ? 0 : 1;
    told = number;
    last = Math.max(last, number);
  }

  /** All up to a number was told, of what is for this reader. */
  void beat(long upTo) {
    last = Math.max(last, upTo);
  }

  /** Something was not told. */
  void reset() {
    breaks++;
  }

  /** Numbers of the changes, in the order in which they came first. */
  List<Long> numbers() {
    return List.copyOf(numbers);
  }

  /** How often a change named another than the one before it. */
  int breaks() {
    return breaks;
  }

  /** How often a change came that had come before. */
  int doubled() {
    return doubled;
  }
}
