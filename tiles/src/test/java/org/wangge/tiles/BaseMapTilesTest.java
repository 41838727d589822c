package org.wangge.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.geo.LatticePoint;

class BaseMapTilesTest {
  private static final LatticePoint AT = SampleTown.CORNER;
  private static final BaseMapTiles TILES =
      BaseMapTiles.of(
          "1",
          new BaseMap(
              List.of(ground(1, Map.of("name_zh", "沅江"))),
              List.of(ground(2, Map.of())),
              List.of(ground(3, Map.of("use", "residential"))),
              SampleTown.buildings(300),
              List.of(street(1, "arterial"), street(2, "lane"), street(3, "cart-track"))),
          BaseMapZooms.standard());

  @ParameterizedTest
  @CsvSource({
    "8, water",
    "9, water green street:arterial",
    "12, water green block street:arterial",
    "13, water green block building street:arterial street:cart-track",
    "14, water green block building street:arterial street:lane street:cart-track",
    "15, water green block building street:arterial street:lane street:cart-track",
  })
  void each_layer_and_class_of_street_is_drawn_from_its_zoom(int zoom, String expected) {
    DecodedTile tile =
        DecodedTile.of(new VectorTileEncoder().encode(TILES, TileCoord.at(zoom, AT)));
    StringBuilder drawn = new StringBuilder();
    for (String layer : tile.layers().keySet()) {
      if (layer.equals("street")) {
        tile.features(layer).forEach(s -> drawn.append(" street:" + s.attributes().get("class")));
      } else {
        drawn.append(' ').append(layer);
      }
    }
    assertThat(drawn.toString().strip()).isEqualTo(expected);
  }

  @Test
  void buildings_keep_their_height_and_streets_their_names() {
    TileCoord tile = TileCoord.at(15, AT);
    DecodedTile decoded = DecodedTile.of(new VectorTileEncoder().encode(TILES, tile));
    assertThat(decoded.features("building"))
        .isNotEmpty()
        .allSatisfy(
            house ->
                assertThat(String.valueOf(house.attributes().get("height")))
                    .matches("[1-9][0-9]?\\.0"));
    assertThat(decoded.features("street").get(0).attributes())
        .containsEntry("name_zh", "人民路")
        .containsEntry("name_en", "Renmin Road");
  }

  @Test
  void the_bounds_hold_every_layer() {
    assertThat(TILES.bounds().orElseThrow().contains(AT)).isTrue();
    assertThat(TILES.zooms()).isEqualTo(new ZoomRange(6, 15));
  }

  private static TileFeature ground(int id, Map<String, Object> attributes) {
    return TileFeature.of(
        id,
        SampleTown.box(AT.lon() - 60_000, AT.lat() - 60_000, AT.lon() + 60_000, AT.lat() + 60_000),
        attributes);
  }

  private static TileFeature street(int id, String streetClass) {
    LatticePoint to = new LatticePoint(AT.lon() + 50_000, AT.lat() + 20_000);
    return TileFeature.of(
        id,
        LatticeGeometry.line(List.of(AT, to)),
        Map.of("class", streetClass, "name_zh", "人民路", "name_en", "Renmin Road"));
  }
}
