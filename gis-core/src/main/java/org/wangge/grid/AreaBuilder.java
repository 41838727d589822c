package org.wangge.grid;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.geo.Validity;

/** Makes an {@link Area}. Key, level and validity must be given; the rest has a neutral default. */
public final class AreaBuilder {
  @Nullable AreaKey key;
  int version = 1;
  String scheme = CodeScheme.GB_GRID_1.reference();
  @Nullable Level level;
  @Nullable String parentCode;
  String name = "";
  GridKind kind = GridKind.BASE;
  int households;
  int population;
  @Nullable LatticeShape shape;
  @Nullable LatticePoint anchor;
  List<InCharge> inCharge = List.of();
  @Nullable Validity validity;
  String reason = "";

  public AreaBuilder() {}

  AreaBuilder(Area area) {
    key = area.key();
    version = area.version();
    scheme = area.scheme();
    level = area.level();
    parentCode = area.parentCode().orElse(null);
    name = area.name();
    kind = area.kind();
    households = area.households();
    population = area.population();
    shape = area.shape().orElse(null);
    anchor = area.anchor().orElse(null);
    inCharge = area.inCharge();
    validity = area.validity();
    reason = area.reason();
  }

  public AreaBuilder key(AreaKey value) {
    key = value;
    return this;
  }

  public AreaBuilder version(int value) {
    version = value;
    return this;
  }

  public AreaBuilder scheme(String value) {
    scheme = value;
    return this;
  }

  public AreaBuilder level(Level value) {
    level = value;
    return this;
  }

  public AreaBuilder parentCode(@Nullable String value) {
    parentCode = value;
    return this;
  }

  public AreaBuilder name(String value) {
    name = value;
    return this;
  }

  public AreaBuilder kind(GridKind value) {
    kind = value;
    return this;
  }

  public AreaBuilder households(int value) {
    households = value;
    return this;
  }

  public AreaBuilder population(int value) {
    population = value;
    return this;
  }

  public AreaBuilder shape(@Nullable LatticeShape value) {
    shape = value;
    return this;
  }

  public AreaBuilder anchor(@Nullable LatticePoint value) {
    anchor = value;
    return this;
  }

  public AreaBuilder inCharge(List<InCharge> value) {
    inCharge = value;
    return this;
  }

  public AreaBuilder validity(Validity value) {
    validity = value;
    return this;
  }

  public AreaBuilder reason(String value) {
    reason = value;
    return this;
  }

  public Area build() {
    return new Area(this);
  }
}
