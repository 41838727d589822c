package org.wangge.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Polygon;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Level;

class AreaTilesTest {
  private static final int SIDE = 40_000;
  private static final List<Area> GRIDS = SampleTown.grids(6, SIDE);

  private final VectorTileEncoder encoder = new VectorTileEncoder();

  @ParameterizedTest
  @ValueSource(ints = {11, 13, 15, 16})
  void a_label_stands_in_one_tile_only(int zoom) {
    AreaTiles tiles = tiles(GRIDS);
    List<Object> codes = new ArrayList<>();
    for (TileCoord tile : SampleTiles.over(tiles.bounds().orElseThrow(), zoom)) {
      for (DecodedTile.Feature label : decode(tiles, tile).features("grid-label")) {
        assertThat(label.type()).isEqualTo(DecodedTile.Feature.POINT);
        codes.add(label.attributes().get("code"));
      }
    }
    assertThat(codes).containsExactlyInAnyOrderElementsOf(GRIDS.stream().map(Area::code).toList());
  }

  @Test
  void a_label_exactly_on_the_corner_of_four_tiles_stands_in_one() {
    TileCoord tile = TileCoord.of(11, 1659, 851);
    LatticePoint corner = new LatticePoint(tile.bounds().west(), tile.bounds().north());
    AreaTiles tiles = tiles(List.of(GRIDS.get(0).edit().shape(null).anchor(corner).build()));
    int labels = 0;
    for (int dx = -1; dx <= 0; dx++) {
      for (int dy = -1; dy <= 0; dy++) {
        TileCoord around = TileCoord.of(11, tile.x() + dx, tile.y() + dy);
        labels += decode(tiles, around).features("grid-label").size();
      }
    }
    assertThat(labels).isEqualTo(1);
  }

  @Test
  void an_outline_says_what_the_map_colours_and_names_it_by() {
    DecodedTile.Feature grid = at(tiles(GRIDS), 16, SampleTown.CORNER, "grid").get(0);
    assertThat(grid.attributes())
        .containsEntry("code", "430702001100100")
        .containsEntry("name", "第0网格")
        .containsEntry("partition", "tree")
        .containsEntry("kind", "base")
        .containsEntry("households", 412L)
        .containsEntry("verdict", "within");
    assertThat(grid.id()).isEqualTo(430702001100100L);
  }

  @Test
  void a_number_stays_with_its_area_and_is_another_in_another_partition() {
    AreaKey beat = new AreaKey("police", "430702001100100");
    assertThat(AreaIds.of(beat)).isNotEqualTo(AreaIds.of(AreaKey.tree("430702001100100")));
    // Fixed here because pages and saved links may hold it.
    assertThat(AreaIds.of(beat)).isEqualTo(7683459831654935L);
    assertThat(AreaIds.of(AreaKey.tree("012"))).isNotEqualTo(AreaIds.of(AreaKey.tree("12")));
    for (String code : List.of("", "0", "W-1", "43070200110010012345")) {
      assertThat(AreaIds.of(AreaKey.tree(code))).isBetween(1L << 52, TileFeature.MAX_ID);
    }
  }

  @Test
  void each_level_is_drawn_at_its_zooms() {
    Polygon ground = (Polygon) GRIDS.get(0).shape().orElseThrow().scaled().getGeometryN(0);
    List<Area> oneOfEach = new ArrayList<>();
    for (Level level : Level.values()) {
      oneOfEach.add(SampleTown.area(level, "4307" + oneOfEach.size(), level.word(), ground));
    }
    AreaTiles tiles = tiles(oneOfEach);
    AreaZooms.standard()
        .byLevel()
        .forEach(
            (level, zooms) -> {
              for (int zoom = 9; zoom <= 16; zoom++) {
                assertThat(at(tiles, zoom, SampleTown.CORNER, level.word()).isEmpty())
                    .as(level + " at " + zoom)
                    .isEqualTo(!zooms.contains(zoom));
              }
            });
    assertThat(AreaZooms.standard().byLevel()).containsOnlyKeys(Level.values());
  }

  @Test
  void overlay_areas_of_two_partitions_may_lie_over_one_another() {
    Polygon ground = (Polygon) GRIDS.get(0).shape().orElseThrow().scaled().getGeometryN(0);
    Area beat = SampleTown.area(Level.OVERLAY, "P1", "一号警务区", ground);
    List<Area> overlays =
        List.of(
            beat.edit().key(new AreaKey("police", "P1")).build(),
            beat.edit().key(new AreaKey("inspection", "P1")).build());
    List<DecodedTile.Feature> drawn = at(tiles(overlays), 13, SampleTown.CORNER, "overlay");
    assertThat(drawn)
        .extracting(feature -> feature.attributes().get("partition"))
        .containsExactlyInAnyOrder("police", "inspection");
    assertThat(drawn).extracting(DecodedTile.Feature::id).doesNotHaveDuplicates();
  }

  @Test
  void an_area_without_outline_has_a_label_and_one_without_a_place_nothing() {
    Area anchored = GRIDS.get(0).edit().shape(null).anchor(SampleTown.CORNER).build();
    AreaTiles tiles = tiles(List.of(anchored));
    assertThat(at(tiles, 16, SampleTown.CORNER, "grid-label")).hasSize(1);
    assertThat(at(tiles, 16, SampleTown.CORNER, "grid")).isEmpty();
    assertThat(tiles(List.of(anchored.edit().anchor(null).build())).bounds()).isEmpty();
  }

  @Test
  void preparing_ahead_changes_no_tile() {
    AreaTiles cold = tiles(GRIDS);
    AreaTiles warm = tiles(GRIDS);
    warm.prepare();
    TileCoord tile = TileCoord.at(12, SampleTown.CORNER);
    assertThat(encoder.encode(warm, tile)).isNotEmpty().isEqualTo(encoder.encode(cold, tile));
  }

  @Test
  void a_level_that_is_given_no_zooms_is_in_no_tile() {
    AreaTiles none =
        AreaTiles.of("1", GRIDS, area -> "none", new AreaZooms(Map.<Level, ZoomRange>of()));
    assertThat(none.layers()).isEmpty();
    assertThat(none.zooms()).isEqualTo(new ZoomRange(0, 0));
  }

  private static AreaTiles tiles(List<Area> areas) {
    return AreaTiles.of("7", areas, area -> "within", AreaZooms.standard());
  }

  private DecodedTile decode(AreaTiles tiles, TileCoord tile) {
    return DecodedTile.of(encoder.encode(tiles, tile));
  }

  /** In the tile over a point a little inside a corner. */
  private List<DecodedTile.Feature> at(
      AreaTiles tiles, int zoom, LatticePoint corner, String layer) {
    LatticePoint inside = new LatticePoint(corner.lon() + SIDE / 3, corner.lat() + SIDE / 3);
    TileCoord tile = TileCoord.at(zoom, layer.endsWith("-label") ? corner : inside);
    return decode(tiles, tile).features(layer);
  }
}
