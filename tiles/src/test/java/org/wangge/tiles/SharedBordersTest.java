package org.wangge.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.wangge.geo.LatticeBox;
import org.wangge.grid.Level;

/** Neighbours must be drawn with one border, at every zoom and on every tile. */
class SharedBordersTest {
  private static final AreaTiles GRIDS =
      AreaTiles.of(
          "1",
          SampleTown.grids(6, 40_000),
          area -> "within",
          new AreaZooms(Map.of(Level.GRID, new ZoomRange(8, 18))));

  @ParameterizedTest
  @ValueSource(ints = {10, 11, 12, 13, 14, 15, 16, 17, 18})
  void drawn_grids_are_a_coverage_on_every_tile(int zoom) {
    int grids = 0;
    for (TileCoord tile : tiles(zoom)) {
      Geometry[] drawn = drawn(tile);
      grids += drawn.length;
      for (Geometry grid : drawn) {
        assertThat(grid.isValid()).as("%s at %s", grid, tile).isTrue();
      }
      assertThat(CoverageValidator.isValid(drawn)).as(tile.toString()).isTrue();
      assertThat(CoverageUnion.union(drawn).getArea()).isEqualTo(sumOfAreas(drawn));
    }
    assertThat(grids).isGreaterThanOrEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 11, 12, 13, 14, 15, 16})
  void no_gap_opens_between_drawn_grids(int zoom) {
    for (TileCoord tile : tiles(zoom)) {
      Geometry union = CoverageUnion.union(drawn(tile));
      int holes = 0;
      for (int i = 0; i < union.getNumGeometries(); i++) {
        holes += ((Polygon) union.getGeometryN(i)).getNumInteriorRing();
      }
      assertThat(holes).as(tile.toString()).isZero();
    }
  }

  @Test
  void tiles_meet_without_gap_or_shift() {
    int zoom = 15;
    double drawn = 0;
    for (TileCoord tile : tiles(zoom)) {
      Geometry whole = frame(tile);
      for (DecodedTile.Feature feature : grids(tile)) {
        drawn += DecodedShapes.polygons(feature, tile).intersection(whole).getArea();
      }
    }
    TileProjection world = new TileProjection(TileCoord.of(0, 0, 0));
    double expected = 0;
    for (TileFeature grid : GRIDS.layers().get(0).features(zoom, bounds())) {
      expected += projectedArea(grid.geometry(), world) * Math.pow(4, zoom);
    }
    assertThat(drawn).isCloseTo(expected, within(expected * 1e-4));
  }

  @Test
  void far_away_an_outline_has_few_vertices_and_near_by_all() {
    assertThat(GRIDS.layers().get(0).features(10, bounds()))
        .allMatch(grid -> grid.geometry().getNumPoints() < 20);
    assertThat(GRIDS.layers().get(0).features(CoverageLayer.FULL_DETAIL_ZOOM, bounds()))
        .allMatch(grid -> grid.geometry().getNumPoints() == 61);
  }

  private static double projectedArea(Geometry lattice, TileProjection projection) {
    return TileGeometry.PIXELS
        .createPolygon(
            projection.project(
                ((Polygon) lattice.getGeometryN(0)).getExteriorRing().getCoordinateSequence()))
        .getArea();
  }

  private static Geometry frame(TileCoord tile) {
    double west = (double) tile.x() * TileCoord.EXTENT;
    double north = (double) tile.y() * TileCoord.EXTENT;
    return TileGeometry.PIXELS.toGeometry(
        new Envelope(west, west + TileCoord.EXTENT, north, north + TileCoord.EXTENT));
  }

  private static Geometry[] drawn(TileCoord tile) {
    return grids(tile).stream().map(DecodedShapes::polygons).toArray(Geometry[]::new);
  }

  private static List<DecodedTile.Feature> grids(TileCoord tile) {
    return DecodedTile.of(new VectorTileEncoder().encode(GRIDS, tile)).features("grid");
  }

  private static double sumOfAreas(Geometry[] geometries) {
    double sum = 0;
    for (Geometry geometry : geometries) {
      sum += geometry.getArea();
    }
    return sum;
  }

  private static LatticeBox bounds() {
    return GRIDS.bounds().orElseThrow();
  }

  /** Those over the grids; of the deep zooms only the corner, which has all there is to see. */
  private static List<TileCoord> tiles(int zoom) {
    List<TileCoord> tiles = SampleTiles.over(bounds(), zoom);
    return tiles.size() <= 100 ? tiles : new ArrayList<>(tiles.subList(0, 100));
  }
}
