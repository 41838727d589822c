package org.wangge.plan.redraw;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.grid.Area;
import org.wangge.grid.Level;
import org.wangge.plan.planar.Pieces;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Topology;

/**
 * Faces that share the ground, and so the people, of some areas of the base among themselves alone.
 *
 * @param origins the areas
 * @param faces the faces, in the order of new numbers
 */
record CensusPool(List<Area> origins, List<Face> faces) {
  /** The pools of changed faces, each face in one. */
  static List<CensusPool> of(Collection<Face> changed, KnownGround ground) {
    List<CensusPool> pools = new ArrayList<>();
    Map<Level, List<Face>> byLevel = new LinkedHashMap<>();
    for (Face face : Topology.inOrder(changed)) {
      if (face.isOnlyRenumbered()) {
        pools.add(new CensusPool(face.origins(), List.of(face)));
      } else {
        byLevel.computeIfAbsent(face.level(), level -> new ArrayList<>()).add(face);
      }
    }
    byLevel.values().forEach(faces -> pools.addAll(ofLevel(faces, ground)));
    return pools;
  }

  private static List<CensusPool> ofLevel(List<Face> faces, KnownGround ground) {
    Set<Area> all = new LinkedHashSet<>();
    faces.forEach(face -> all.addAll(face.origins()));
    List<Set<Area>> groups = new ArrayList<>();
    for (Face face : faces) {
      Set<Area> joined = new LinkedHashSet<>(face.origins());
      if (face.isRedrawn() || (face.redrawn() && face.traits().scheme().isPresent())) {
        all.stream()
            .filter(area -> area.shape().isPresent())
            .filter(area -> ground.isCommon(face.shape(), area.shape().get()))
            .forEach(joined::add);
      }
      groups.removeIf(
          group -> {
            boolean meets = group.stream().anyMatch(joined::contains);
            if (meets) {
              joined.addAll(group);
            }
            return meets;
          });
      groups.add(joined);
    }
    return groups.stream()
        .map(
            group ->
                new CensusPool(
                    List.copyOf(group),
                    faces.stream().filter(face -> group.contains(face.area())).toList()))
        .toList();
  }

  /** People for each household of the area whose ground this is; one where nobody knows. */
  double peopleEach(Coordinate place) {
    for (Area area : origins) {
      if (area.shape().isPresent()
          && area.shape().get().scaled().getEnvelopeInternal().contains(place)
          && Pieces.holds(area.shape().get().scaled(), place)) {
        return area.households() == 0 ? 1 : area.population() / (double) area.households();
      }
    }
    return 1;
  }
}
