package org.wangge.server.patrol.street;

import com.graphhopper.util.EdgeIteratorState;
import java.util.ArrayList;
import java.util.List;

/**
 * Short ways into a side street and back: what the trembling of a phone at a corner looks like once
 * it is matched.
 */
final class Spurs {
  /** Farther in somebody has had a look at the side street. */
  private static final double LONGEST_METERS = 25;

  private Spurs() {}

  /** A way without them. */
  static List<EdgeIteratorState> without(List<EdgeIteratorState> way) {
    List<EdgeIteratorState> left = new ArrayList<>(way);
    int at = 1;
    while (at < left.size()) {
      int depth = depth(left, at);
      if (depth > 0) {
        left.subList(at - depth, at + depth).clear();
        at = Math.max(1, at - depth);
      } else {
        at++;
      }
    }
    return left;
  }

  /**
   * How many edges before a turn are gone back after it, if all of them are no more than a spur.
   */
  private static int depth(List<EdgeIteratorState> way, int turn) {
    int depth = 0;
    double meters = 0;
    while (turn - depth > 0
        && turn + depth < way.size()
        && isBack(way.get(turn - depth - 1), way.get(turn + depth))) {
      meters += way.get(turn + depth).getDistance();
      depth++;
    }
    return meters <= LONGEST_METERS ? depth : 0;
  }

  private static boolean isBack(EdgeIteratorState out, EdgeIteratorState in) {
    return out.getBaseNode() == in.getAdjNode()
        && out.getAdjNode() == in.getBaseNode()
        && Math.abs(out.getDistance() - in.getDistance()) < 0.01;
  }
}
