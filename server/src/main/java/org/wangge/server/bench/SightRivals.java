package org.wangge.server.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.SpatialIndex;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.index.strtree.STRtree;
import org.wangge.geo.LatticePoint;

/**
 * The ways to find who sees a place that JTS offers: a tree of boxes around the outlines of what
 * each camera sees, already cut by buildings, and a test of those whose boxes hold the place.
 */
final class SightRivals {
  private SightRivals() {}

  /** Who sees a place. */
  @FunctionalInterface
  interface Rival {
    /** Numbers of the outlines that hold a place, in no order, from the first element on. */
    int seeing(LatticePoint place, int[] into);
  }

  /** All rivals by name, each with a tree of its own. */
  static Map<String, Rival> all(List<Geometry> outlines) {
    Map<String, Rival> rivals = new LinkedHashMap<>();
    rivals.put("strtree-ray-crossing", of(new STRtree(), outlines, SightRivals::rays));
    rivals.put("hprtree-ray-crossing", of(new HPRtree(), outlines, SightRivals::rays));
    rivals.put("strtree-indexed-area", of(new STRtree(), outlines, SightRivals::indexed));
    rivals.put("strtree-prepared", of(new STRtree(), outlines, SightRivals::prepared));
    return rivals;
  }

  private record Entry(int number, Predicate<Coordinate> holds) {}

  private static Rival of(
      SpatialIndex tree, List<Geometry> outlines, Function<Geometry, Predicate<Coordinate>> test) {
    for (int i = 0; i < outlines.size(); i++) {
      Geometry outline = outlines.get(i);
      if (!outline.isEmpty()) {
        tree.insert(outline.getEnvelopeInternal(), new Entry(i, test.apply(outline)));
      }
    }
    return (place, into) -> {
      Coordinate at = new Coordinate(place.lonDegrees(), place.latDegrees());
      Found found = new Found(at, into);
      tree.query(new Envelope(at), found);
      return found.count;
    };
  }

  private static final class Found implements ItemVisitor {
    private final Coordinate at;
    private final int[] into;
    private int count;

    private Found(Coordinate at, int[] into) {
      this.at = at;
      this.into = into;
    }

    @Override
    public void visitItem(Object item) {
      Entry entry = (Entry) item;
      if (entry.holds.test(at)) {
        into[count++] = entry.number;
      }
    }
  }

  private static Predicate<Coordinate> rays(Geometry outline) {
    List<CoordinateSequence> rings = new ArrayList<>();
    for (Object line : LinearComponentExtracter.getLines(outline)) {
      rings.add(((LineString) line).getCoordinateSequence());
    }
    return at -> {
      RayCrossingCounter counter = new RayCrossingCounter(at);
      Coordinate a = new Coordinate();
      Coordinate b = new Coordinate();
      for (CoordinateSequence ring : rings) {
        for (int i = 1; i < ring.size(); i++) {
          ring.getCoordinate(i, a);
          ring.getCoordinate(i - 1, b);
          counter.countSegment(a, b);
        }
      }
      return counter.isPointInPolygon();
    };
  }

  private static Predicate<Coordinate> indexed(Geometry outline) {
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(outline);
    return at -> locator.locate(at) != Location.EXTERIOR;
  }

  private static Predicate<Coordinate> prepared(Geometry outline) {
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(outline);
    return at -> prepared.covers(outline.getFactory().createPoint(at));
  }
}
