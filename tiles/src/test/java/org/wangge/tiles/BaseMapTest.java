package org.wangge.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.place.Building;
import org.wangge.place.BuildingUse;
import org.wangge.place.Ground;
import org.wangge.place.GroundKind;
import org.wangge.place.Street;
import org.wangge.place.StreetClass;

class BaseMapTest {
  private static final LatticePoint AT = SampleTown.CORNER;
  private static final LatticeShape SQUARE =
      LatticeShape.ofScaled(SampleTown.box(AT.lon(), AT.lat(), AT.lon() + 2000, AT.lat() + 2000));

  @Test
  void ground_goes_to_the_layer_of_its_kind() {
    BaseMap map =
        BaseMap.of(
            List.of(),
            List.of(),
            List.of(
                new Ground("r", GroundKind.RIVER, "柳江", "Liu River", SQUARE),
                new Ground("p", GroundKind.PARK, "", "", SQUARE),
                new Ground("s", GroundKind.OLD_QUARTER, "", "", SQUARE)));
    assertThat(map.water())
        .extracting(BaseMapTest::attributes)
        .containsExactly(Map.of("kind", "river", "name_zh", "柳江", "name_en", "Liu River"));
    assertThat(map.green())
        .extracting(BaseMapTest::attributes)
        .containsExactly(Map.of("kind", "park"));
    assertThat(map.blocks())
        .extracting(BaseMapTest::attributes)
        .containsExactly(Map.of("kind", "old-quarter"));
  }

  @Test
  void streets_and_buildings_carry_what_the_map_draws_them_by() {
    Street street =
        new Street(
            "s1",
            "人民路",
            "Renmin Road",
            StreetClass.ARTERIAL,
            List.of(AT, new LatticePoint(AT.lon() + 5000, AT.lat())));
    Building building = new Building("b1", SQUARE, 18, BuildingUse.HOUSING, 36, "");
    BaseMap map = BaseMap.of(List.of(street), List.of(building), List.of());
    assertThat(map.streets())
        .extracting(BaseMapTest::attributes)
        .containsExactly(Map.of("class", "arterial", "name_zh", "人民路", "name_en", "Renmin Road"));
    assertThat(map.buildings())
        .extracting(BaseMapTest::attributes)
        .containsExactly(Map.of("height", 18.0, "use", "housing"));
  }

  @Test
  void every_class_of_street_has_a_first_zoom_of_its_own() {
    Set<String> known = new HashSet<>(BaseMapZooms.standard().firstByStreetClass().keySet());
    for (StreetClass streetClass : StreetClass.values()) {
      assertThat(known).contains(streetClass.word());
    }
  }

  private static Map<String, Object> attributes(TileFeature feature) {
    return feature.attributes().values();
  }
}
