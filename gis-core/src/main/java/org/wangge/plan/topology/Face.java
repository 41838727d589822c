package org.wangge.plan.topology;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.AreaKey;
import org.wangge.grid.GridKind;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;

/**
 * A piece of ground in a plan: an area of the base, perhaps with more vertices than it had, or one
 * that the plan brings forth.
 *
 * @param id for an area of the base its code, with the partition before it in an overlay; for a new
 *     one the number of the edit and its own, such as {@code e3-1}; the same at every replay
 * @param origins the areas of the base it came from; of one that is no new one, itself first
 * @param born whether the plan brings it forth
 * @param parentOrNull id of the face above it
 * @param shape its outline in the plan
 * @param label a point inside, by which it is ordered and which stays its own however often asked
 * @param traits what the plan changes of it besides its ground
 * @param redrawn whether it got or gave ground in the plan
 */
public record Face(
    String id,
    List<Area> origins,
    boolean born,
    @Nullable String parentOrNull,
    LatticeShape shape,
    LatticePoint label,
    FaceTraits traits,
    boolean redrawn) {

  public Face {
    origins = List.copyOf(origins);
  }

  /**
   * An area of the base.
   *
   * @throws java.util.NoSuchElementException when it has no outline
   */
  static Face of(Area area) {
    LatticeShape shape = area.shape().orElseThrow();
    String partition = area.key().partition();
    return new Face(
        idOf(area.key()),
        List.of(area),
        false,
        area.parentCode().map(code -> idOf(new AreaKey(partition, code))).orElse(null),
        shape,
        shape.labelPoint(),
        FaceTraits.NONE,
        false);
  }

  public static String idOf(AreaKey key) {
    return key.partition().equals(Partition.TREE) ? key.code() : key.toString();
  }

  /** A part of this one that comes into being. */
  public Face part(String newId, @Nullable String parent, LatticeShape newShape) {
    return new Face(newId, origins, true, parent, newShape, newShape.labelPoint(), traits, true);
  }

  /** The same with another outline of the same ground. */
  public Face outlined(LatticeShape newShape) {
    return new Face(id, origins, born, parentOrNull, newShape, label, traits, redrawn);
  }

  /** The same on other ground. */
  public Face on(LatticeShape ground) {
    return ground.equals(shape)
        ? this
        : new Face(id, origins, born, parentOrNull, ground, ground.labelPoint(), traits, true);
  }

  /** The same with ground of others too, which are among its origins from now on. */
  public Face joinedBy(Collection<Face> others) {
    Set<Area> all = new LinkedHashSet<>(origins);
    others.forEach(other -> all.addAll(other.origins()));
    return new Face(id, List.copyOf(all), born, parentOrNull, shape, label, traits, redrawn);
  }

  /** The same without a name of its own. */
  public Face unnamed() {
    return with(new FaceTraits(null, traits.kindOrNull(), traits.schemeOrNull()));
  }

  /** The same ground as a new area, numbered under a version of a code scheme. */
  public Face renumbered(String newId, @Nullable String parent, String scheme) {
    FaceTraits now = new FaceTraits(traits.nameOrNull(), traits.kindOrNull(), scheme);
    return new Face(newId, origins, true, parent, shape, label, now, redrawn);
  }

  public Face with(FaceTraits newTraits) {
    return new Face(id, origins, born, parentOrNull, shape, label, newTraits, redrawn);
  }

  /** The area of the base it is, or the first of those it came from. */
  public Area area() {
    return origins.get(0);
  }

  public Level level() {
    return area().level();
  }

  public Optional<String> parent() {
    return Optional.ofNullable(parentOrNull);
  }

  public GridKind kind() {
    return traits.kind().orElse(area().kind());
  }

  public String name() {
    return traits.name().orElse(area().name());
  }

  /** Whether it is an area of the base, on the ground it had, under another code. */
  public boolean isOnlyRenumbered() {
    return born && !redrawn;
  }

  /** Whether it is an area of the base that goes on with other ground than it had. */
  public boolean isRedrawn() {
    return !born && redrawn;
  }

  /** Whether it is an area of the base that the plan changes: its outline, or what it is called. */
  public boolean isAltered() {
    return !born && (!area().shape().equals(Optional.of(shape)) || !traits.equals(FaceTraits.NONE));
  }
}
