package org.wangge.camera.picture;

import org.wangge.camera.sight.Lens;
import org.wangge.camera.sight.Sight;
import org.wangge.geo.LatticePoint;

/**
 * How one lens of a camera lays the world out in a picture: as on the inside of a cylinder around
 * the lens. Columns are evenly spaced directions from the left border of the lens to its right one;
 * rows are evenly spaced tangents of the elevation, from one that leaves some sky down to that of
 * the ground at the near range. So the ground that the picture holds between the two ranges is the
 * sector of the lens, whatever its angle, and upright edges are upright. Farther ground is in the
 * picture too, below the horizon; of ground nearer than a quarter of the mount's height nothing is,
 * even where the near range is less.
 *
 * <p>Places are metres east and north of the foot of the camera, and places of the picture are
 * columns from its left and rows from its upper border, where fractions count. Immutable and
 * thread-safe.
 */
public final class PictureView {
  /** Ground nearer than this share of the mount would lie almost under the lens. */
  private static final double STEEPEST = 0.25;

  private static final double LOWEST_TOP = 0.15;
  private static final double HIGHEST_TOP = 0.7;

  private final Sight sight;
  private final Lens lens;
  private final int width;
  private final int height;
  private final double left;
  private final double radiansAColumn;
  private final double top;
  private final double tangentARow;

  private PictureView(Sight sight, Lens lens, int width, int height) {
    this.sight = sight;
    this.lens = lens;
    this.width = width;
    this.height = height;
    left = Math.toRadians(lens.azimuthDegrees() - lens.angleDegrees() / 2);
    radiansAColumn = Math.toRadians(lens.angleDegrees()) / width;
    double mount = mountMeters();
    double bottom = -mount / Math.max(lens.nearMeters(), STEEPEST * mount);
    // As many radians a row as a column where that leaves some sky, and not only sky.
    double even = bottom + height * radiansAColumn;
    top = Math.min(HIGHEST_TOP, Math.max(LOWEST_TOP, even));
    tangentARow = (top - bottom) / height;
  }

  /**
   * The picture of a lens.
   *
   * @param lens one of the camera's; its near range is at least a quarter of the mount's height, or
   *     the ground below that is not in the picture
   */
  public static PictureView of(Sight sight, Lens lens, int width, int height) {
    return new PictureView(sight, lens, width, height);
  }

  /** The same picture with so many times as many columns and rows. */
  PictureView times(int finer) {
    return new PictureView(this, finer);
  }

  private PictureView(PictureView other, int finer) {
    sight = other.sight;
    lens = other.lens;
    width = other.width * finer;
    height = other.height * finer;
    left = other.left;
    radiansAColumn = other.radiansAColumn / finer;
    top = other.top;
    tangentARow = other.tangentARow / finer;
  }

  public Sight sight() {
    return sight;
  }

  public Lens lens() {
    return lens;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Lens above ground. */
  public double mountMeters() {
    return sight.eye().mountCentimeters() / 100.0;
  }

  /** Metres to the east of the foot of the camera. */
  public double east(LatticePoint place) {
    return (place.lon() - sight.eye().place().lon()) * sight.plane().metersPerLon();
  }

  /** Metres to the north of the foot of the camera. */
  public double north(LatticePoint place) {
    return (place.lat() - sight.eye().place().lat()) * sight.plane().metersPerLat();
  }

  /** Direction of a place in the picture, in radians clockwise from north; fractions count. */
  double azimuth(double column) {
    return left + column * radiansAColumn;
  }

  /** Tangent of the elevation of a row; fractions count, 0 is the upper border. */
  double tangent(double row) {
    return top - row * tangentARow;
  }

  /** The row of a tangent of elevation; may lie outside the picture. */
  public double row(double tangent) {
    return (top - tangent) / tangentARow;
  }

  /**
   * The column of a place. One that lies outside the angle gets the column beyond the nearer border
   * that it would have in a wider picture.
   */
  public double column(double east, double north) {
    double turn = 2 * Math.PI;
    double middle = left + width * radiansAColumn / 2;
    double off = Math.IEEEremainder(Math.atan2(east, north) - middle, turn);
    return width / 2.0 + off / radiansAColumn;
  }

  /** Columns that a metre across takes at a distance. */
  public double columnsPerMeter(double distanceMeters) {
    return 1 / (distanceMeters * radiansAColumn);
  }

  /** The row of the ground at a distance. */
  public double groundRow(double distanceMeters) {
    return row(-mountMeters() / distanceMeters);
  }
}
