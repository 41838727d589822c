package org.wangge.server.grid;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.InCharge;
import org.wangge.grid.Located;
import org.wangge.grid.SizeRule;
import org.wangge.people.PersonNames;
import org.wangge.people.PersonalField;
import org.wangge.people.Shown;
import org.wangge.server.http.FeaturePage;

/** Areas as GeoJSON and the answers of point look-up. */
final class GridJson {
  private final LiveAtlas atlas;

  GridJson(LiveAtlas atlas) {
    this.atlas = atlas;
  }

  Map<String, Object> feature(Area area, boolean withOutline) {
    return FeaturePage.feature(
        area.code(),
        withOutline ? area.shape().map(LatticeShape::toDegrees).orElse(null) : null,
        properties(area));
  }

  /**
   * An area on its card, with what may be said of those in charge.
   *
   * @param known by staff code
   */
  Map<String, Object> onCard(Area area, Map<String, PersonNames.OnDuty> known) {
    Map<String, @Nullable Object> properties = properties(area);
    properties.put(
        "inCharge",
        area.inCharge().stream()
            .map(one -> inCharge(one, Optional.ofNullable(known.get(one.staffCode()))))
            .toList());
    return FeaturePage.feature(
        area.code(), area.shape().map(LatticeShape::toDegrees).orElse(null), properties);
  }

  private static Map<String, @Nullable Object> inCharge(
      InCharge one, Optional<PersonNames.OnDuty> known) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>(inCharge(one));
    json.put("name", known.map(who -> who.name().text()).orElse(null));
    json.put("dutyPhone", known.map(who -> who.dutyPhone().text()).orElse(null));
    json.put("masked", known.map(GridJson::masked).orElseGet(List::of));
    return json;
  }

  private static List<String> masked(PersonNames.OnDuty who) {
    List<String> masked = new ArrayList<>();
    Map<PersonalField, Shown> both = new EnumMap<>(PersonalField.class);
    both.put(PersonalField.NAME, who.name());
    both.put(PersonalField.DUTY_PHONE, who.dutyPhone());
    both.forEach(
        (field, shown) -> {
          if (shown.masked()) {
            masked.add(field.member());
          }
        });
    return masked;
  }

  private Map<String, @Nullable Object> properties(Area area) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("partition", area.key().partition());
    properties.put("code", area.code());
    properties.put("scheme", area.scheme());
    properties.put("level", area.level().word());
    properties.put("name", area.name());
    properties.put("kind", area.kind().word());
    properties.put("parent", area.parentCode().orElse(null));
    properties.put("households", area.households());
    properties.put("population", area.population());
    properties.put("sizeRule", sizeRule(area));
    properties.put("inCharge", area.inCharge().stream().map(GridJson::inCharge).toList());
    properties.put("version", area.version());
    properties.put("validFrom", area.validity().from().toString());
    properties.put("validTo", area.validity().to().map(Instant::toString).orElse(null));
    properties.put("reason", area.reason());
    properties.put("labelPoint", labelPoint(area).orElse(null));
    return properties;
  }

  private Map<String, Object> sizeRule(Area area) {
    Optional<SizeRule> rule = atlas.sizeRule(area);
    if (rule.isEmpty()) {
      return Map.of("verdict", "none");
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("min", rule.get().min());
    json.put("max", rule.get().max());
    json.put("verdict", rule.get().judge(area.households()).word());
    return json;
  }

  private static Map<String, Object> inCharge(InCharge one) {
    return ordered("duty", one.duty().word(), "staffCode", one.staffCode());
  }

  private static Optional<List<Double>> labelPoint(Area area) {
    Optional<LatticePoint> point =
        area.anchor().or(() -> area.shape().map(LatticeShape::labelPoint));
    return point.map(at -> List.of(at.lonDegrees(), at.latDegrees()));
  }

  /** One link of a chain. */
  Map<String, Object> link(Area area) {
    Map<String, Object> link = new LinkedHashMap<>();
    link.put("partition", area.key().partition());
    link.put("level", area.level().word());
    link.put("code", area.code());
    link.put("name", area.name());
    link.put("version", area.version());
    return link;
  }

  /** Where a point lies. */
  Map<String, Object> located(Located located) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("chain", located.chain().stream().map(this::link).toList());
    json.put("overlays", located.overlays().stream().map(this::link).toList());
    return json;
  }

  /** What can be said of a point outside every grid; the nearest grid is labelled as such. */
  Map<String, Object> outside(LatticePoint point, Located located) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("lon", point.lonDegrees());
    json.put("lat", point.latDegrees());
    located
        .outside()
        .flatMap(Located.Outside::within)
        .ifPresent(area -> json.put("within", link(area)));
    located
        .outside()
        .flatMap(Located.Outside::nearest)
        .ifPresent(
            near -> {
              Map<String, Object> nearest = link(near.area());
              nearest.put("distanceMeters", Math.round(near.distanceMeters() * 10) / 10.0);
              nearest.put("label", "nearest-not-containing");
              json.put("nearest", nearest);
            });
    json.put("overlays", located.overlays().stream().map(this::link).toList());
    return json;
  }

  private static Map<String, Object> ordered(
      String firstKey, Object first, String secondKey, Object second) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(firstKey, first);
    json.put(secondKey, second);
    return json;
  }
}
