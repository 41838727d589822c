package org.wangge.camera.cover;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticeShape;

/** Finds ground that hangs together, side by side, and that nobody sees. */
public final class BlindSpots {
  private static final PrecisionModel WHOLE = new PrecisionModel(1);

  private static final Comparator<BitSet> LARGEST_FIRST =
      Comparator.<BitSet>comparingInt(BitSet::cardinality)
          .reversed()
          .thenComparing(part -> part.nextSetBit(0));

  private final GridGround ground;
  private final Raster raster;

  private BlindSpots(GridGround ground) {
    this.ground = ground;
    this.raster = ground.raster();
  }

  /**
   * The blind spots of a grid, the largest first; of equal ones the one farther south and west.
   *
   * @param by whose sight counts
   * @param leastSquareMeters smaller ones are left out
   */
  public static List<BlindSpot> of(GridCover cover, Counted by, double leastSquareMeters) {
    BlindSpots spots = new BlindSpots(cover.ground());
    return spots.parts(cover, by, leastSquareMeters).stream().map(spots::spot).toList();
  }

  /** How large they are, without their outlines. */
  static List<Double> squareMeters(GridCover cover, Counted by, double leastSquareMeters) {
    BlindSpots spots = new BlindSpots(cover.ground());
    return spots.parts(cover, by, leastSquareMeters).stream()
        .map(cover.ground()::squareMeters)
        .toList();
  }

  private List<BitSet> parts(GridCover cover, Counted by, double leastSquareMeters) {
    BitSet unseen = (BitSet) ground.own().clone();
    unseen.andNot(cover.seen(by));
    List<BitSet> parts = parts(unseen);
    parts.removeIf(part -> ground.squareMeters(part) < leastSquareMeters);
    parts.sort(LARGEST_FIRST);
    return parts;
  }

  private List<BitSet> parts(BitSet unseen) {
    List<BitSet> parts = new ArrayList<>();
    BitSet left = (BitSet) unseen.clone();
    for (int place = left.nextSetBit(0); place >= 0; place = left.nextSetBit(place)) {
      parts.add(taken(left, place));
    }
    return parts;
  }

  /** Takes what hangs together with a place away from what is left. */
  private BitSet taken(BitSet left, int first) {
    BitSet part = new BitSet();
    Deque<Integer> next = new ArrayDeque<>();
    take(first, left, part, next);
    while (!next.isEmpty()) {
      int place = next.pop();
      int column = place % raster.columns();
      if (column > 0) {
        take(place - 1, left, part, next);
      }
      if (column + 1 < raster.columns()) {
        take(place + 1, left, part, next);
      }
      take(place - raster.columns(), left, part, next);
      take(place + raster.columns(), left, part, next);
    }
    return part;
  }

  private static void take(int place, BitSet left, BitSet part, Deque<Integer> next) {
    if (place >= 0 && left.get(place)) {
      left.clear(place);
      part.set(place);
      next.push(place);
    }
  }

  private BlindSpot spot(BitSet part) {
    LatticeShape outline = outline(part);
    return new BlindSpot(
        ground.squareMeters(part),
        (double) ground.homes(part) / GridGround.THOUSANDTHS,
        outline,
        outline.labelPoint());
  }

  /** The union of the cells, made of one box for each run of them. */
  private LatticeShape outline(BitSet part) {
    List<Geometry> runs = new ArrayList<>();
    int from = part.nextSetBit(0);
    while (from >= 0) {
      int endOfRow = (from / raster.columns() + 1) * raster.columns();
      int end = Math.min(part.nextClearBit(from), endOfRow);
      LatticeBox box = cell(from).union(cell(end - 1));
      runs.add(
          LatticeShape.SCALED.toGeometry(
              new Envelope(box.west(), box.east(), box.south(), box.north())));
      from = part.nextSetBit(end);
    }
    return LatticeShape.ofScaled(UnaryUnionNG.union(runs, LatticeShape.SCALED, WHOLE));
  }

  private LatticeBox cell(int place) {
    return raster
        .mesh()
        .cell(raster.west() + place % raster.columns(), raster.south() + place / raster.columns());
  }
}
