package org.wangge.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Fits a geometry in lattice units to the pixels of one tile: projected, cut to the tile and a
 * buffer around it, rounded to whole pixels, without what has become too small to draw.
 *
 * <p>Points belong to the one tile they lie in, so that a label is never drawn twice; lines and
 * polygons reach into the buffer, so that their strokes meet across tiles.
 */
final class TileGeometry {
  /** Makes geometries in whole pixels. */
  static final GeometryFactory PIXELS = new GeometryFactory(new PrecisionModel(1.0));

  private final TileProjection projection;
  private final Envelope box;
  private final BoxClip clip;
  private final TileLayer.Detail detail;

  TileGeometry(TileCoord tile, int bufferPixels, TileLayer.Detail detail) {
    this.projection = new TileProjection(tile);
    int far = TileCoord.EXTENT + bufferPixels;
    this.box = new Envelope(-bufferPixels, far, -bufferPixels, far);
    this.clip = new BoxClip(box);
    this.detail = detail;
  }

  /** What the tile shows of a geometry, in whole pixels; nothing where it shows none. */
  Optional<Geometry> fit(Geometry lattice) {
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < lattice.getNumGeometries(); i++) {
      Geometry part = lattice.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        addPolygon(polygon, parts);
      } else if (part instanceof LineString line) {
        addLine(line, parts);
      } else if (part instanceof Point point) {
        addPoint(point, parts);
      }
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Geometry fitted = PIXELS.buildGeometry(parts);
    Geometry valid = lattice.getDimension() == 2 ? valid(fitted, lattice) : fitted;
    return valid.isEmpty() || (valid.getDimension() == 2 && valid.getArea() < detail.minArea())
        ? Optional.empty()
        : Optional.of(valid);
  }

  private void addPoint(Point point, List<Geometry> parts) {
    Coordinate pixel =
        PixelRing.round(new Coordinate(projection.x(point.getX()), projection.y(point.getY())));
    if (pixel.x >= 0 && pixel.x < TileCoord.EXTENT && pixel.y >= 0 && pixel.y < TileCoord.EXTENT) {
      parts.add(PIXELS.createPoint(pixel));
    }
  }

  /** Simplified before it is cut, so that two tiles simplify it alike. */
  private void addLine(LineString line, List<Geometry> parts) {
    LineString whole = PIXELS.createLineString(projection.project(line.getCoordinateSequence()));
    if (!whole.getEnvelopeInternal().intersects(box)) {
      return;
    }
    if (detail.lineTolerance() > 0) {
      whole = (LineString) DouglasPeuckerSimplifier.simplify(whole, detail.lineTolerance());
    }
    for (Coordinate[] piece : clip.line(whole.getCoordinates())) {
      Coordinate[] pixels = PixelRing.roundLine(piece);
      if (pixels.length > 1) {
        parts.add(PIXELS.createLineString(pixels));
      }
    }
  }

  private void addPolygon(Polygon polygon, List<Geometry> parts) {
    Coordinate[] shell = fitRing(polygon.getExteriorRing());
    if (shell.length == 0) {
      return;
    }
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      Coordinate[] hole = fitRing(polygon.getInteriorRingN(i));
      if (hole.length > 0) {
        holes.add(PIXELS.createLinearRing(hole));
      }
    }
    Polygon fitted =
        PIXELS.createPolygon(PIXELS.createLinearRing(shell), holes.toArray(LinearRing[]::new));
    if (fitted.getArea() > 0) {
      parts.add(fitted);
    }
  }

  private Coordinate[] fitRing(LineString ring) {
    Coordinate[] projected = projection.project(ring.getCoordinateSequence());
    Envelope reach = new Envelope();
    for (Coordinate vertex : projected) {
      reach.expandToInclude(vertex);
    }
    return PixelRing.roundRing(box.covers(reach) ? projected : clip.ring(projected));
  }

  /**
   * Almost always what was rounded is valid as it is. Where rounding or cutting made a ring touch
   * itself, the polygon is snap-rounded instead, which may move its border against a neighbour's by
   * one pixel of {@link TileCoord#EXTENT} there. Of 1,600 crooked grids at zooms 7 to 15 all such
   * places were on the buffer's edge, out of sight.
   */
  private Geometry valid(Geometry fitted, Geometry lattice) {
    if (PolygonRepair.isValid(fitted)) {
      return fitted;
    }
    List<Polygon> projected = new ArrayList<>();
    for (int i = 0; i < lattice.getNumGeometries(); i++) {
      projected.add(project((Polygon) lattice.getGeometryN(i)));
    }
    return PolygonRepair.snapRound(PIXELS.buildGeometry(projected), box);
  }

  private Polygon project(Polygon polygon) {
    LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = projectRing(polygon.getInteriorRingN(i));
    }
    return PIXELS.createPolygon(projectRing(polygon.getExteriorRing()), holes);
  }

  private LinearRing projectRing(LineString ring) {
    return PIXELS.createLinearRing(projection.project(ring.getCoordinateSequence()));
  }
}
