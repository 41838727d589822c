package org.wangge.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

class TileCoordTest {

  @ParameterizedTest
  @CsvSource({
    // Columns and rows by the published formula of slippy map names.
    "0, 0, 0, 0, 0",
    "0, 0, 1, 1, 1",
    "116.3913, 39.9075, 10, 843, 388",
    "111.68, 29.01, 14, 13274, 6811",
    "-0.1276, 51.5072, 10, 511, 340",
    "151.2093, -33.8688, 12, 3768, 2457",
  })
  void a_place_lies_in_the_tile_that_the_formula_names(
      double lon, double lat, int zoom, int x, int y) {
    assertThat(TileCoord.at(zoom, LatticePoint.ofDegrees(lon, lat)))
        .isEqualTo(TileCoord.of(zoom, x, y));
  }

  @ParameterizedTest
  @CsvSource({
    // EPSG:3857 of WGS 84, PROJ's numbers: x, y in metres.
    "0, 0, 0, 0",
    "180, 0, 20037508.342789, 0",
    "116, 40, 12913060.932020, 4865942.279503",
    "-100.5, -33, -11187608.824724, -3895303.963393",
  })
  void the_unit_square_is_epsg_3857(double lon, double lat, double eastMeters, double northMeters) {
    LatticePoint point = LatticePoint.ofDegrees(lon, lat);
    double half = WebMercator.HALF_WORLD_METERS;
    assertThat((WebMercator.x(point.lon()) * 2 - 1) * half).isCloseTo(eastMeters, within(1e-3));
    assertThat((1 - WebMercator.y(point.lat()) * 2) * half).isCloseTo(northMeters, within(1e-3));
  }

  @Test
  void projecting_and_back_returns_to_within_a_hundredth_of_a_lattice_unit() {
    for (int lat = -850_000_000; lat <= 850_000_000; lat += 50_000_000) {
      assertThat(WebMercator.latUnits(WebMercator.y(lat))).isCloseTo(lat, within(0.01));
      assertThat(WebMercator.lonUnits(WebMercator.x(lat))).isCloseTo(lat, within(0.01));
    }
  }

  @Test
  void beyond_the_square_everything_lies_on_its_edge() {
    assertThat(WebMercator.y(900_000_000)).isCloseTo(0, within(1e-12));
    assertThat(WebMercator.y(-900_000_000)).isCloseTo(1, within(1e-12));
  }

  @Test
  void the_world_is_one_tile() {
    LatticeBox world = TileCoord.of(0, 0, 0).bounds();
    assertThat(world.west()).isEqualTo(-1_800_000_000);
    assertThat(world.east()).isEqualTo(1_800_000_000);
    assertThat(world.north()).isBetween(850_511_287, 850_511_289);
    Envelope metres = TileCoord.of(0, 0, 0).mercatorBounds();
    assertThat(metres.getMaxX()).isCloseTo(20037508.342789, within(1e-6));
    assertThat(metres.getMinY()).isCloseTo(-20037508.342789, within(1e-6));
  }

  @Test
  void a_tile_lies_within_its_parent_and_holds_its_own_centre() {
    TileCoord tile = TileCoord.of(14, 13274, 6811);
    TileCoord parent = tile.parent().orElseThrow();
    assertThat(parent).isEqualTo(TileCoord.of(13, 6637, 3405));
    assertThat(parent.bounds().union(tile.bounds())).isEqualTo(parent.bounds());
    assertThat(TileCoord.at(14, tile.bounds().center())).isEqualTo(tile);
    assertThat(TileCoord.of(0, 0, 0).parent()).isEmpty();
  }

  @Test
  void the_buffer_widens_a_tile_by_its_share_on_each_side() {
    TileCoord tile = TileCoord.of(12, 3318, 1702);
    LatticeBox plain = tile.bounds();
    LatticeBox wide = tile.bufferedBounds(64);
    double share = (plain.east() - plain.west()) / 64.0;
    assertThat((double) plain.west() - wide.west()).isCloseTo(share, within(2.0));
    assertThat((double) wide.east() - plain.east()).isCloseTo(share, within(2.0));
    assertThat(wide.north()).isGreaterThan(plain.north());
    assertThat(wide.south()).isLessThan(plain.south());
  }

  @ParameterizedTest
  @CsvSource({"-1,0,0", "23,0,0", "2,4,0", "2,0,4", "2,-1,0", "2,0,-1"})
  void a_tile_that_the_pyramid_has_not_is_refused(int z, int x, int y) {
    assertThat(TileCoord.find(z, x, y)).isEmpty();
    assertThatThrownBy(() -> TileCoord.of(z, x, y)).isInstanceOf(IllegalArgumentException.class);
  }
}
