package org.wangge.plan.redraw;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;
import org.wangge.geo.Validity;
import org.wangge.grid.Area;
import org.wangge.grid.AreaBuilder;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Topology;

/** What a plan would do to the areas. Immutable. */
public final class Redraw {
  /** Of a plan that changes nothing. */
  public static final Redraw NOTHING =
      new Redraw(Set.of(), TreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

  private final Set<Area> retired;
  private final PMap<String, Area> altered;
  private final PMap<String, Area> born;
  private final PMap<String, FaceFigures> figures;

  private Redraw(
      Set<Area> retired,
      PMap<String, Area> altered,
      PMap<String, Area> born,
      PMap<String, FaceFigures> figures) {
    this.retired = retired;
    this.altered = altered;
    this.born = born;
    this.figures = figures;
  }

  /**
   * What a plan did.
   *
   * @param born areas that began, by id of their face
   * @param figures what they held, by id of their face
   */
  public static Redraw done(
      Topology topology, Map<String, Area> born, Map<String, FaceFigures> figures) {
    return new Redraw(
        topology.retired(), TreePMap.empty(), HashTreePMap.from(born), HashTreePMap.from(figures));
  }

  /** The same after some faces came, changed or went, or came to other codes or figures. */
  Redraw next(Topology topology, Set<String> ids, Numbering numbering, Counts counts, Terms terms) {
    PMap<String, Area> nextAltered = altered.minusAll(ids);
    PMap<String, Area> nextBorn = born.minusAll(ids);
    for (String id : ids) {
      Optional<Face> found = topology.find(id);
      if (found.isEmpty()) {
        continue;
      }
      Face face = found.get();
      @Nullable FaceFigures held = counts.figures().get(id);
      Optional<String> code = numbering.codeOf(id);
      if (code.isPresent()) {
        nextBorn = nextBorn.plus(id, begun(face, code.get(), numbering, held, terms));
      } else if (face.isAltered()) {
        nextAltered = nextAltered.plus(id, changed(face, held, terms));
      }
    }
    return new Redraw(topology.retired(), nextAltered, nextBorn, counts.figures());
  }

  /** Areas that end, as they are now; those below after those above. */
  public Set<Area> retired() {
    return retired;
  }

  /** Areas of which an outline gets a vertex or that are called otherwise, in their new state. */
  public Collection<Area> altered() {
    return altered.values();
  }

  /** Areas that are no more, or whose outline is another now. */
  public List<Area> left() {
    return Stream.concat(retired.stream(), altered.values().stream()).toList();
  }

  /** Areas in their place, as they are now. */
  public List<Area> entered() {
    return Stream.concat(born.values().stream(), altered.values().stream()).toList();
  }

  /** Areas that begin, by id of their face, in the order of codes, grids before what is below. */
  public Map<String, Area> born() {
    Map<String, Area> ordered = new LinkedHashMap<>();
    born.entrySet().stream()
        .sorted(
            Map.Entry.comparingByValue(Comparator.comparing(Area::level).thenComparing(Area::code)))
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return ordered;
  }

  /** Whether nothing begins and nothing is altered. */
  public boolean isEmpty() {
    return born.isEmpty() && altered.isEmpty();
  }

  /** The area that a face begins, or the one that it was before the plan. */
  public Area area(Face face) {
    return born.getOrDefault(face.id(), face.area());
  }

  /** The code of the area that a face begins; empty where it begins none. */
  public Optional<String> codeOf(String face) {
    return Optional.ofNullable(born.get(face)).map(Area::code);
  }

  /** What new and redrawn faces hold, by id. */
  public Map<String, FaceFigures> figures() {
    return figures;
  }

  private static Area changed(Face face, @Nullable FaceFigures held, Terms terms) {
    return counted(face.area().edit(), held)
        .shape(face.shape())
        .name(face.name())
        .kind(face.kind())
        .version(face.area().version() + 1)
        .validity(Validity.since(terms.effective()))
        .reason(terms.reason())
        .build();
  }

  private static Area begun(
      Face face, String code, Numbering numbering, @Nullable FaceFigures held, Terms terms) {
    String above = face.parent().map(id -> numbering.codeOf(id).orElse(id)).orElse("");
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
    return counted(face.isOnlyRenumbered() ? area : area.anchor(null), held)
        .shape(face.shape())
        .validity(Validity.since(terms.effective()))
        .reason(terms.reason())
        .build();
  }

  private static AreaBuilder counted(AreaBuilder area, @Nullable FaceFigures held) {
    return held == null ? area : area.households(held.households()).population(held.population());
  }

  /** Old and new of everything that gives ground to a new area, in the order of the new codes. */
  public List<Lineage> lineage(Topology topology, long planId, Instant at) {
    List<Lineage> lines = new ArrayList<>();
    born()
        .forEach(
            (id, area) ->
                topology
                    .getFace(id)
                    .origins()
                    .forEach(old -> lines.add(new Lineage(old.key(), area.key(), planId, at))));
    for (Area area : altered.values()) {
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
