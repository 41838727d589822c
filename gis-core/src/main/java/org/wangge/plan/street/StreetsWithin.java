package org.wangge.plan.street;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.plan.planar.GroundScale;

/**
 * What of the streets lies within a face, and where it leaves it. What runs along the border is not
 * within: it divides nothing. Immutable.
 */
public final class StreetsWithin {
  /** Nearer than this to the border, a place is on it: what a drawn line's end is snapped by. */
  private static final double BORDER_METERS = 3;

  private static final GeometryFactory FLOATING = new GeometryFactory();

  private final StreetNetwork streets;
  private final Set<LatticePoint> exits;
  private final GroundScale ground;

  private StreetsWithin(StreetNetwork streets, Set<LatticePoint> exits, GroundScale ground) {
    this.streets = streets;
    this.exits = exits;
    this.ground = ground;
  }

  /** The streets within a face. */
  public static StreetsWithin of(StreetNetwork streets, LatticeShape face) {
    GroundScale ground = new GroundScale(face.labelPoint());
    Clip clip = new Clip(face, ground);
    for (List<LatticePoint> line : streets.lines()) {
      for (int i = 1; i < line.size(); i++) {
        clip.add(line.get(i - 1), line.get(i));
      }
    }
    return new StreetsWithin(new StreetNetwork(clip.pieces), Set.copyOf(clip.exits), ground);
  }

  /** Where a street leaves the face, west to east. */
  public List<LatticePoint> exits() {
    return exits.stream().sorted().toList();
  }

  StreetWays ways() {
    return new StreetWays(streets, exits);
  }

  /** The exit nearest to a place, within a reach. */
  Optional<LatticePoint> exitNear(LatticePoint place, double reachMeters) {
    Coordinate at = ground.toMeters(place);
    return exits.stream()
        .filter(exit -> ground.toMeters(exit).distance(at) <= reachMeters)
        .min(
            Comparator.<LatticePoint>comparingDouble(exit -> ground.toMeters(exit).distance(at))
                .thenComparing(exit -> exit));
  }

  /** The shortest way between each two exits, each once; none of them passes a third. */
  public List<StreetPath> crossings() {
    List<LatticePoint> doors = exits();
    StreetWays ways = ways();
    List<StreetPath> found = new ArrayList<>();
    for (int i = 0; i < doors.size(); i++) {
      StreetWays.Ways from = ways.from(ways.find(doors.get(i)).orElseThrow());
      for (LatticePoint other : doors.subList(i + 1, doors.size())) {
        from.to(ways.find(other).orElseThrow())
            .filter(path -> path.meters() > 2 * BORDER_METERS)
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /** Cuts segments at the border of a face. */
  private static final class Clip {
    private final GroundScale ground;
    private final Geometry face;
    private final Envelope box;
    private final IndexedPointInAreaLocator inside;
    private final IndexedFacetDistance border;
    private final List<LineString> rings;
    private final List<List<LatticePoint>> pieces = new ArrayList<>();
    private final Set<LatticePoint> exits = new TreeSet<>();

    @SuppressWarnings("unchecked")
    Clip(LatticeShape shape, GroundScale ground) {
      this.ground = ground;
      face = ground.toMeters(shape.scaled());
      box = face.getEnvelopeInternal();
      inside = new IndexedPointInAreaLocator(face);
      border = new IndexedFacetDistance(face.getBoundary());
      rings = (List<LineString>) LinearComponentExtracter.getLines(face);
    }

    void add(LatticePoint a, LatticePoint b) {
      Coordinate from = ground.toMeters(a);
      Coordinate to = ground.toMeters(b);
      if (a.equals(b) || !box.intersects(from, to)) {
        return;
      }
      LineString segment = FLOATING.createLineString(new Coordinate[] {from, to});
      if (!crosses(segment)) {
        if (inside.locate(from) == Location.INTERIOR) {
          keep(a, b);
        }
        return;
      }
      Geometry within = OverlayNGRobust.overlay(segment, face, OverlayNG.INTERSECTION);
      for (int i = 0; i < within.getNumGeometries(); i++) {
        if (within.getGeometryN(i) instanceof LineString piece && !piece.isEmpty()) {
          CoordinateSequence ends = piece.getCoordinateSequence();
          keep(point(ends.getCoordinate(0), a, b), point(ends.getCoordinate(1), a, b));
        }
      }
    }

    private boolean crosses(LineString segment) {
      return rings.stream().anyMatch(ring -> ring.intersects(segment));
    }

    /** The lattice point of a place on a segment: at its ends exactly these. */
    private LatticePoint point(Coordinate at, LatticePoint a, LatticePoint b) {
      LatticePoint rounded = ground.toLattice(at);
      if (isSame(rounded, a)) {
        return a;
      }
      return isSame(rounded, b) ? b : rounded;
    }

    private static boolean isSame(LatticePoint one, LatticePoint other) {
      return Math.abs(one.lon() - other.lon()) <= 1 && Math.abs(one.lat() - other.lat()) <= 1;
    }

    private void keep(LatticePoint a, LatticePoint b) {
      boolean aAtBorder = isAtBorder(a);
      boolean bAtBorder = isAtBorder(b);
      if (aAtBorder && bAtBorder && (isAtBorder(middle(a, b)) || a.equals(b))) {
        return;
      }
      pieces.add(List.of(a, b));
      if (aAtBorder) {
        exits.add(a);
      }
      if (bAtBorder) {
        exits.add(b);
      }
    }

    private static LatticePoint middle(LatticePoint a, LatticePoint b) {
      return new LatticePoint(
          (int) (((long) a.lon() + b.lon()) / 2), (int) (((long) a.lat() + b.lat()) / 2));
    }

    private boolean isAtBorder(LatticePoint point) {
      return border.distance(FLOATING.createPoint(ground.toMeters(point))) <= BORDER_METERS;
    }
  }
}
