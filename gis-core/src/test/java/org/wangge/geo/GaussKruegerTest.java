package org.wangge.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The projected zones against PROJ: a table made once, and the program itself where installed. */
class GaussKruegerTest {
  private static final double MILLIMETER = 0.001;

  record Row(String direction, String crs, Position place, Ordinates plane) {}

  static Stream<Row> table() throws IOException {
    var table =
        Objects.requireNonNull(GaussKruegerTest.class.getResourceAsStream("gauss-krueger.csv"));
    try (var reader = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> line.startsWith("forward,") || line.startsWith("inverse,"))
          .map(line -> line.split(",", -1))
          .map(
              c ->
                  new Row(
                      c[0],
                      c[1],
                      new Position(number(c[2]), number(c[3])),
                      new Ordinates(number(c[4]), number(c[5]))))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("table")
  void agrees_with_the_table_of_proj_to_a_millimeter(Row row) {
    CoordinateSystem system = CoordinateSystems.parse(row.crs);
    if (row.direction.equals("forward")) {
      Ordinates plane = system.fromWgs84(row.place.lonDegrees(), row.place.latDegrees());
      assertThat(planeDistance(plane, row.plane)).isLessThan(MILLIMETER);
    } else {
      Position place = system.toWgs84(row.plane.x(), row.plane.y());
      assertThat(Geodesy.distanceMeters(place, row.place)).isLessThan(MILLIMETER);
    }
  }

  @Test
  void the_table_has_at_least_twelve_places_each_way_for_each_of_three_zones() throws IOException {
    for (String crs : List.of("EPSG:4546", "EPSG:4547", "EPSG:4549")) {
      for (String direction : List.of("forward", "inverse")) {
        assertThat(table().filter(row -> row.crs.equals(crs) && row.direction.equals(direction)))
            .hasSizeGreaterThanOrEqualTo(12);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4534, 4546, 4547, 4549, 4554})
  void agrees_with_proj_itself_on_a_thousand_random_points(int code) throws Exception {
    Random random = new Random(code);
    double meridian = 75 + 3.0 * (code - 4534);
    List<Position> places =
        IntStream.range(0, 1000)
            .mapToObj(
                i ->
                    new Position(meridian + random.nextDouble(-1.5, 1.5), random.nextDouble(3, 54)))
            .toList();
    List<Ordinates> planes = proj(places, "EPSG:4490", "EPSG:" + code);
    CoordinateSystem system = CoordinateSystems.parse("EPSG:" + code);
    double worstForward = 0;
    double worstInverse = 0;
    for (int i = 0; i < places.size(); i++) {
      Position place = places.get(i);
      Ordinates ours = system.fromWgs84(place.lonDegrees(), place.latDegrees());
      worstForward = Math.max(worstForward, planeDistance(ours, planes.get(i)));
      Position back = system.toWgs84(planes.get(i).x(), planes.get(i).y());
      worstInverse = Math.max(worstInverse, Geodesy.distanceMeters(back, place));
    }
    assertThat(worstForward).isLessThan(MILLIMETER);
    assertThat(worstInverse).isLessThan(MILLIMETER);
  }

  @ParameterizedTest
  @ValueSource(ints = {4534, 4540, 4546, 4554})
  void three_and_a_half_degrees_beside_the_meridian_there_and_back_is_exact_to_a_millimeter(
      int code) {
    CoordinateSystem system = CoordinateSystems.parse("EPSG:" + code);
    double meridian = 75 + 3.0 * (code - 4534);
    for (double lat = 1; lat <= 55; lat += 0.5) {
      for (double off = -3.5; off <= 3.5; off += 0.25) {
        Position place = new Position(meridian + off, lat);
        Ordinates plane = system.fromWgs84(place.lonDegrees(), lat);
        assertThat(Geodesy.distanceMeters(system.toWgs84(plane.x(), plane.y()), place))
            .isLessThan(MILLIMETER);
      }
    }
  }

  @Test
  void web_mercator_agrees_with_its_formula_on_the_sphere() {
    CoordinateSystem mercator = CoordinateSystems.parse("EPSG:3857");
    for (double lat = -85; lat <= 85; lat += 5) {
      Ordinates plane = mercator.fromWgs84(111.7, lat);
      assertThat(plane.x()).isCloseTo(6378137 * Math.toRadians(111.7), within(1e-6));
      assertThat(plane.y())
          .isCloseTo(
              6378137 * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2)), within(1e-6));
      assertThat(mercator.toWgs84(plane.x(), plane.y()).latDegrees()).isCloseTo(lat, within(1e-10));
    }
  }

  /** PROJ takes and gives these systems north before east. */
  private static List<Ordinates> proj(List<Position> places, String from, String to)
      throws IOException, InterruptedException {
    Process cs2cs = start("cs2cs", "-d", "7", from, to);
    Thread writer =
        new Thread(
            () -> {
              try (var in = cs2cs.outputWriter(StandardCharsets.US_ASCII)) {
                for (Position place : places) {
                  in.write(
                      String.format(
                          Locale.ROOT, "%.17g %.17g%n", place.latDegrees(), place.lonDegrees()));
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    writer.start();
    List<Ordinates> planes = new ArrayList<>();
    try (var out = cs2cs.inputReader(StandardCharsets.US_ASCII)) {
      out.lines()
          .map(line -> line.trim().split("\\s+"))
          .forEach(c -> planes.add(new Ordinates(number(c[1]), number(c[0]))));
    }
    writer.join();
    assertThat(cs2cs.waitFor()).isZero();
    assertThat(planes).hasSameSizeAs(places);
    return planes;
  }

  private static Process start(String... command) {
    try {
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      return abort("Skipped: cs2cs of PROJ (Debian package proj-bin) is not on the PATH.");
    }
  }

  private static double planeDistance(Ordinates a, Ordinates b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }
}
