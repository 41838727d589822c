package org.wangge.demo;

/**
 * Random numbers that depend on nothing but a seed and the words they are drawn for, so that the
 * same part of the town comes out the same whatever was generated before it. SplitMix64, as
 * published by Steele, Lea and Flood (2014). Not thread-safe: every user makes their own.
 */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /** Dice for one purpose under a seed; further keys tell its instances apart. */
  static Dice of(long seed, String purpose, long... keys) {
    long state = mix(seed + GOLDEN);
    for (int i = 0; i < purpose.length(); i++) {
      state = mix(state * 31 + purpose.charAt(i));
    }
    for (long key : keys) {
      state = mix(state + GOLDEN * (key + 1));
    }
    return new Dice(state);
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long nextLong() {
    state += GOLDEN;
    return mix(state);
  }

  /** From 0 up to, not including, 1. */
  double unit() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Evenly between two numbers. */
  double between(double low, double high) {
    return low + (high - low) * unit();
  }

  /** A whole number from low to high, both possible. */
  int whole(int low, int high) {
    return low + (int) (unit() * (high - low + 1));
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** Roughly normal: mean 0, deviation 1, never beyond 6. */
  double bell() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += unit();
    }
    return sum;
  }

  <T> T pick(java.util.List<T> options) {
    return options.get((int) (unit() * options.size()));
  }
}
