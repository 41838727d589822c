package org.wangge.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import cn.hutool.core.util.CoordinateUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

class ShiftedSystemTest {
  private static final Envelope BOX = PlausibleRange.CHINA;

  /** Far below the micrometre: degrees of about 0.1 m per 1e-6. */
  private static final double MICROMETER = 1e-6;

  @Test
  void forward_agrees_with_an_independent_program() {
    CoordinateSystem gcj = CoordinateSystems.parse("GCJ-02");
    CoordinateSystem bd = CoordinateSystems.parse("BD-09");
    for (double lon = 72.1; lon < 137.8; lon += 0.37) {
      for (double lat = 0.9; lat < 55.8; lat += 0.41) {
        Ordinates ours = gcj.fromWgs84(lon, lat);
        CoordinateUtil.Coordinate theirs = CoordinateUtil.wgs84ToGcj02(lon, lat);
        assertThat(ours.x()).isCloseTo(theirs.getLng(), within(1e-11));
        assertThat(ours.y()).isCloseTo(theirs.getLat(), within(1e-11));
        Ordinates baidu = bd.fromWgs84(lon, lat);
        CoordinateUtil.Coordinate theirBaidu = CoordinateUtil.gcj02ToBd09(ours.x(), ours.y());
        assertThat(baidu.x()).isCloseTo(theirBaidu.getLng(), within(1e-11));
        assertThat(baidu.y()).isCloseTo(theirBaidu.getLat(), within(1e-11));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GCJ-02", "BD-09"})
  void there_and_back_is_exact_to_a_micrometer_all_over_china(String name) {
    CoordinateSystem system = CoordinateSystems.parse(name);
    double worst = 0;
    for (double lon = BOX.getMinX(); lon <= BOX.getMaxX(); lon += 0.0713) {
      for (double lat = BOX.getMinY(); lat <= BOX.getMaxY(); lat += 0.0719) {
        worst = Math.max(worst, roundTripMeters(system, lon, lat));
      }
    }
    assertThat(worst).isLessThan(MICROMETER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GCJ-02", "BD-09"})
  void there_and_back_is_exact_on_the_border_of_the_box_and_on_its_seams(String name) {
    CoordinateSystem system = CoordinateSystems.parse(name);
    double worst = 0;
    for (double step = 0; step <= 1; step += 0.0005) {
      double lon = BOX.getMinX() + Math.min(step, 1) * BOX.getWidth();
      double lat = BOX.getMinY() + Math.min(step, 1) * BOX.getHeight();
      for (double edge : new double[] {BOX.getMinY(), BOX.getMaxY(), 35}) {
        worst = Math.max(worst, roundTripMeters(system, Math.min(lon, BOX.getMaxX()), edge));
      }
      // The formula has a root of |lon - 105°|, which is steep there.
      for (double edge :
          new double[] {BOX.getMinX(), BOX.getMaxX(), 105, 105 + 1e-12, 105 - 1e-9}) {
        worst = Math.max(worst, roundTripMeters(system, edge, Math.min(lat, BOX.getMaxY())));
      }
    }
    assertThat(worst).isLessThan(MICROMETER);
  }

  /** Every value between the images of the borders means one place, and gives itself back. */
  @ParameterizedTest
  @ValueSource(strings = {"GCJ-02", "BD-09"})
  void back_and_there_is_exact_as_well(String name) {
    CoordinateSystem system = CoordinateSystems.parse(name);
    for (double x = 72.1; x <= 137.8; x += 0.173) {
      for (double y = 0.9; y <= 55.8; y += 0.171) {
        Position place = system.toWgs84(x, y);
        Ordinates back = system.fromWgs84(place.lonDegrees(), place.latDegrees());
        assertThat(back.x()).isCloseTo(x, within(5e-12));
        assertThat(back.y()).isCloseTo(y, within(5e-12));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"GCJ-02, 50, 800", "BD-09, 300, 1900"})
  void the_shift_is_of_the_known_size(String name, double least, double most) {
    CoordinateSystem system = CoordinateSystems.parse(name);
    for (double lon = 98; lon <= 122; lon += 1.7) {
      for (double lat = 22; lat <= 44; lat += 1.3) {
        Ordinates shifted = system.fromWgs84(lon, lat);
        double meters =
            Geodesy.distanceMeters(new Position(lon, lat), new Position(shifted.x(), shifted.y()));
        assertThat(meters).isBetween(least, most);
      }
    }
  }

  @Test
  void a_value_just_outside_the_box_that_means_a_place_inside_is_taken() {
    CoordinateSystem gcj = CoordinateSystems.parse("GCJ-02");
    Ordinates corner = gcj.fromWgs84(BOX.getMaxX(), BOX.getMaxY());
    assertThat(BOX.contains(corner.x(), corner.y())).isFalse();
    assertThatCode(() -> gcj.toWgs84(corner.x(), corner.y())).doesNotThrowAnyException();
  }

  private static double roundTripMeters(CoordinateSystem system, double lon, double lat) {
    Ordinates shifted = system.fromWgs84(lon, lat);
    return Geodesy.distanceMeters(new Position(lon, lat), system.toWgs84(shifted.x(), shifted.y()));
  }
}
