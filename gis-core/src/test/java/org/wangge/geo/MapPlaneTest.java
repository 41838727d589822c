package org.wangge.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapPlaneTest {

  @ParameterizedTest
  @CsvSource({
    "112.6, 28.9, 0.05, 0.03",
    "112.6, 28.9, -0.1, 0.1",
    "116.4, 39.9, 0.01, -0.2",
    "100, 20, 0.2, 0.1",
    "120, 50, 0.001, 0.001",
  })
  void lengths_from_the_middle_are_those_on_the_ground_and_the_way_back_is_exact(
      double lon, double lat, double dLon, double dLat) {
    MapPlane plane = new MapPlane(new Position(lon, lat));
    MapPlane.Place place = plane.of(lon + dLon, lat + dLat);
    double drawn = Math.hypot(place.eastMeters(), place.northMeters());
    double real =
        Geodesy.distanceMeters(new Position(lon, lat), new Position(lon + dLon, lat + dLat));
    assertThat(drawn / real).isCloseTo(1, within(1e-5));
    Position back = plane.at(place.eastMeters(), place.northMeters());
    assertThat(back.lonDegrees()).isCloseTo(lon + dLon, within(1e-9));
    assertThat(back.latDegrees()).isCloseTo(lat + dLat, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0.05, 0.03", "-0.05, -0.04"})
  void over_a_town_a_side_far_from_the_middle_is_true_to_a_millionth(double dLon, double dLat) {
    MapPlane plane = new MapPlane(new Position(112.6, 28.9));
    MapPlane.Place one = plane.of(112.6 + dLon, 28.9 + dLat);
    MapPlane.Place other = plane.of(112.61 + dLon, 28.91 + dLat);
    double drawn =
        Math.hypot(other.eastMeters() - one.eastMeters(), other.northMeters() - one.northMeters());
    double real =
        Geodesy.distanceMeters(
            new Position(112.6 + dLon, 28.9 + dLat), new Position(112.61 + dLon, 28.91 + dLat));
    assertThat(drawn / real).isCloseTo(1, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"1000", "-1000"})
  void up_is_true_north(double north) {
    Position up = new MapPlane(new Position(112.6, 28.9)).at(0, north);
    assertThat(up.lonDegrees()).isCloseTo(112.6, within(1e-12));
  }
}
