package org.wangge.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTReader;
import org.slf4j.LoggerFactory;
import org.wangge.fault.Invalid;

class CoordinateSystemsTest {

  @Test
  void every_name_is_taken_back_in_either_case() {
    assertThat(CoordinateSystems.names())
        .hasSize(26)
        .contains(
            "EPSG:4326", "EPSG:4490", "EPSG:3857", "EPSG:4534", "EPSG:4554", "GCJ-02", "BD-09");
    for (String name : CoordinateSystems.names()) {
      assertThat(CoordinateSystems.parse(name).name()).isEqualTo(name);
      assertThat(CoordinateSystems.parse(" " + name.toLowerCase(Locale.ROOT) + " ").name())
          .isEqualTo(name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "EPSG:4533",
        "EPSG:4555",
        "EPSG:32649",
        "4326",
        "WGS84",
        "EPSG:4326;DROP",
        "\u0000"
      })
  void any_other_name_is_refused_with_the_known_ones(String name) {
    Invalid refusal = refusal(() -> CoordinateSystems.parse(name));
    assertThat(refusal.code()).isEqualTo("crs-unknown");
    assertThat(refusal.field()).isEqualTo("crs");
    assertThat(refusal.details())
        .containsEntry("crs", name)
        .containsEntry("known", CoordinateSystems.names());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:ogc:def:crs:EPSG::4490",
        "URN:OGC:DEF:CRS:EPSG::4546",
        "http://www.opengis.net/def/crs/EPSG/0/4490",
        "urn:ogc:def:crs:OGC:1.3:CRS84"
      })
  void forms_whose_axis_order_is_in_doubt_are_refused_with_the_name_to_say(String name) {
    Invalid refusal = refusal(() -> CoordinateSystems.parse(name));
    assertThat(refusal.code()).isEqualTo("crs-unknown");
    assertThat(refusal.details().get("mend"))
        .asString()
        .contains("short name")
        .contains("longitude before");
  }

  @Test
  void a_very_long_name_is_not_echoed_in_full() {
    assertThat(refusal(() -> CoordinateSystems.parse("x".repeat(100_000))).getMessage())
        .hasSizeLessThan(1000);
  }

  /** Each of these is north before east by its definition; here x stays east. */
  @ParameterizedTest
  @CsvSource({
    "EPSG:4326, 111.69, 29.03",
    "EPSG:4490, 111.69, 29.03",
    "EPSG:4546, 567214.29006, 3212790.80923",
    "EPSG:4547, 275100.0, 3215900.0",
    "EPSG:3857, 12433273.93, 3379340.0",
    "GCJ-02, 111.69, 29.03",
    "BD-09, 111.69, 29.03"
  })
  void east_comes_first_whatever_the_authority_says(String crs, double x, double y) {
    CoordinateSystem system = CoordinateSystems.parse(crs);
    Position place = system.toWgs84(x, y);
    assertThat(place.lonDegrees()).isCloseTo(111.69, within(0.02));
    assertThat(place.latDegrees()).isCloseTo(29.03, within(0.02));
    Invalid refusal = refusal(() -> system.toWgs84(y, x));
    assertThat(refusal.code()).isEqualTo("axes-swapped");
    assertThat(refusal.details().get("mend")).asString().contains("first");
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG:4326, 39.47, 75.99",
    "EPSG:4490, 43.8, 87.6",
    "EPSG:4326, 43.8, 87.6",
    "GCJ-02, 39.47, 75.99"
  })
  void swapped_axes_of_the_far_west_are_noticed_too(String crs, double x, double y) {
    assertThat(refusal(() -> CoordinateSystems.parse(crs).toWgs84(x, y)).code())
        .isEqualTo("axes-swapped");
  }

  @ParameterizedTest
  @CsvSource({"25.7, 66.5", "-122.4, 37.8", "11.6, 48.1", "-51.7, 72.0", "151.2, -33.9", "0, 0"})
  void places_abroad_are_not_taken_for_swapped_ones(double lon, double lat) {
    assertThat(CoordinateSystems.WGS84.toWgs84(lon, lat)).isEqualTo(new Position(lon, lat));
    CoordinateSystem mercator = CoordinateSystems.parse("EPSG:3857");
    Ordinates plane = mercator.fromWgs84(lon, lat);
    assertThat(mercator.toWgs84(plane.x(), plane.y()).latDegrees()).isCloseTo(lat, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG:4326, 180.0000001, 10, lon",
    "EPSG:4326, 100, -90.0000001, lat",
    "EPSG:4326, 500000, 3200000, lon",
    "EPSG:4490, -122.4, 37.8, lon",
    "GCJ-02, 0, 0, lon",
    "BD-09, 151.2, -33.9, lon",
    "EPSG:4546, 111.69, 29.03, lon",
    "EPSG:4546, 37567214, 3212790, lon",
    "EPSG:4546, 567214, 9000000, lat",
    "EPSG:4546, 115000, 6000000, lat",
    "EPSG:3857, 30000000, 0, lon",
    "EPSG:4546, 1e300, -1e300, lon"
  })
  void values_that_cannot_be_meant_are_refused(String crs, double x, double y, String field) {
    Invalid refusal = refusal(() -> CoordinateSystems.parse(crs).toWgs84(x, y));
    assertThat(refusal.code()).isEqualTo("coordinate-out-of-range");
    assertThat(refusal.details())
        .containsEntry("crs", crs)
        .containsKeys("x", "y", "expected", "mend");
    assertThat(refusal.field()).isEqualTo(field);
  }

  @Test
  void an_easting_that_carries_its_zone_number_is_told_its_zone() {
    Invalid refusal =
        refusal(() -> CoordinateSystems.parse("EPSG:4547").toWgs84(37567214, 3212790));
    assertThat(refusal.details().get("mend"))
        .asString()
        .contains("zone number 37")
        .contains("EPSG:4546");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4326", "EPSG:4490", "EPSG:4546", "EPSG:3857", "GCJ-02", "BD-09"})
  void what_is_not_a_number_is_refused_by_every_system(String crs) {
    CoordinateSystem system = CoordinateSystems.parse(crs);
    for (double bad :
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      assertThat(refusal(() -> system.toWgs84(bad, 30)).code())
          .isEqualTo("coordinate-not-a-number");
      assertThat(refusal(() -> system.toWgs84(111, bad)).code())
          .isEqualTo("coordinate-not-a-number");
      assertThat(refusal(() -> system.fromWgs84(bad, 30)).code())
          .isEqualTo("coordinate-not-a-number");
    }
  }

  @Test
  void a_place_outside_the_use_of_a_system_has_no_values_in_it() {
    assertThat(refusal(() -> CoordinateSystems.parse("EPSG:4549").fromWgs84(111.7, 29)).code())
        .isEqualTo("coordinate-out-of-range");
    assertThat(refusal(() -> CoordinateSystems.parse("GCJ-02").fromWgs84(-122.4, 37.8)).code())
        .isEqualTo("coordinate-out-of-range");
  }

  @Test
  void the_corners_of_the_globe_are_within_it() {
    for (double lon : new double[] {-180, 180}) {
      for (double lat : new double[] {-90, 90}) {
        assertThat(CoordinateSystems.WGS84.toWgs84(lon, lat)).isEqualTo(new Position(lon, lat));
      }
    }
    Position edge =
        CoordinateSystems.parse("EPSG:3857").toWgs84(20037508.342789244, 20037508.342789244);
    assertThat(edge.lonDegrees()).isEqualTo(180, within(1e-9)).isLessThanOrEqualTo(180);
  }

  @Test
  void a_geometry_is_converted_vertex_by_vertex_into_a_copy() throws Exception {
    String wkt =
        "POLYGON Z ((567000 3212000 5, 568000 3212000 6, 568000 3213000 7, 567000 3212000 5))";
    Geometry plane = new WKTReader(new GeometryFactory()).read(wkt);
    CoordinateSystem system = CoordinateSystems.parse("EPSG:4546");
    Geometry degrees = system.toWgs84(plane);
    assertThat(plane.equalsExact(new WKTReader().read(wkt))).isTrue();
    assertThat(degrees.getSRID()).isEqualTo(4326);
    assertThat(degrees.getCoordinates()[1].getZ()).isEqualTo(6);
    Position second = system.toWgs84(568000, 3212000);
    assertThat(degrees.getCoordinates()[1].x).isEqualTo(second.lonDegrees());
    assertThat(degrees.getCoordinates()[1].y).isEqualTo(second.latDegrees());
  }

  @Test
  void a_geometry_with_a_bad_vertex_is_refused_with_its_number() throws Exception {
    Geometry line = new WKTReader().read("LINESTRING (111 29, 111.1 29, 29 111.2)");
    Invalid refusal = refusal(() -> CoordinateSystems.parse("GCJ-02").toWgs84(line));
    assertThat(refusal.code()).isEqualTo("axes-swapped");
    assertThat(refusal.details()).containsEntry("vertex", 2);
  }

  @Test
  void many_threads_get_the_answers_of_one() throws Exception {
    CoordinateSystem system = CoordinateSystems.parse("EPSG:4548");
    List<Position> alone = conversions(system);
    var threads = Executors.newFixedThreadPool(8);
    try {
      Callable<List<Position>> task = () -> conversions(system);
      for (var answer : threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> task).toList())) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdown();
    }
  }

  private static List<Position> conversions(CoordinateSystem system) {
    return IntStream.range(0, 2000)
        .mapToObj(i -> system.toWgs84(400_000 + i * 100.0, 2_500_000 + i * 1000.0))
        .toList();
  }

  @Test
  void warming_up_twice_does_no_harm_and_logback_still_logs() {
    CoordinateSystems.warmUp();
    CoordinateSystems.warmUp();
    assertThat(LoggerFactory.getILoggerFactory().getClass().getName()).contains("logback");
    assertThat(LoggerFactory.getLogger("org.geotools").getClass().getName()).contains("logback");
  }

  private static Invalid refusal(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(Invalid.class);
    return catchThrowableOfType(Invalid.class, call);
  }
}
