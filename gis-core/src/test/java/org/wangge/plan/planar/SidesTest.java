package org.wangge.plan.planar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.geo.LatticePoint;

class SidesTest {

  @ParameterizedTest
  @CsvSource({
    // a, b, c, d, cross, meet
    "0,0, 4,4, 0,4, 4,0, true, true",
    "0,0, 4,4, 4,4, 8,0, false, false",
    "0,0, 4,4, 2,2, 8,0, false, true",
    "0,0, 4,0, 2,0, 6,0, false, true",
    "0,0, 4,0, 0,0, 4,0, false, true",
    "0,0, 4,0, 4,0, 0,0, false, true",
    "0,0, 4,0, 4,0, 8,0, false, false",
    "0,0, 4,0, 4,0, 2,0, false, true",
    "0,0, 4,0, 0,1, 4,1, false, false",
    "0,0, 4,0, 5,-1, 5,1, false, false",
  })
  void segments_cross_inside_both_and_meet_wherever_they_share_more_than_an_end(
      int ax, int ay, int bx, int by, int cx, int cy, int dx, int dy, boolean cross, boolean meet) {
    LatticePoint a = new LatticePoint(ax, ay);
    LatticePoint b = new LatticePoint(bx, by);
    LatticePoint c = new LatticePoint(cx, cy);
    LatticePoint d = new LatticePoint(dx, dy);
    assertThat(Sides.cross(a, b, c, d)).isEqualTo(cross);
    assertThat(Sides.meet(a, b, c, d)).isEqualTo(meet);
    assertThat(Sides.meet(d, c, a, b)).isEqualTo(meet);
  }

  @Test
  void a_side_is_exact_where_doubles_of_degrees_are_not() {
    LatticePoint a = new LatticePoint(1_126_000_001, 289_000_000);
    LatticePoint b = new LatticePoint(1_126_000_001 + 300_000_007, 289_000_000 + 200_000_003);
    LatticePoint on = new LatticePoint(b.lon() + 300_000_007, b.lat() + 200_000_003);
    assertThat(Sides.of(a, b, on)).isZero();
    assertThat(Sides.of(a, b, new LatticePoint(on.lon(), on.lat() + 1))).isPositive();
    assertThat(Sides.of(a, b, new LatticePoint(on.lon(), on.lat() - 1))).isNegative();
  }

  @ParameterizedTest
  @CsvSource({"1,1,true", "0,0,true", "2,0,true", "3,3,false", "5,0,false", "-1,0,false"})
  void a_triangle_holds_its_border(int x, int y, boolean inside) {
    LatticePoint a = new LatticePoint(0, 0);
    LatticePoint b = new LatticePoint(4, 0);
    LatticePoint c = new LatticePoint(0, 4);
    assertThat(Sides.inTriangle(a, b, c, new LatticePoint(x, y))).isEqualTo(inside);
    assertThat(Sides.inTriangle(a, c, b, new LatticePoint(x, y))).isEqualTo(inside);
  }

  @Test
  void a_flat_triangle_holds_its_line_and_no_more() {
    LatticePoint a = new LatticePoint(0, 0);
    LatticePoint b = new LatticePoint(4, 0);
    LatticePoint c = new LatticePoint(2, 0);
    assertThat(Sides.inTriangle(a, c, b, new LatticePoint(3, 0))).isTrue();
    assertThat(Sides.inTriangle(a, c, b, new LatticePoint(5, 0))).isFalse();
  }
}
