package org.wangge.server.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.SpatialIndex;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.index.strtree.STRtree;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.GridIndex;

/**
 * The ways to find an owner that JTS offers, on scaled whole numbers, where its own arithmetic is
 * exact. All follow the rule of {@link GridIndex}: the smallest slot whose closed outline holds the
 * point.
 */
final class JtsLocators {
  /** Tree of boxes and one ray through all rings; also the oracle of the exactness bench. */
  static final String RAY_CROSSING = "strtree-ray-crossing";

  private JtsLocators() {}

  /** All rivals by name, each with a tree of its own. */
  static Map<String, Locator> all(Collection<GridIndex.Slot> slots) {
    Map<String, Locator> locators = new LinkedHashMap<>();
    locators.put(RAY_CROSSING, rayCrossing(slots));
    locators.put(
        "hprtree-indexed-area",
        of(new HPRtree(), slots, shape -> closed(new IndexedPointInAreaLocator(shape))));
    locators.put("strtree-prepared", of(new STRtree(), slots, JtsLocators::prepared));
    locators.put(
        "strtree-simple-area",
        of(new STRtree(), slots, shape -> closed(new SimplePointInAreaLocator(shape))));
    return locators;
  }

  static Locator rayCrossing(Collection<GridIndex.Slot> slots) {
    return of(new STRtree(), slots, JtsLocators::rays);
  }

  /** Whether a closed outline holds a point. */
  @FunctionalInterface
  private interface ClosedOutline {
    boolean holds(Coordinate point);
  }

  private record Entry(int slot, ClosedOutline outline) {}

  private static Locator of(
      SpatialIndex tree,
      Collection<GridIndex.Slot> slots,
      Function<MultiPolygon, ClosedOutline> outline) {
    for (GridIndex.Slot slot : slots) {
      MultiPolygon scaled = slot.shape().scaled();
      tree.insert(scaled.getEnvelopeInternal(), new Entry(slot.number(), outline.apply(scaled)));
    }
    tree.query(new Envelope(0, 0, 0, 0));
    return (lon, lat) -> {
      Smallest smallest = new Smallest(new Coordinate(lon, lat));
      tree.query(new Envelope(smallest.point), smallest);
      return smallest.slot;
    };
  }

  private static ClosedOutline closed(PointOnGeometryLocator locator) {
    return point -> locator.locate(point) != Location.EXTERIOR;
  }

  private static ClosedOutline prepared(MultiPolygon scaled) {
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(scaled);
    return point -> prepared.covers(LatticeShape.SCALED.createPoint(point));
  }

  private static ClosedOutline rays(MultiPolygon scaled) {
    List<CoordinateSequence> rings = new ArrayList<>();
    for (Object ring : LinearComponentExtracter.getLines(scaled)) {
      rings.add(((LineString) ring).getCoordinateSequence());
    }
    return point -> {
      RayCrossingCounter counter = new RayCrossingCounter(point);
      for (CoordinateSequence ring : rings) {
        for (int i = 1; i < ring.size() && !counter.isOnSegment(); i++) {
          counter.countSegment(ring.getCoordinate(i - 1), ring.getCoordinate(i));
        }
      }
      return counter.getLocation() != Location.EXTERIOR;
    };
  }

  private static final class Smallest implements ItemVisitor {
    private final Coordinate point;
    private int slot = GridIndex.NONE;

    Smallest(Coordinate point) {
      this.point = point;
    }

    @Override
    public void visitItem(Object item) {
      Entry entry = (Entry) item;
      if ((slot == GridIndex.NONE || entry.slot() < slot) && entry.outline().holds(point)) {
        slot = entry.slot();
      }
    }
  }
}
