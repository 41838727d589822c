package org.wangge.plan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;

/**
 * A piece of ground in a plan: an area of the base, perhaps with more vertices than it had, or one
 * that the plan brings forth.
 *
 * @param id for an area of the base its code, with the partition before it in an overlay; for a new
 *     one the number of the edit and its own, such as {@code e3-1}; the same at every replay
 * @param origins the areas of the base it came from; of one that is no new one, itself
 * @param born whether the plan brings it forth
 * @param parentOrNull id of the face above it
 * @param shape its outline in the plan
 * @param label a point inside, by which it is ordered and which stays its own however often asked
 */
public record Face(
    String id,
    List<Area> origins,
    boolean born,
    @Nullable String parentOrNull,
    LatticeShape shape,
    LatticePoint label) {

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
        shape.labelPoint());
  }

  static String idOf(AreaKey key) {
    return key.partition().equals(Partition.TREE) ? key.code() : key.toString();
  }

  /** A part of this one that comes into being. */
  Face part(String newId, @Nullable String parent, LatticeShape newShape) {
    return new Face(newId, origins, true, parent, newShape, newShape.labelPoint());
  }

  /** The same with another outline of the same ground. */
  Face outlined(LatticeShape newShape) {
    return new Face(id, origins, born, parentOrNull, newShape, label);
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

  /** Whether it is an area of the base whose outline got vertices it did not have. */
  public boolean isAltered() {
    return !born && !area().shape().equals(Optional.of(shape));
  }
}
