package org.wangge.grid;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Counts how often edges of two outlines come close, which is what an overlay of them costs: a few
 * per edge for any two outlines that somebody drew, their product for two combs made to be slow.
 */
final class EdgeMeetings {
  private final long limit;
  private long count;

  private EdgeMeetings(long limit) {
    this.limit = limit;
  }

  /** Pairs of edges, one of each, whose boxes touch; counting stops just above the limit. */
  static long count(Geometry one, Geometry other, long limit) {
    Envelope common = one.getEnvelopeInternal().intersection(other.getEnvelopeInternal());
    HPRtree index = new HPRtree();
    EdgeMeetings meetings = new EdgeMeetings(limit);
    meetings.eachEdge(one, common, box -> index.insert(box, box));
    meetings.eachEdge(other, common, box -> index.query(box, found -> meetings.count++));
    return meetings.count;
  }

  private interface EdgeVisit {
    void visit(Envelope box);
  }

  private void eachEdge(Geometry geometry, Envelope within, EdgeVisit visit) {
    for (Object line : LinearComponentExtracter.getLines(geometry)) {
      Coordinate[] vertices = ((LineString) line).getCoordinates();
      for (int i = 1; i < vertices.length && count <= limit; i++) {
        Envelope box = new Envelope(vertices[i - 1], vertices[i]);
        if (box.intersects(within)) {
          visit.visit(box);
        }
      }
    }
  }
}
