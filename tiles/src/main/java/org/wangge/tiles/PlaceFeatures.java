package org.wangge.tiles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.place.Building;
import org.wangge.place.Ground;
import org.wangge.place.GroundKind;
import org.wangge.place.Street;

/** Places as features of the base map. What has no name has no attribute for it. */
final class PlaceFeatures {
  private PlaceFeatures() {}

  static List<TileFeature> grounds(List<Ground> grounds, GroundKind.Layer layer) {
    return grounds.stream()
        .filter(ground -> ground.kind().layer() == layer)
        .map(PlaceFeatures::ground)
        .toList();
  }

  private static TileFeature ground(Ground ground) {
    Map<String, Object> attributes = names(ground.nameZh(), ground.nameEn());
    attributes.put("kind", ground.kind().word());
    return TileFeature.of(StableId.of(ground.id()), ground.shape().scaled(), attributes);
  }

  static List<TileFeature> buildings(List<Building> buildings) {
    return buildings.stream().map(PlaceFeatures::building).toList();
  }

  private static TileFeature building(Building building) {
    Map<String, Object> attributes = names(building.nameZh(), "");
    attributes.put("use", building.use().word());
    attributes.put("height", building.heightMeters());
    return TileFeature.of(StableId.of(building.id()), building.footprint().scaled(), attributes);
  }

  static List<TileFeature> streets(List<Street> streets) {
    return streets.stream().map(PlaceFeatures::street).toList();
  }

  private static TileFeature street(Street street) {
    Map<String, Object> attributes = names(street.nameZh(), street.nameEn());
    attributes.put("class", street.streetClass().word());
    return TileFeature.of(
        StableId.of(street.id()), LatticeGeometry.line(street.line()), attributes);
  }

  private static Map<String, Object> names(String nameZh, String nameEn) {
    Map<String, Object> names = new LinkedHashMap<>();
    if (!nameZh.isEmpty()) {
      names.put("name_zh", nameZh);
    }
    if (!nameEn.isEmpty()) {
      names.put("name_en", nameEn);
    }
    return names;
  }
}
