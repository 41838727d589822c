package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * How cars get from lane to lane at a node of the streets. At every beat of the traffic each lane
 * that comes in goes over into one that goes out, and no two into the same; which into which is
 * drawn anew for each beat, straight on rather than turning. Nobody turns back where there is
 * another way. Immutable.
 */
final class Junction {
  private static final double STRAIGHT_RADIANS = Math.toRadians(40);
  private static final double RIGHT_SHARE = 0.45;
  private static final double LEFT_SHARE = 0.3;

  private final long seed;
  private final int node;
  private final int[] in;
  private final int[] out;

  /** The ways to match them: for each place of {@link #in} a place of {@link #out}. */
  private final List<int[]> matches = new ArrayList<>();

  /** How likely each match is, summed up; the last is the whole. */
  private final List<Double> likely = new ArrayList<>();

  /**
   * Makes the junction of a node.
   *
   * @param in numbers of the lanes that end here
   * @param out of those that begin here, those back along each of {@code in} at the same place
   */
  Junction(long seed, int node, int[] in, int[] out, List<Lane> lanes) {
    this.seed = seed;
    this.node = node;
    this.in = in.clone();
    this.out = out.clone();
    match(new int[in.length], 0, 1, lanes);
  }

  private void match(int[] places, int known, double share, List<Lane> lanes) {
    if (known == places.length) {
      matches.add(places.clone());
      likely.add(share + (likely.isEmpty() ? 0 : likely.get(likely.size() - 1)));
      return;
    }
    for (int place = 0; place < places.length; place++) {
      boolean isBack = place == known && places.length > 1;
      boolean isTaken = false;
      for (int i = 0; i < known; i++) {
        isTaken |= places[i] == place;
      }
      if (!isBack && !isTaken) {
        places[known] = place;
        match(places, known + 1, share * share(lanes.get(in[known]), lanes.get(out[place])), lanes);
      }
    }
  }

  private static double share(Lane from, Lane to) {
    double left = StrictMath.IEEEremainder(to.headingAtBegin() - from.headingAtEnd(), 2 * Math.PI);
    if (Math.abs(left) < STRAIGHT_RADIANS) {
      return 1;
    }
    return left < 0 ? RIGHT_SHARE : LEFT_SHARE;
  }

  /** The lane that who begins a lane on a beat comes from. */
  int before(int lane, long beat) {
    int place = place(out, lane);
    int[] match = match(beat);
    for (int i = 0; i < match.length; i++) {
      if (match[i] == place) {
        return in[i];
      }
    }
    throw new IllegalStateException("nobody comes into lane " + lane);
  }

  /** The lane that who comes from a lane begins on a beat. */
  int after(int lane, long beat) {
    return out[match(beat)[place(in, lane)]];
  }

  private int[] match(long beat) {
    if (matches.size() == 1) {
      return matches.get(0);
    }
    double drawn = Dice.of(seed, "junction", node, beat).unit() * likely.get(likely.size() - 1);
    int i = 0;
    while (likely.get(i) <= drawn) {
      i++;
    }
    return matches.get(i);
  }

  private static int place(int[] lanes, int lane) {
    int place = 0;
    while (lanes[place] != lane) {
      place++;
    }
    return place;
  }
}
