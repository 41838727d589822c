package org.wangge.camera.cover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.wangge.camera.sight.Sight;
import org.wangge.geo.LatticePoint;

/** What a camera that might be put up would see of ground that nobody sees. */
final class CandidateView {
  private final LatticePoint place;
  private final double azimuthDegrees;
  private final List<Part> parts = new ArrayList<>();

  /**
   * Of one grid.
   *
   * @param grid its number among the grids
   * @param places of its raster, in their order
   */
  private record Part(int grid, Places places) {}

  /** Numbers that nobody changes. */
  private static final class Places {
    private final int[] numbers;

    Places(int[] numbers, int count) {
      this.numbers = Arrays.copyOf(numbers, count);
    }
  }

  CandidateView(LatticePoint place, double azimuthDegrees) {
    this.place = place;
    this.azimuthDegrees = azimuthDegrees;
  }

  LatticePoint place() {
    return place;
  }

  double azimuthDegrees() {
    return azimuthDegrees;
  }

  /**
   * Takes up what it sees of a grid.
   *
   * @param open places that can be seen from where it stands, whatever the direction
   * @param lens the camera as if nothing stood around it
   */
  void add(int grid, Raster raster, BitSet open, Sight lens) {
    int[] seen = new int[open.cardinality()];
    int count = 0;
    for (int at = open.nextSetBit(0); at >= 0; at = open.nextSetBit(at + 1)) {
      if (lens.sees(raster.lon(at), raster.lat(at), Sight.GROUND)) {
        seen[count++] = at;
      }
    }
    if (count > 0) {
      parts.add(new Part(grid, new Places(seen, count)));
    }
  }

  /** What it adds to what is seen. */
  Gain gain(List<GridGround> grounds, List<BitSet> unseen) {
    Gain gain = Gain.NONE;
    for (Part part : parts) {
      GridGround ground = grounds.get(part.grid());
      BitSet left = unseen.get(part.grid());
      long homes = 0;
      int own = 0;
      for (int at : part.places().numbers) {
        if (left.get(at)) {
          homes += ground.homesAt(at);
          own += ground.own().get(at) ? 1 : 0;
        }
      }
      gain = gain.and(new Gain(homes, own * ground.squareCentimetersEach()));
    }
    return gain;
  }

  /** Takes what it sees out of what nobody sees. */
  void take(List<BitSet> unseen) {
    for (Part part : parts) {
      BitSet left = unseen.get(part.grid());
      for (int at : part.places().numbers) {
        left.clear(at);
      }
    }
  }
}
