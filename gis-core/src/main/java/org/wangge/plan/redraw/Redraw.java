package org.wangge.plan.redraw;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.Validity;
import org.wangge.grid.Area;
import org.wangge.grid.AreaBuilder;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Topology;

/**
 * What a plan would do to the areas.
 *
 * @param retired areas that end, as they are now; those below after those above
 * @param altered areas of which an outline gets a vertex, in their new state
 * @param born areas that begin, by id of their face, grids before what is below them
 * @param figures what they hold, by id of their face
 */
public record Redraw(
    List<Area> retired,
    List<Area> altered,
    Map<String, Area> born,
    Map<String, FaceFigures> figures) {

  /**
   * What the faces come to.
   *
   * @param codes of the new faces, by id
   * @param figures of the new faces, by id
   * @param effective when it is to be in force
   * @param reason why, as the areas will tell it
   */
  public static Redraw of(
      Topology topology,
      Map<String, String> codes,
      Map<String, FaceFigures> figures,
      Instant effective,
      String reason) {
    Validity validity = Validity.since(effective);
    List<Area> altered = new ArrayList<>();
    for (Face face : topology.changed()) {
      if (face.isAltered()) {
        altered.add(
            counted(face.area().edit(), figures.get(face.id()))
                .shape(face.shape())
                .name(face.name())
                .kind(face.kind())
                .version(face.area().version() + 1)
                .validity(validity)
                .reason(reason)
                .build());
      }
    }
    Map<String, Area> born = new LinkedHashMap<>();
    codes.forEach(
        (id, code) -> {
          Face face = topology.getFace(id);
          String above = face.parent().map(parent -> codes.getOrDefault(parent, parent)).orElse("");
          born.put(
              id,
              begun(face, code, above, figures.get(id))
                  .shape(face.shape())
                  .validity(validity)
                  .reason(reason)
                  .build());
        });
    return new Redraw(topology.retired(), altered, born, figures);
  }

  private static AreaBuilder begun(
      Face face, String code, String above, @Nullable FaceFigures held) {
    String gridCode = face.level() == Level.MICRO_GRID ? above : code;
    AreaBuilder area =
        face.area()
            .edit()
            .key(new AreaKey(Partition.TREE, code))
            .version(1)
            .scheme(face.traits().scheme().orElse(face.area().scheme()))
            .parentCode(above)
            .name(NewNames.of(face, code, gridCode))
            .kind(face.kind());
    return counted(face.isOnlyRenumbered() ? area : area.anchor(null), held);
  }

  private static AreaBuilder counted(AreaBuilder area, @Nullable FaceFigures held) {
    return held == null ? area : area.households(held.households()).population(held.population());
  }

  /** Old and new of everything that gives ground to a new area, in the order of the new codes. */
  public List<Lineage> lineage(Topology topology, long planId, Instant at) {
    List<Lineage> lines = new ArrayList<>();
    born.forEach(
        (id, area) ->
            topology
                .getFace(id)
                .origins()
                .forEach(old -> lines.add(new Lineage(old.key(), area.key(), planId, at))));
    for (Area area : altered) {
      // What ended and went into an area that goes on stands behind it among its origins.
      topology
          .find(Face.idOf(area.key()))
          .ifPresent(
              face ->
                  face.origins().stream()
                      .skip(1)
                      .filter(retired::contains)
                      .forEach(old -> lines.add(new Lineage(old.key(), area.key(), planId, at))));
    }
    return lines;
  }
}
