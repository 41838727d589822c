package org.wangge.whistle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Level;
import org.wangge.incident.Handler;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentPlace;
import org.wangge.incident.dispatch.Department;
import org.wangge.incident.dispatch.DepartmentStore;

/** Who is called at a place: those in charge there, and departments. Thread-safe. */
public final class WhistleRoll {
  private final Supplier<AreaAtlas> atlas;
  private final DepartmentStore departments;

  public WhistleRoll(Supplier<AreaAtlas> atlas, DepartmentStore departments) {
    this.atlas = atlas;
    this.departments = departments;
  }

  /**
   * Who is called by a rule.
   *
   * @param place where it is blown
   * @param incident whose category says which departments
   * @return people first, each once
   */
  List<Handler> of(Tx tx, Caller caller, IncidentPlace place, Incident incident, WhistleRule rule) {
    Set<Handler> who = new LinkedHashSet<>();
    for (Area area : areas(place)) {
      area.inCharge().stream()
          .filter(one -> rule.wanted().duties().contains(one.duty()))
          .map(one -> new Handler(Handler.Kind.PERSON, one.staffCode()))
          .forEach(who::add);
    }
    if (rule.wanted().departments()) {
      departmentsFor(incident.category(), departments.list(tx, caller)).stream()
          .map(one -> new Handler(Handler.Kind.DEPARTMENT, one.code()))
          .forEach(who::add);
    }
    return List.copyOf(who);
  }

  /** The grid, the micro-grid at the place, and what lies above them. */
  private List<Area> areas(IncidentPlace place) {
    AreaAtlas now = atlas.get();
    AreaKey grid = AreaKey.tree(place.grid());
    List<Area> areas = new ArrayList<>();
    Optional<Area> own = now.find(grid);
    own.ifPresent(areas::add);
    now.locate(place.at()).chain().stream()
        .filter(one -> one.level() == Level.MICRO_GRID)
        .filter(one -> one.parentCode().filter(place.grid()::equals).isPresent())
        .forEach(areas::add);
    own.flatMap(Area::parentCode).map(AreaKey::tree).map(now::chainOf).ifPresent(areas::addAll);
    return areas;
  }

  private static Collection<Department> departmentsFor(String category, List<Department> all) {
    List<Department> there =
        all.stream().filter(one -> one.categories().contains(category)).toList();
    return there.isEmpty() ? all : there;
  }
}
