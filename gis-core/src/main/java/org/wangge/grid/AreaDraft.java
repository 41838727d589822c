package org.wangge.grid;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.geo.Validity;

/**
 * An area as a file tells it, before it is one of ours. What the file does not say is null, and
 * stays as it is where the area already exists.
 *
 * @param place where in the file
 * @param code code in its partition
 * @param level its level
 * @param name name, empty when the file has none
 * @param parentOrNull code of the area above
 * @param kindOrNull kind of grid
 * @param householdsOrNull resident households
 * @param populationOrNull people
 * @param shapeOrNull outline, already judged
 * @param anchorOrNull where the file says its centre is
 */
public record AreaDraft(
    RecordPlace place,
    String code,
    Level level,
    String name,
    @Nullable String parentOrNull,
    @Nullable GridKind kindOrNull,
    @Nullable Integer householdsOrNull,
    @Nullable Integer populationOrNull,
    @Nullable LatticeShape shapeOrNull,
    @Nullable LatticePoint anchorOrNull) {

  /** One that tells no more than what every area has. */
  public static AreaDraft of(
      RecordPlace place, Level level, String code, String name, @Nullable String parent) {
    return new AreaDraft(place, code, level, name, parent, null, null, null, null, null);
  }

  public Optional<String> parent() {
    return Optional.ofNullable(parentOrNull);
  }

  public Optional<LatticeShape> shape() {
    return Optional.ofNullable(shapeOrNull);
  }

  public Optional<LatticePoint> anchor() {
    return Optional.ofNullable(anchorOrNull);
  }

  /** The same draft under another code, name and parent. */
  public AreaDraft numbered(String newCode, String newName, String newParent) {
    return new AreaDraft(
        place,
        newCode,
        level,
        newName,
        newParent,
        kindOrNull,
        householdsOrNull,
        populationOrNull,
        shapeOrNull,
        anchorOrNull);
  }

  /** The same draft with an outline. */
  public AreaDraft outlined(LatticeShape shape) {
    return new AreaDraft(
        place,
        code,
        level,
        name,
        parentOrNull,
        kindOrNull,
        householdsOrNull,
        populationOrNull,
        shape,
        anchorOrNull);
  }

  /** The first state of an area that has never been. */
  public Area fresh(String partition, CodeScheme scheme, Validity validity, String reason) {
    return fill(new AreaBuilder().key(new AreaKey(partition, code)).scheme(scheme.reference()))
        .validity(validity)
        .reason(reason)
        .build();
  }

  /** The state after one that exists: what the file does not say stays. */
  public Area over(Area existing, Validity validity, String reason) {
    return fill(existing.edit())
        .version(existing.version() + 1)
        .validity(validity)
        .reason(reason)
        .build();
  }

  private AreaBuilder fill(AreaBuilder area) {
    area.level(level).parentCode(parentOrNull);
    if (!name.isEmpty()) {
      area.name(name);
    }
    if (kindOrNull != null) {
      area.kind(kindOrNull);
    }
    if (householdsOrNull != null) {
      area.households(householdsOrNull);
    }
    if (populationOrNull != null) {
      area.population(populationOrNull);
    }
    if (shapeOrNull != null) {
      area.shape(shapeOrNull);
    }
    if (anchorOrNull != null) {
      area.anchor(anchorOrNull);
    }
    return area;
  }
}
