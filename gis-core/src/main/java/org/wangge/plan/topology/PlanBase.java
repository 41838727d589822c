package org.wangge.plan.topology;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.wangge.grid.Area;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Partition;
import org.wangge.plan.repair.Repair;

/**
 * What the faces of a plan began as. Immutable.
 *
 * @param areas of all levels, by id of their face; those without an outline are no faces
 * @param unfinished ids of areas with something below them that has no outline
 * @param bystanders ids of faces that are not made of the mosaic
 * @param repairs what was put right when they were laid out
 */
record PlanBase(
    Map<String, Area> areas, Set<String> unfinished, Set<String> bystanders, List<Repair> repairs) {

  PlanBase {
    bystanders = Set.copyOf(bystanders);
    repairs = List.copyOf(repairs);
  }

  static PlanBase of(Map<String, Area> areas, Set<String> bystanders, List<Repair> repairs) {
    Set<String> unfinished = new HashSet<>();
    for (Area area : areas.values()) {
      if (area.shape().isEmpty()) {
        area.parentCode()
            .map(code -> Face.idOf(new AreaKey(area.key().partition(), code)))
            .ifPresent(unfinished::add);
      }
    }
    return new PlanBase(areas, unfinished, bystanders, repairs);
  }

  static Map<String, Area> byId(Collection<Area> areas) {
    Map<String, Area> byId = new LinkedHashMap<>();
    areas.forEach(area -> byId.put(Face.idOf(area.key()), area));
    return byId;
  }

  /** The area of an id that is one of the base. */
  Area area(String id) {
    return Objects.requireNonNull(areas.get(id), id);
  }

  boolean isOutlined(String id) {
    Area area = areas.get(id);
    return area != null && area.shape().isPresent();
  }

  /** Whether an area of the tree is, or lies below, the one with this code. */
  static boolean isWithin(Map<String, Area> areas, Area start, String code) {
    Area area = start;
    while (area != null) {
      if (area.code().equals(code)) {
        return area.key().partition().equals(Partition.TREE);
      }
      Area above = area.parentCode().map(areas::get).orElse(null);
      area = above != null && area.level().mayHangBelow(above.level()) ? above : null;
    }
    return false;
  }
}
