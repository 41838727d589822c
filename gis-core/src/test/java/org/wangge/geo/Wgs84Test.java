package org.wangge.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Wgs84Test {
  private static final int UNITS = 1_000;

  @ParameterizedTest
  @ValueSource(doubles = {-89, -60, -1, 0, 18.2, 31.2, 39.9, 53.5, 89})
  void units_are_as_long_as_geodesics(double latitude) {
    LatticePoint here = LatticePoint.ofDegrees(121.5, latitude);
    LatticePoint east = new LatticePoint(here.lon() + UNITS, here.lat());
    LatticePoint south = new LatticePoint(here.lon(), here.lat() - UNITS / 2);
    LatticePoint north = new LatticePoint(here.lon(), here.lat() + UNITS / 2);
    assertThat(UNITS * Wgs84.metersPerLon(latitude))
        .isCloseTo(Geodesy.distanceMeters(here, east), within(1e-7));
    assertThat(UNITS * Wgs84.metersPerLat(latitude))
        .isCloseTo(Geodesy.distanceMeters(south, north), within(1e-7));
  }
}
