package org.wangge.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.wangge.fault.Invalid;
import org.wangge.geo.ShapeFault.Spot;

class ShapeCheckTest {
  private static final ShapeCheck CHECK = new ShapeCheck();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POLYGON ((111 29, 111.1 29, 111.1 29.1, 111 29.1, 111 29))",
        "POLYGON ((111 29, 111 29.1, 111.1 29.1, 111.1 29, 111 29))",
        "POLYGON ((111 29, 111 29, 111.1 29, 111.1 29.1, 111.1 29.1, 111 29.1, 111 29, 111 29))",
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1), (2 2, 3 2, 3 3, 2 3, 2 2))",
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((1 1, 2 1, 2 2, 1 1)))",
        "POLYGON Z ((0 0 1, 1 0 NaN, 1 1 3, 0 0 1))",
        "POLYGON ((72 3, 122 3, 122 53, 72 53, 72 3))"
      })
  void a_sound_outline_comes_back_on_the_lattice(String wkt) throws ParseException {
    ShapeVerdict verdict = CHECK.judge(read(wkt));
    assertThat(verdict.faults()).isEmpty();
    LatticeShape shape = verdict.orThrow("geometry");
    assertThat(shape.scaled().isValid()).isTrue();
    assertThat(shape.toDegrees().equalsTopo(read(wkt))).isTrue();
  }

  /** Code, then place where it is known. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # ring by ring
          ring-self-crossing   | 0 0 0 | 1 1 | POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))
          ring-self-crossing   | 0 0 1 | 2 0 | POLYGON ((0 0, 1 0, 2 0, 1 0, 1 1, 0 0))
          ring-touches-itself  | 0 0 0 | 1 0 | POLYGON ((0 0, 2 0, 2 2, 1 0, 0 2, 0 0))
          ring-self-crossing   | 1 0 0 | 6 6 | MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 7 7, 7 5, 5 7, 5 5)))
          ring-too-few-points  | 0 0 0 | 0 0 | POLYGON ((0 0, 1 1, 0 0, 0 0))
          area-zero            | 0 0 0 | 0 0 | POLYGON ((0 0, 1 1, 2 2, 0 0))
          area-zero            | 0 1 0 | 1 1 | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 1 3, 1 1))
          # rings of one polygon
          hole-outside-shell   | 0 1 0 | 5 5 | POLYGON ((0 0, 1 0, 1 1, 0 0), (5 5, 6 5, 6 6, 5 5))
          holes-nested         | 0 2 0 | 2 2 | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1), (2 2, 3 2, 3 3, 2 2))
          rings-cross          | -     | -   | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (8 1, 12 1, 12 2, 8 2, 8 1))
          rings-cross          | -     | -   | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (0 0, 9 0, 9 9, 0 9, 0 0))
          interior-disconnected| -     | -   | POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (0 3, 9 5, 5 6, 0 3))
          # polygons
          parts-overlap        | -     | -   | MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((1 1, 3 1, 3 3, 1 3, 1 1)))
          parts-overlap        | -     | -   | MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)), ((1 1, 2 1, 2 2, 1 1)))
          parts-overlap        | -     | -   | MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((2 0, 4 0, 4 2, 2 2, 2 0)))
          # numbers
          axes-swapped         | 0 0 0 | 29 111 | POLYGON ((29 111, 29.1 111, 29.1 111.1, 29 111))
          coordinate-out-of-range | 0 0 1 | 181 0 | POLYGON ((0 0, 181 0, 1 1, 0 0))
          coordinate-not-a-number | 0 0 2 | -   | POLYGON ((0 0, 1 0, NaN 1, 0 0))
          coordinate-not-a-number | 0 0 2 | -   | POLYGON ((0 0, 1 0, Infinity 1, 0 0))
          extent-too-large     | -     | -   | POLYGON ((0 0, 50.0000001 0, 1 1, 0 0))
          # kinds
          not-a-polygon        | -     | -   | LINESTRING (0 0, 1 1)
          not-a-polygon        | -     | -   | GEOMETRYCOLLECTION (POLYGON ((0 0, 1 0, 1 1, 0 0)))
          outline-empty        | -     | -   | POLYGON EMPTY
          outline-empty        | -     | -   | MULTIPOLYGON EMPTY
          # only rounding breaks it
          collapses-on-lattice | 0 0 0 | 0 0 | POLYGON ((0 0, 1e-8 0, 1e-8 1e-8, 0 0))
          collapses-on-lattice | 0 0 0 | 0 0 | POLYGON ((0 0, 1 0, 1 1e-8, 0 0))
          """)
  void a_faulty_outline_is_refused_with_code_and_place(
      String code, String spot, String place, String wkt) throws ParseException {
    ShapeVerdict verdict = CHECK.judge(read(wkt));
    assertThat(verdict.shape()).isEmpty();
    ShapeFault fault = verdict.faults().get(0);
    assertThat(fault.code()).isEqualTo(code);
    if (!spot.equals("-")) {
      String[] at = spot.split(" ", 3);
      assertThat(fault.at()).contains(new Spot(whole(at[0]), whole(at[1]), whole(at[2])));
    }
    if (!place.equals("-")) {
      String[] lonLat = place.split(" ", 2);
      assertThat(fault.place())
          .contains(new Position(Double.parseDouble(lonLat[0]), Double.parseDouble(lonLat[1])));
    }
  }

  private static int whole(String text) {
    return Integer.parseInt(text);
  }

  /** A thin wedge whose tip rounding pushes across the opposite edge. */
  @Test
  void an_outline_that_crosses_itself_only_after_rounding_is_refused() throws ParseException {
    Geometry wedge = read("POLYGON ((0 0, 1 0.00000006, 1 1, 0.5 0.000000031, 0 1, 0 0))");
    assertThat(new IsValidOp(wedge).isValid()).isTrue();
    ShapeFault fault = CHECK.judge(wedge).faults().get(0);
    assertThat(fault.code()).isEqualTo("collapses-on-lattice");
    assertThat(fault.place().orElseThrow().lonDegrees()).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void a_vertex_that_falls_on_the_one_before_is_dropped() throws ParseException {
    Geometry stuttering =
        read("POLYGON ((0 0, 0 1e-9, 1 0, 1 0, 1 1, 0.99999999999 1, 1e-9 0, 0 0))");
    assertThat(CHECK.judge(stuttering).orThrow("geometry"))
        .isEqualTo(LatticeShape.ofDegrees(read("POLYGON ((0 0, 1 0, 1 1, 0 0))")));
  }

  @Test
  void an_unclosed_ring_is_refused_and_closed_only_on_request() {
    RawOutline open =
        RawOutline.ofRing(
            List.of(
                new Position(0, 0), new Position(1, 0), new Position(1, 1), new Position(0, 1)));
    assertThat(CHECK.judge(open).faults())
        .containsExactly(new ShapeFault("ring-unclosed", new Spot(0, 0, 3), new Position(0, 1)));
    assertThat(CHECK.judge(open.closed()).shape()).isPresent();
    assertThat(open.closed().closed()).isEqualTo(open.closed());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void a_ring_of_too_few_points_is_refused(int count) {
    List<Position> ring = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ring.add(new Position(i % 2, 0));
    }
    List<ShapeFault> faults = CHECK.judge(RawOutline.ofRing(ring)).faults();
    assertThat(faults.get(0).code())
        .isEqualTo(count == 0 ? "outline-empty" : "ring-too-few-points");
  }

  @Test
  void a_polygon_without_rings_and_a_ring_without_vertices_are_refused() {
    assertThat(CHECK.judge(new RawOutline(List.of(List.of()))).faults().get(0).code())
        .isEqualTo("outline-empty");
    List<Position> shell =
        List.of(new Position(0, 0), new Position(1, 0), new Position(1, 1), new Position(0, 0));
    assertThat(CHECK.judge(new RawOutline(List.of(List.of(shell, List.of())))).faults())
        .containsExactly(new ShapeFault("ring-too-few-points", new Spot(0, 1, 0), null));
  }

  @Test
  void faults_of_several_parts_are_all_named() throws ParseException {
    ShapeVerdict verdict =
        CHECK.judge(
            read("MULTIPOLYGON (((0 0, 2 2, 2 0, 0 2, 0 0)), ((5 5, 7 7, 7 5, 5 7, 5 5)))"));
    assertThat(verdict.faults())
        .extracting(fault -> fault.at().orElseThrow().part())
        .containsExactly(0, 1);
  }

  @Test
  void the_refusal_carries_the_first_fault_and_all_of_them() throws ParseException {
    ShapeVerdict verdict = CHECK.judge(read("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))"));
    Invalid refusal =
        catchThrowableOfType(Invalid.class, () -> verdict.orThrow("features[3].geometry"));
    assertThat(refusal.field()).isEqualTo("features[3].geometry");
    assertThat(refusal.code()).isEqualTo("ring-self-crossing");
    assertThat(refusal.details())
        .containsEntry("lon", 1.0)
        .containsEntry("lat", 1.0)
        .containsKey("faults");
  }

  @Test
  void a_file_of_nothing_but_bad_numbers_gives_a_short_list() {
    List<List<List<Position>>> parts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      parts.add(List.of(List.of(new Position(Double.NaN, i), new Position(i, Double.NaN))));
    }
    assertThat(CHECK.judge(new RawOutline(parts)).faults()).hasSize(ShapeCheck.MAX_FAULTS);
  }

  @Test
  void the_limit_of_vertices_counts_before_anything_is_read() throws ParseException {
    Geometry square = read("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))");
    assertThat(new ShapeCheck(4).judge(square).faults().get(0).code())
        .isEqualTo("too-many-vertices");
    assertThat(new ShapeCheck(4).judge(RawOutline.of(square)).faults().get(0).code())
        .isEqualTo("too-many-vertices");
    assertThat(new ShapeCheck(5).judge(square).shape()).isPresent();
  }

  private static Geometry read(String wkt) throws ParseException {
    return new WKTReader(LatticeShape.DEGREES).read(wkt);
  }
}
