package org.wangge.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.wangge.demo.DemoCity;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.Level;
import org.wangge.plan.topology.Topology;

/** The check of the check: a fault that is planted is found. */
class SeamCheckTest {
  private static final List<Area> CITY = DemoCity.generate(2, 40, Instant.EPOCH).areas();

  @Test
  void a_city_without_a_seam_passes() {
    assertThat(SeamCheck.full(Topology.of(CITY))).isEmpty();
  }

  @Test
  void one_vertex_of_one_grid_a_unit_off_is_found() {
    List<Area> city = new ArrayList<>(CITY);
    int last = city.size() - 1;
    Area grid = city.get(last);
    assertThat(grid.level()).isEqualTo(Level.GRID);
    Geometry off = grid.shape().orElseThrow().scaled().copy();
    Coordinate vertex = off.getCoordinates()[3];
    vertex.setX(vertex.getX() + 1);
    off.geometryChanged();
    city.set(last, grid.edit().shape(LatticeShape.ofScaled(off)).build());
    assertThat(SeamCheck.full(Topology.unrepaired(city))).isPresent();
  }

  @Test
  void a_grid_that_is_missing_is_found() {
    assertThat(SeamCheck.full(Topology.unrepaired(CITY.subList(0, CITY.size() - 1)))).isPresent();
  }
}
