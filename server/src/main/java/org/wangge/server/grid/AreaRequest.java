package org.wangge.server.grid;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticeShape;
import org.wangge.geo.ShapeCheck;
import org.wangge.geo.Validity;
import org.wangge.grid.Area;
import org.wangge.grid.AreaBuilder;
import org.wangge.grid.AreaEdit;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Duty;
import org.wangge.grid.GridKind;
import org.wangge.grid.InCharge;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.server.http.GeoJson;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/**
 * An area in the body of a request: a GeoJSON feature whose members replace those of the area, the
 * others stay.
 */
final class AreaRequest implements AreaEdit {
  private static final ShapeCheck SHAPES = new ShapeCheck();

  private final JsonBody properties;
  private final @Nullable LatticeShape shape;

  private AreaRequest(JsonBody properties, @Nullable LatticeShape shape) {
    this.properties = properties;
    this.shape = shape;
  }

  static AreaRequest of(JsonNode body) {
    JsonBody feature = JsonBody.of(body, "type", "id", "geometry", "properties");
    if (!feature.text("type").equals(Optional.of("Feature"))) {
      throw new Malformed("type", "feature-wanted", Map.of());
    }
    JsonBody properties =
        feature.getObject(
            "properties",
            "partition",
            "code",
            "level",
            "parent",
            "name",
            "kind",
            "households",
            "population",
            "inCharge",
            "reason",
            "validFrom");
    JsonNode geometry = feature.node("geometry");
    LatticeShape shape =
        geometry.isMissingNode() || geometry.isNull()
            ? null
            : SHAPES.judge(GeoJson.outline("geometry", geometry)).orThrow("geometry");
    return new AreaRequest(properties, shape);
  }

  /**
   * A change to an area. Its outline is not among what may be changed alone: the neighbours and the
   * areas above have the same border, so only a plan redraws it.
   */
  static AreaRequest withoutOutline(JsonNode body) {
    JsonNode geometry = body.path("geometry");
    if (!geometry.isMissingNode() && !geometry.isNull()) {
      throw new Invalid("geometry", "outline-by-plan");
    }
    return of(body);
  }

  /** The area as a new one. */
  Area asNew(Instant now) {
    String code = required("code");
    String level = required("level");
    AreaBuilder start =
        new AreaBuilder()
            .key(new AreaKey(properties.text("partition").orElse(Partition.TREE), code))
            .level(
                Level.find(level)
                    .orElseThrow(
                        () ->
                            new Invalid(
                                "properties.level", "level-unknown", Map.of("given", level))))
            .validity(Validity.since(now));
    return apply(start.build(), now);
  }

  private String required(String name) {
    return properties
        .text(name)
        .orElseThrow(
            () -> new Invalid("properties." + name, "member-missing", Map.of("name", name)));
  }

  @Override
  public Area apply(Area newest, Instant now) {
    AreaBuilder area = newest.edit();
    properties.text("name").ifPresent(area::name);
    properties.text("parent").ifPresent(area::parentCode);
    properties.text("kind").ifPresent(word -> area.kind(kind(word)));
    properties.integer("households").ifPresent(area::households);
    properties.integer("population").ifPresent(area::population);
    if (properties.has("inCharge")) {
      area.inCharge(inCharge());
    }
    if (shape != null) {
      area.shape(shape);
    }
    area.reason(properties.text("reason").orElse(""));
    Instant from =
        properties
            .text("validFrom")
            .map(text -> Parameters.instant("properties.validFrom", text))
            .orElse(now);
    return area.validity(Validity.since(from)).build();
  }

  private static GridKind kind(String word) {
    return GridKind.find(word)
        .orElseThrow(() -> new Invalid("properties.kind", "kind-unknown", Map.of("given", word)));
  }

  private List<InCharge> inCharge() {
    List<InCharge> all = new ArrayList<>();
    JsonNode array = properties.getArray("inCharge");
    for (int i = 0; i < array.size(); i++) {
      String place = "properties.inCharge[" + i + "]";
      JsonBody one = JsonBody.within(place, array.get(i), "duty", "staffCode");
      String duty = one.text("duty").orElse("");
      String staff = one.text("staffCode").orElse("");
      if (staff.isBlank() || staff.length() > 40) {
        throw new Invalid(place + ".staffCode", "staff-code-form", Map.of("given", staff));
      }
      all.add(
          new InCharge(
              Duty.find(duty)
                  .orElseThrow(
                      () -> new Invalid(place + ".duty", "duty-unknown", Map.of("given", duty))),
              staff));
    }
    return all;
  }
}
