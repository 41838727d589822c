package org.wangge.geo;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Tells outlines of which the check would take minutes. Its time goes with the number of pairs of
 * edges whose boxes overlap: a handful for each edge of any outline that somebody drew, but the
 * square of the number of edges for hatching made to be slow.
 */
final class Tangle {
  /**
   * About a second of work. The outlines of counties, 1,900 vertices each, have 2,800 such pairs;
   * 20,000 vertices drawn alike would have 30,000.
   */
  static final int MAX_PAIRS = 4_000_000;

  private int pairs;

  private Tangle() {}

  /** Counts pairs of edges with overlapping boxes, and stops counting at the limit. */
  static boolean isTooTangled(List<OutlineRing> rings) {
    HPRtree index = new HPRtree();
    for (OutlineRing ring : rings) {
      Coordinate[] vertices = ring.scaled();
      for (int i = 1; i < vertices.length; i++) {
        Envelope box = new Envelope(vertices[i - 1], vertices[i]);
        index.insert(box, box);
      }
    }
    Tangle tangle = new Tangle();
    for (OutlineRing ring : rings) {
      Coordinate[] vertices = ring.scaled();
      for (int i = 1; i < vertices.length && tangle.pairs <= 2 * MAX_PAIRS; i++) {
        // Every pair is met from both its ends.
        index.query(new Envelope(vertices[i - 1], vertices[i]), box -> tangle.pairs++);
      }
    }
    return tangle.pairs > 2 * MAX_PAIRS;
  }
}
