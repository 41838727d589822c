package org.wangge.grid;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.geo.Validity;

/**
 * An area of some level as it is during one span of valid time. What the same area was before or
 * after is another value with the same key. Immutable; made and altered with {@link #edit()} and
 * {@link AreaBuilder}.
 */
public final class Area {
  private final AreaKey key;
  private final int version;
  private final String scheme;
  private final Level level;
  private final @Nullable String parentCode;
  private final String name;
  private final GridKind kind;
  private final int households;
  private final int population;
  private final @Nullable LatticeShape shape;
  private final @Nullable LatticePoint anchor;
  private final List<InCharge> inCharge;
  private final Validity validity;
  private final String reason;

  Area(AreaBuilder from) {
    key = Objects.requireNonNull(from.key, "key");
    level = Objects.requireNonNull(from.level, "level");
    validity = Objects.requireNonNull(from.validity, "validity");
    version = from.version;
    scheme = from.scheme;
    parentCode = from.parentCode;
    name = from.name;
    kind = from.kind;
    households = from.households;
    population = from.population;
    shape = from.shape;
    anchor = from.anchor;
    inCharge = List.copyOf(from.inCharge);
    reason = from.reason;
  }

  public AreaKey key() {
    return key;
  }

  public String code() {
    return key.code();
  }

  /** Counts the changes to the area, from 1; the ETag of it. */
  public int version() {
    return version;
  }

  /** {@link CodeScheme#reference()} of the scheme its code follows. */
  public String scheme() {
    return scheme;
  }

  public Level level() {
    return level;
  }

  /** Code of the area above, in the same partition. */
  public Optional<String> parentCode() {
    return Optional.ofNullable(parentCode);
  }

  public String name() {
    return name;
  }

  public GridKind kind() {
    return kind;
  }

  /** Resident households (常住户), counted in it. */
  public int households() {
    return households;
  }

  public int population() {
    return population;
  }

  /** Its outline; some registers know an area only by code and name. */
  public Optional<LatticeShape> shape() {
    return Optional.ofNullable(shape);
  }

  /**
   * Where a register says its centre is, for areas without an outline, or to label one that has it.
   */
  public Optional<LatticePoint> anchor() {
    return Optional.ofNullable(anchor);
  }

  public List<InCharge> inCharge() {
    return inCharge;
  }

  /** When this state of the area is (legally) in force. */
  public Validity validity() {
    return validity;
  }

  /** Why it came to be so. */
  public String reason() {
    return reason;
  }

  /** A builder that starts as this area. */
  public AreaBuilder edit() {
    return new AreaBuilder(this);
  }

  /** Equal in everything but version, validity and reason. */
  public boolean sameStateAs(Area other) {
    return key.equals(other.key)
        && level == other.level
        && scheme.equals(other.scheme)
        && Objects.equals(parentCode, other.parentCode)
        && name.equals(other.name)
        && kind == other.kind
        && households == other.households
        && population == other.population
        && Objects.equals(shape, other.shape)
        && Objects.equals(anchor, other.anchor)
        && inCharge.equals(other.inCharge);
  }

  @Override
  public String toString() {
    return "Area " + key + " v" + version + " " + name;
  }
}
