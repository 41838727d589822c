package org.wangge.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

class PointsTest {
  private static final BenchCity CITY = BenchCity.of(3, 40);

  @Test
  void points_on_edges_lie_exactly_on_an_outline_and_not_on_a_vertex() {
    Points points = Points.onEdges(CITY.shapes(), 200, new Random(1));
    for (int i = 0; i < points.count(); i++) {
      Point point = point(points, i);
      assertThat(CITY.shapes())
          .anyMatch(shape -> shape.scaled().getBoundary().distance(point) == 0);
      assertThat(CITY.shapes())
          .noneMatch(shape -> List.of(shape.scaled().getCoordinates()).contains(at(point)));
    }
  }

  @Test
  void points_on_vertices_are_vertices() {
    Points points = Points.onVertices(CITY.shapes(), 200, new Random(1));
    for (int i = 0; i < points.count(); i++) {
      Point point = point(points, i);
      assertThat(CITY.shapes())
          .anyMatch(shape -> List.of(shape.scaled().getCoordinates()).contains(at(point)));
    }
  }

  @Test
  void a_walker_takes_small_steps_within_the_box() {
    LatticeBox box = CITY.bounds();
    Points points = Points.patrol(box, 2000, new Random(2));
    int small = 0;
    for (int i = 0; i < points.count(); i++) {
      assertThat(box.contains(new LatticePoint(points.lon(i), points.lat(i)))).isTrue();
      small += i > 0 && point(points, i).distance(point(points, i - 1)) < 1200 ? 1 : 0;
    }
    assertThat(small).isGreaterThan(1900);
  }

  private static Coordinate at(Point point) {
    return point.getCoordinate();
  }

  private static Point point(Points points, int i) {
    return new GeometryFactory().createPoint(new Coordinate(points.lon(i), points.lat(i)));
  }
}
