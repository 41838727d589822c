package org.wangge.camera.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.wangge.camera.sight.SightTown;
import org.wangge.geo.LatticeShape;

class RasterTest {
  private static final SampleMesh MESH = SampleMesh.of(5, SightTown.CORNER);

  @Test
  void a_place_is_in_an_outline_when_geometry_says_so() {
    int in = 0;
    for (int seed = 0; seed < 30; seed++) {
      for (var blocker : new SightTown(seed, 200).buildings(5)) {
        LatticeShape shape = blocker.footprint();
        Raster raster = Raster.over(shape.bounds(), MESH, 2);
        BitSet inside = raster.inside(shape);
        for (int at = 0; at < raster.size(); at++) {
          Geometry point = point(raster, at);
          if (!shape.scaled().getBoundary().intersects(point)) {
            assertThat(inside.get(at)).isEqualTo(shape.scaled().contains(point));
            in += inside.get(at) ? 1 : 0;
          }
        }
      }
    }
    assertThat(in).isGreaterThan(1_000);
  }

  private static Geometry point(Raster raster, int at) {
    return LatticeShape.SCALED.createPoint(new Coordinate(raster.lon(at), raster.lat(at)));
  }

  @Test
  void a_place_on_the_border_of_two_is_in_one_of_them() {
    Random random = new Random(3);
    for (int round = 0; round < 50; round++) {
      // A square of 40 places a side, cut in two along places of the mesh.
      int west = MESH.column(SightTown.CORNER.lon());
      int south = MESH.row(SightTown.CORNER.lat());
      Coordinate[] corners = new Coordinate[4];
      int[][] at = {{0, 0}, {40, 0}, {40, 40}, {0, 40}};
      for (int i = 0; i < 4; i++) {
        corners[i] = new Coordinate(MESH.lon(west + at[i][0]), MESH.lat(south + at[i][1]));
      }
      Coordinate middle =
          new Coordinate(
              MESH.lon(west + 1 + random.nextInt(38)), MESH.lat(south + 1 + random.nextInt(38)));
      LatticeShape whole = shape(corners[0], corners[1], corners[2], corners[3]);
      LatticeShape one = shape(corners[0], corners[1], corners[2], middle);
      LatticeShape other = shape(corners[0], middle, corners[2], corners[3]);
      Raster raster = Raster.over(whole.bounds(), MESH, 1);
      BitSet both = raster.inside(one);
      assertThat(both.intersects(raster.inside(other))).isFalse();
      both.or(raster.inside(other));
      assertThat(both).isEqualTo(raster.inside(whole));
      assertThat(both.cardinality()).isEqualTo(1_600);
    }
  }

  private static LatticeShape shape(Coordinate... corners) {
    Coordinate[] ring = new Coordinate[corners.length + 1];
    for (int i = 0; i <= corners.length; i++) {
      ring[i] = corners[i % corners.length].copy();
    }
    return LatticeShape.ofScaled(LatticeShape.SCALED.createPolygon(ring));
  }

  @Test
  void near_a_house_is_what_is_within_some_metres_of_its_walls() {
    LatticeShape house = CoverTown.box(0, 0, 40, 14);
    Raster raster = Raster.over(house.bounds(), SampleMesh.of(0.5, SightTown.CORNER), 40);
    BitSet near = raster.near(house, 8);
    near.andNot(raster.inside(house));
    double squareMeters = near.cardinality() * raster.mesh().squareMeters(SightTown.CORNER);
    double wanted = 2 * 8 * (40 + 14) + Math.PI * 64;
    assertThat(squareMeters).isCloseTo(wanted, within(wanted / 50));
  }
}
