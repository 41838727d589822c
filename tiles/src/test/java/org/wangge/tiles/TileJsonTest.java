package org.wangge.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wangge.grid.Level;

class TileJsonTest {

  @Test
  void the_document_tells_where_the_tiles_are_and_what_is_in_them() {
    AreaTiles tiles =
        AreaTiles.of(
            "3",
            SampleTown.grids(2, 40_000),
            area -> "within",
            new AreaZooms(Map.of(Level.GRID, new ZoomRange(11, 16))));

    Map<String, Object> document =
        TileJson.of(tiles, "areas", "", "http://x/tiles/areas/{z}/{x}/{y}.mvt?v=3").toMap();

    Map<String, String> fields =
        Map.of(
            "code", "String",
            "households", "Number",
            "kind", "String",
            "name", "String",
            "partition", "String",
            "verdict", "String");
    assertThat(document)
        .containsEntry("tilejson", "3.0.0")
        .containsEntry("tiles", List.of("http://x/tiles/areas/{z}/{x}/{y}.mvt?v=3"))
        .containsEntry("minzoom", 11)
        .containsEntry("maxzoom", 16)
        .doesNotContainKey("attribution");
    assertThat(document.get("vector_layers"))
        .isEqualTo(
            List.of(
                Map.of("id", "grid", "minzoom", 11, "maxzoom", 16, "fields", fields),
                Map.of("id", "grid-label", "minzoom", 11, "maxzoom", 16, "fields", fields)));
    List<?> bounds = (List<?>) document.getOrDefault("bounds", List.of());
    assertThat(bounds).hasSize(4);
    assertThat((double) bounds.get(0)).isBetween(111.679, 111.681);
    assertThat((double) bounds.get(3)).isBetween(29.017, 29.019);
  }

  @Test
  void a_source_without_anything_has_no_bounds_but_keeps_its_attribution() {
    TileSource nothing = new FixedSource("1", List.of());
    assertThat(TileJson.of(nothing, "n", "© somebody", "{z}/{x}/{y}").toMap())
        .containsEntry("attribution", "© somebody")
        .doesNotContainKey("bounds");
  }
}
