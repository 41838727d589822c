package org.wangge.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

class VectorTileEncoderTest {
  private static final TileCoord TILE = TileCoord.at(15, SampleTown.CORNER);
  private static final LatticeBox BOX = TILE.bounds();

  private final VectorTileEncoder encoder = new VectorTileEncoder();

  @Test
  void a_layer_says_version_2_and_its_extent_and_keeps_ids_and_attributes() {
    Map<String, Object> given = Map.of("name", "柳荫街", "floors", 6, "height", 18.5, "open", true);
    DecodedTile tile = decoded(TileFeature.of(430702001001001L, house(100, 100), given));

    DecodedTile.Layer layer = tile.layers().values().iterator().next();
    assertThat(tile.layers()).containsOnlyKeys("things");
    assertThat(layer.version()).isEqualTo(2);
    assertThat(layer.extent()).isEqualTo(4096);
    assertThat(layer.features()).hasSize(1);
    DecodedTile.Feature feature = layer.features().get(0);
    assertThat(feature.id()).isEqualTo(430702001001001L);
    assertThat(feature.attributes())
        .isEqualTo(Map.of("name", "柳荫街", "floors", 6L, "height", 18.5, "open", true));
  }

  @Test
  void outer_rings_have_positive_area_and_holes_negative_whatever_way_they_came() {
    LinearRing shell = house(100, 100).getExteriorRing();
    LinearRing hole =
        SampleTown.box(BOX.west() + 3000, BOX.south() + 3000, BOX.west() + 5000, BOX.south() + 5000)
            .getExteriorRing();
    for (LinearRing outer : List.of(shell, shell.reverse())) {
      for (LinearRing inner : List.of(hole, hole.reverse())) {
        Polygon polygon = LatticeShape.SCALED.createPolygon(outer, new LinearRing[] {inner});
        List<Coordinate[]> rings = only(decoded(feature(polygon))).parts();
        assertThat(rings).hasSize(2);
        assertThat(DecodedTile.Feature.signedArea(rings.get(0))).isPositive();
        assertThat(DecodedTile.Feature.signedArea(rings.get(1))).isNegative();
      }
    }
  }

  @Test
  void a_polygon_over_the_border_is_cut_at_the_buffer_in_both_tiles() {
    LatticePoint middle = BOX.center();
    Polygon across =
        SampleTown.box(middle.lon(), middle.lat() - 5000, middle.lon() + 110_000, middle.lat());
    TileCoord east = TileCoord.of(TILE.z(), TILE.x() + 1, TILE.y());

    Geometry here = DecodedShapes.polygons(only(decoded(feature(across))));
    Geometry there = DecodedShapes.polygons(only(decoded(east, feature(across))));

    assertThat(here.getEnvelopeInternal().getMaxX()).isEqualTo(4096 + 64);
    assertThat(here.getEnvelopeInternal().getMinX()).isBetween(2047.0, 2049.0);
    assertThat(there.getEnvelopeInternal().getMinX()).isEqualTo(-64);
    assertThat(here.getEnvelopeInternal().getMinY())
        .isEqualTo(there.getEnvelopeInternal().getMinY());
  }

  @Test
  void a_polygon_around_the_tile_becomes_the_whole_buffered_tile() {
    Polygon around =
        SampleTown.box(
            BOX.west() - 90_000, BOX.south() - 90_000, BOX.east() + 90_000, BOX.north() + 90_000);
    Geometry all = DecodedShapes.polygons(only(decoded(feature(around))));
    assertThat(all.getArea()).isEqualTo(4224.0 * 4224.0);
  }

  @Test
  void a_comb_cut_along_its_teeth_stays_valid() {
    int west = BOX.west() + 20_000;
    int north = BOX.north();
    Polygon comb =
        SampleTown.ring(
            west,
            north + 30_000,
            west,
            north - 30_000,
            west + 8000,
            north - 30_000,
            west + 8000,
            north + 20_000,
            west + 16_000,
            north + 20_000,
            west + 16_000,
            north - 30_000,
            west + 24_000,
            north - 30_000,
            west + 24_000,
            north + 30_000);
    Geometry teeth = DecodedShapes.polygons(only(decoded(feature(comb))));
    assertThat(teeth.isValid()).isTrue();
    assertThat(teeth.getNumGeometries()).isEqualTo(2);
  }

  @Test
  void a_line_that_leaves_and_returns_is_two_pieces() {
    int west = BOX.west() + 20_000;
    int north = BOX.north();
    Geometry line =
        LatticeGeometry.line(
            List.of(
                new LatticePoint(west, north - 9000),
                new LatticePoint(west, north + 9000),
                new LatticePoint(west + 9000, north + 9000),
                new LatticePoint(west + 9000, north - 9000)));
    List<Coordinate[]> pieces = only(decoded(feature(line))).parts();
    assertThat(pieces).hasSize(2);
    assertThat(pieces.get(0)[1].y).isEqualTo(-64);
    assertThat(pieces.get(1)[0].y).isEqualTo(-64);
  }

  @Test
  void a_line_within_the_tile_stays_in_one_piece_and_in_its_direction() {
    int west = BOX.west() + 20_000;
    int south = BOX.south() + 20_000;
    Geometry line =
        LatticeGeometry.line(
            List.of(
                new LatticePoint(west, south),
                new LatticePoint(west + 9000, south),
                new LatticePoint(west + 9000, south + 9000)));
    List<Coordinate[]> pieces = only(decoded(feature(line))).parts();
    assertThat(pieces).hasSize(1);
    assertThat(pieces.get(0)).hasSize(3);
    assertThat(pieces.get(0)[1].x).isGreaterThan(pieces.get(0)[0].x);
    assertThat(pieces.get(0)[2].y).isLessThan(pieces.get(0)[1].y);
  }

  @Test
  void what_is_smaller_than_a_pixel_or_elsewhere_is_left_out() {
    Polygon dust =
        SampleTown.box(
            BOX.west() + 9000, BOX.south() + 9000, BOX.west() + 9002, BOX.south() + 9002);
    TileCoord far = TileCoord.of(TILE.z(), TILE.x() + 2, TILE.y());
    assertThat(encode(TILE, feature(dust))).isEmpty();
    assertThat(encode(far, feature(house(100, 100)))).isEmpty();
  }

  @Test
  void a_layer_may_leave_out_polygons_below_an_area() {
    TileFeature small = feature(house(100, 100));
    double area = DecodedShapes.polygons(only(decoded(small))).getArea();
    FixedSource kept = FixedSource.of(new TileLayer.Detail(0, area), small);
    FixedSource dropped = FixedSource.of(new TileLayer.Detail(0, area + 1), small);
    assertThat(encoder.encode(kept, TILE)).isNotEmpty();
    assertThat(encoder.encode(dropped, TILE)).isEmpty();
  }

  @Test
  void a_ring_that_rounding_makes_touch_itself_is_drawn_valid() {
    int x = BOX.west() + 20_000;
    int y = BOX.south() + 20_000;
    // A neck half a pixel wide between two rooms.
    Polygon rooms =
        SampleTown.ring(
            x,
            y,
            x + 4000,
            y,
            x + 4000,
            y + 4000,
            x + 2005,
            y + 4000,
            x + 2005,
            y + 9000,
            x + 4000,
            y + 9000,
            x + 4000,
            y + 12_000,
            x,
            y + 12_000,
            x,
            y + 9000,
            x + 2000,
            y + 9000,
            x + 2000,
            y + 4000,
            x,
            y + 4000);
    Geometry drawn = DecodedShapes.polygons(only(decoded(feature(rooms))));
    assertThat(drawn.isValid()).isTrue();
    assertThat(drawn.getNumGeometries()).isEqualTo(2);
  }

  @Test
  void the_order_of_loading_leaves_no_mark_in_the_bytes() {
    List<TileFeature> features = new ArrayList<>(SampleTown.buildings(500));
    byte[] sorted = encode(TILE, features.toArray(TileFeature[]::new));
    Collections.shuffle(features, new Random(7));
    byte[] shuffled = encode(TILE, features.toArray(TileFeature[]::new));
    assertThat(sorted).isNotEmpty();
    assertThat(shuffled).isEqualTo(sorted);
  }

  private byte[] encode(TileCoord tile, TileFeature... features) {
    return encoder.encode(FixedSource.of(features), tile);
  }

  private DecodedTile decoded(TileFeature... features) {
    return decoded(TILE, features);
  }

  private DecodedTile decoded(TileCoord tile, TileFeature... features) {
    return DecodedTile.of(encode(tile, features));
  }

  private static DecodedTile.Feature only(DecodedTile tile) {
    assertThat(tile.features("things")).hasSize(1);
    return tile.features("things").get(0);
  }

  private static TileFeature feature(Geometry geometry) {
    return TileFeature.of(1, geometry, Map.of());
  }

  private static Polygon house(int east, int north) {
    int west = BOX.west() + east;
    int south = BOX.south() + north;
    return SampleTown.box(west, south, west + 9000, south + 9000);
  }
}
