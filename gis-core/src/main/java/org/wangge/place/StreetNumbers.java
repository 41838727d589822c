package org.wangge.place;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.wangge.geo.LatticePoint;

/** The known house numbers of one street, and where the numbers between them must be. Immutable. */
public final class StreetNumbers {
  private final NavigableMap<Integer, LatticePoint> odd = new TreeMap<>();
  private final NavigableMap<Integer, LatticePoint> even = new TreeMap<>();

  public StreetNumbers(List<StreetNumber> known) {
    known.forEach(one -> side(one.number()).put(one.number(), one.location()));
  }

  private NavigableMap<Integer, LatticePoint> side(int number) {
    return number % 2 == 0 ? even : odd;
  }

  /**
   * Where a number is.
   *
   * @param location of the number
   * @param interpolated whether it was reckoned from its neighbours on the same side
   */
  public record Found(LatticePoint location, boolean interpolated) {}

  /** Where a number is, or must be; empty beyond the first and last known on its side. */
  public Optional<Found> find(int number) {
    NavigableMap<Integer, LatticePoint> side = side(number);
    Map.Entry<Integer, LatticePoint> below = side.floorEntry(number);
    Map.Entry<Integer, LatticePoint> above = side.ceilingEntry(number);
    if (below == null || above == null) {
      return Optional.empty();
    }
    if (below.getKey() == number) {
      return Optional.of(new Found(below.getValue(), false));
    }
    double share = (double) (number - below.getKey()) / (above.getKey() - below.getKey());
    return Optional.of(new Found(between(below.getValue(), above.getValue(), share), true));
  }

  private static LatticePoint between(LatticePoint a, LatticePoint b, double share) {
    return new LatticePoint(
        (int) Math.rint(a.lon() + share * ((double) b.lon() - a.lon())),
        (int) Math.rint(a.lat() + share * ((double) b.lat() - a.lat())));
  }
}
