package org.wangge.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * The outline of an area on the {@link Lattice}: one or more polygons whose every vertex is a whole
 * number of lattice units. Immutable by agreement: callers must not write to the geometries handed
 * out. Equal when vertex for vertex the same after normalisation (start vertex, winding and ring
 * order do not matter).
 */
public final class LatticeShape {
  /** Makes geometries in lattice units. */
  public static final GeometryFactory SCALED = new GeometryFactory(new PrecisionModel(1.0));

  /** Makes geometries in degrees, WGS 84. */
  public static final GeometryFactory DEGREES = new GeometryFactory(new PrecisionModel(), 4326);

  private final MultiPolygon scaled;

  private LatticeShape(MultiPolygon scaled) {
    this.scaled = scaled;
  }

  /**
   * Takes a polygon or multipolygon in lattice units. Nothing is checked but the type; see {@link
   * ShapeCheck}.
   *
   * @throws IllegalArgumentException for any other kind of geometry, or an empty one
   */
  public static LatticeShape ofScaled(Geometry geometry) {
    return new LatticeShape((MultiPolygon) multi(geometry, SCALED).norm());
  }

  /**
   * Rounds a polygon or multipolygon in degrees (longitude, latitude) to the lattice. Vertices that
   * fall together are kept: {@link ShapeCheck} judges the result.
   *
   * @throws IllegalArgumentException for any other kind of geometry, an empty one, or a coordinate
   *     out of range
   */
  public static LatticeShape ofDegrees(Geometry geometry) {
    Geometry copy = multi(geometry, DEGREES).copy();
    copy.apply(
        new Rewrite() {
          @Override
          double rewrite(double degrees) {
            return Lattice.ofDegrees(degrees);
          }
        });
    return ofScaled(copy);
  }

  private static MultiPolygon multi(Geometry geometry, GeometryFactory factory) {
    if (geometry.isEmpty()) {
      throw new IllegalArgumentException("an outline without any vertex");
    }
    if (geometry instanceof MultiPolygon many) {
      return (MultiPolygon) factory.createGeometry(many);
    }
    if (geometry instanceof Polygon one) {
      return factory.createMultiPolygon(new Polygon[] {(Polygon) factory.createGeometry(one)});
    }
    throw new IllegalArgumentException("not a polygon but a " + geometry.getGeometryType());
  }

  /** The outline in lattice units; do not change it. */
  public MultiPolygon scaled() {
    return scaled;
  }

  /**
   * The outline in degrees, SRID 4326: a polygon where it is one piece, else a multipolygon; shells
   * wind counter-clockwise, holes clockwise.
   */
  public Geometry toDegrees() {
    Geometry copy = scaled.getNumGeometries() == 1 ? scaled.getGeometryN(0).copy() : scaled.copy();
    copy.apply(
        new Rewrite() {
          @Override
          double rewrite(double units) {
            return Lattice.toDegrees((long) units);
          }
        });
    // Normal form winds shells clockwise; GeoJSON wants them the other way (RFC 7946, 3.1.6).
    return DEGREES.createGeometry(copy).reverse();
  }

  public LatticeBox bounds() {
    Envelope box = scaled.getEnvelopeInternal();
    return new LatticeBox(
        (int) box.getMinX(), (int) box.getMinY(), (int) box.getMaxX(), (int) box.getMaxY());
  }

  /** A point certainly inside, for labels and markers. */
  public LatticePoint labelPoint() {
    Coordinate inside = scaled.getInteriorPoint().getCoordinate();
    return new LatticePoint((int) Math.rint(inside.x), (int) Math.rint(inside.y));
  }

  public int vertexCount() {
    return scaled.getNumPoints();
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof LatticeShape shape && scaled.equalsExact(shape.scaled));
  }

  @Override
  public int hashCode() {
    return scaled.getEnvelopeInternal().hashCode() * 31 + scaled.getNumPoints();
  }

  @Override
  public String toString() {
    return "LatticeShape" + scaled.getEnvelopeInternal() + " with " + vertexCount() + " vertices";
  }

  /** Rewrites both ordinates of every vertex in place. */
  private abstract static class Rewrite implements CoordinateSequenceFilter {
    abstract double rewrite(double ordinate);

    @Override
    public void filter(CoordinateSequence sequence, int i) {
      sequence.setOrdinate(i, 0, rewrite(sequence.getX(i)));
      sequence.setOrdinate(i, 1, rewrite(sequence.getY(i)));
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
