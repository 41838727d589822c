package org.wangge.server.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Times contestants against one another in interleaved rounds: every round runs each once, in an
 * order of its own, so that a slow moment of the machine or of the garbage collector falls on all.
 * The first rounds only warm up.
 */
final class Rounds {
  private static final int WARM_UP = 2;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final int rounds;
  private final Random order;
  private final Map<String, Runnable> contestants = new LinkedHashMap<>();

  Rounds(int rounds, long seed) {
    this.rounds = rounds;
    order = new Random(seed);
  }

  /** Enters a contestant; the work is the same amount at every call, on the calling thread. */
  Rounds enter(String name, Runnable work) {
    contestants.put(name, work);
    return this;
  }

  /**
   * Runs all rounds.
   *
   * @param operations how many operations one call of the work does
   * @return times of an operation, by contestant, in the order they were entered
   */
  Map<String, Times> run(int operations) {
    Map<String, Times> times = new LinkedHashMap<>();
    contestants.keySet().forEach(name -> times.put(name, new Times(rounds)));
    List<String> names = new ArrayList<>(contestants.keySet());
    for (int round = -WARM_UP; round < rounds; round++) {
      Collections.shuffle(names, order);
      for (String name : names) {
        Runnable work = contestants.getOrDefault(name, () -> {});
        Times ofContestant = times.getOrDefault(name, new Times(rounds));
        long cpu = THREADS.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        work.run();
        wall = System.nanoTime() - wall;
        cpu = THREADS.getCurrentThreadCpuTime() - cpu;
        if (round >= 0) {
          ofContestant.cpuNanos[round] = cpu / (double) operations;
          ofContestant.wallNanos[round] = wall / (double) operations;
        }
      }
    }
    return times;
  }

  /** Nanoseconds of one operation, round by round: of the thread and by the clock on the wall. */
  static final class Times {
    /** No rounds at all. */
    static final Times NONE = new Times(0);

    private final double[] cpuNanos;
    private final double[] wallNanos;

    private Times(int rounds) {
      cpuNanos = new double[rounds];
      wallNanos = new double[rounds];
    }

    double medianCpuNanos() {
      return median(cpuNanos);
    }

    double medianWallNanos() {
      return median(wallNanos);
    }

    private static double median(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      int half = sorted.length / 2;
      return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /**
     * How many times faster than the fastest rival, by thread time, in the round in which it was
     * least so.
     */
    double ratioTo(List<Times> rivals) {
      double worst = Double.POSITIVE_INFINITY;
      for (int round = 0; round < cpuNanos.length; round++) {
        for (Times rival : rivals) {
          worst = Math.min(worst, rival.cpuNanos[round] / cpuNanos[round]);
        }
      }
      return worst;
    }
  }
}
