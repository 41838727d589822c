package org.wangge.camera.cover;

import java.util.BitSet;
import java.util.Collection;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.place.Building;

/**
 * The places of a grid that are asked for: those outdoors in it, and those around its houses. Not
 * changed once it is made; thread-safe.
 *
 * <p>Nobody knows on which side of a house its doors are. So its households are spread evenly over
 * the ground around it, {@link CoverTerms#houseMeters} wide, and count by the share of that ground
 * that is seen. A house belongs to the grid that its middle lies in, as in plans; the ground around
 * it may reach over the border.
 */
public final class GridGround {
  /** Households are counted in thousandths, so that sums are exact. */
  static final int THOUSANDTHS = 1_000;

  /** Ground is counted in square centimetres, for the same reason. */
  static final double SQUARE_CENTIMETERS = 10_000;

  private final String code;
  private final Raster raster;
  private final BitSet own;
  private final BitSet asked;

  /** Thousandths of households by place; shorter than the raster where none live. */
  private final int[] homes;

  private final long squareCentimetersEach;
  private final int households;

  private GridGround(
      String code,
      Raster raster,
      BitSet own,
      int[] homes,
      long squareCentimetersEach,
      int households) {
    this.code = code;
    this.raster = raster;
    this.own = own;
    this.homes = homes;
    this.squareCentimetersEach = squareCentimetersEach;
    this.households = households;
    asked = (BitSet) own.clone();
    for (int i = 0; i < homes.length; i++) {
      if (homes[i] > 0) {
        asked.set(i);
      }
    }
  }

  /**
   * Of a grid.
   *
   * @param buildings all whose boxes touch {@link #around}, at least; ground in them is not counted
   */
  public static GridGround of(
      String code, LatticeShape shape, Collection<Building> buildings, CoverTerms terms) {
    LatticePoint middle = shape.bounds().center();
    Raster raster = raster(shape.bounds(), terms);
    BitSet outdoors = new BitSet(raster.size());
    outdoors.set(0, raster.size());
    for (Building building : buildings) {
      if (building.footprint().bounds().intersects(raster.box())) {
        outdoors.andNot(raster.inside(building.footprint()));
      }
    }
    int[] homes = new int[raster.size()];
    int households = 0;
    for (Building building : buildings) {
      if (building.households() > 0 && holds(shape, building.footprint().labelPoint())) {
        households += building.households();
        BitSet around = raster.near(building.footprint(), terms.houseMeters());
        around.and(outdoors);
        spread(building.households() * THOUSANDTHS, around, homes);
      }
    }
    BitSet own = raster.inside(shape);
    own.and(outdoors);
    long each = Math.round(raster.mesh().squareMeters(middle) * SQUARE_CENTIMETERS);
    return new GridGround(code, raster, own, homes, each, households);
  }

  /** The box in which buildings matter to a grid. */
  public static LatticeBox around(LatticeShape shape, CoverTerms terms) {
    return raster(shape.bounds(), terms).box();
  }

  private static Raster raster(LatticeBox box, CoverTerms terms) {
    // Of houses in the grid some ground lies outside: its walls may do so a little, too.
    int margin = (int) Math.ceil(2 * terms.houseMeters() / terms.spacingMeters());
    return Raster.over(box, SampleMesh.of(terms.spacingMeters(), box.center()), margin);
  }

  private static boolean holds(LatticeShape shape, LatticePoint point) {
    Coordinate at = new Coordinate(point.lon(), point.lat());
    return shape.scaled().intersects(LatticeShape.SCALED.createPoint(at));
  }

  private static void spread(int thousandths, BitSet places, int[] homes) {
    long count = places.cardinality();
    long given = 0;
    int i = 0;
    for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
      i++;
      long until = thousandths * (long) i / count;
      homes[place] += (int) (until - given);
      given = until;
    }
  }

  /** Code of the grid. */
  public String code() {
    return code;
  }

  Raster raster() {
    return raster;
  }

  /** Places outdoors in the grid; do not change them. */
  BitSet own() {
    return own;
  }

  /** Places that matter to any figure; do not change them. */
  BitSet asked() {
    return asked;
  }

  /** Households at a place, in thousandths. */
  int homesAt(int place) {
    return homes[place];
  }

  /** How many households there are in its houses; those with no ground around are never seen. */
  public int households() {
    return households;
  }

  /** Ground outdoors. */
  public double squareMeters() {
    return squareMeters(own.cardinality());
  }

  /** Ground that one place stands for. */
  long squareCentimetersEach() {
    return squareCentimetersEach;
  }

  private double squareMeters(int places) {
    return places * squareCentimetersEach / SQUARE_CENTIMETERS;
  }

  /** Ground of those of some places that are its own. */
  double squareMeters(BitSet places) {
    BitSet both = (BitSet) places.clone();
    both.and(own);
    return squareMeters(both.cardinality());
  }

  /** Households around some places, in thousandths. */
  long homes(BitSet places) {
    return places.stream().mapToLong(place -> homes[place]).sum();
  }
}
