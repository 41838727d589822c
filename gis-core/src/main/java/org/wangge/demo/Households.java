package org.wangge.demo;

import java.util.List;

/** Lets a number of households move into buildings, by how many each could take. */
final class Households {
  private Households() {}

  /**
   * Spreads the households so that each building has its share, rounded so that all have a home.
   */
  static void settle(List<Draft> buildings, int households) {
    long dwellings = buildings.stream().mapToLong(building -> building.dwellings).sum();
    if (dwellings == 0) {
      return;
    }
    long passed = 0;
    long settled = 0;
    for (Draft building : buildings) {
      passed += building.dwellings;
      long upToHere = (2 * passed * households + dwellings) / (2 * dwellings);
      building.households = (int) (upToHere - settled);
      settled = upToHere;
    }
  }
}
