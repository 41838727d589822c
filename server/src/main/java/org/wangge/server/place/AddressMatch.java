package org.wangge.server.place;

import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;
import org.wangge.place.Exactness;

/**
 * How an address fits.
 *
 * @param cost the smaller the better
 * @param exactness said of it
 * @param text part of the question that its name fits
 * @param missing part of the question that does not exist
 * @param number on the street, where it was reckoned; else empty
 * @param locationOrNull where that number is reckoned to be
 */
record AddressMatch(
    int cost,
    Exactness exactness,
    String text,
    String missing,
    String number,
    @Nullable LatticePoint locationOrNull) {

  static AddressMatch ofName(int cost, Exactness exactness, String text) {
    return new AddressMatch(cost, exactness, text, "", "", null);
  }

  /** The same for what lies below what has the name. */
  AddressMatch below(int more, Exactness atBest) {
    Exactness worse = exactness.compareTo(atBest) > 0 ? exactness : atBest;
    return new AddressMatch(cost + more, worse, text, "", "", null);
  }

  AddressMatch lacking(int more, String absent) {
    return new AddressMatch(cost + more, Exactness.SIMILAR, text, absent, "", null);
  }

  AddressMatch reckoned(int more, String streetNumber, LatticePoint location, String absent) {
    return new AddressMatch(
        cost + more, Exactness.INTERPOLATED, text, absent, streetNumber, location);
  }
}
