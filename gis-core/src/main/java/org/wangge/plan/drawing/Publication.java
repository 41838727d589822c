package org.wangge.plan.drawing;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Forbidden;
import org.wangge.geo.AsOf;
import org.wangge.grid.Area;
import org.wangge.grid.AreaKey;
import org.wangge.grid.AreaRules;
import org.wangge.grid.CodeScheme;
import org.wangge.grid.GridEvent;
import org.wangge.grid.GridStore;
import org.wangge.grid.Partition;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanEvent;
import org.wangge.plan.record.PlanStore;
import org.wangge.plan.redraw.Census;
import org.wangge.plan.redraw.FaceFigures;
import org.wangge.plan.redraw.Lineage;
import org.wangge.plan.redraw.Redraw;
import org.wangge.plan.topology.Topology;

/**
 * Puts what a plan has drawn into force, within one transaction: ends, changes and begins areas,
 * each with its event, and records what became of what. Thread-safe.
 */
public final class Publication {
  private final GridStore grids;
  private final PlanStore plans;

  Publication(GridStore grids, PlanStore plans) {
    this.grids = grids;
    this.plans = plans;
  }

  /**
   * Does it.
   *
   * @param caller for whom the rules are asked, with the right to draw where the plan reaches
   * @param effective since when it is so
   */
  public void publish(
      Tx tx, Caller caller, Plan plan, Redraw redraw, List<Lineage> lineage, Instant effective) {
    for (Area area : redraw.retired()) {
      grids.retire(tx, caller, area.key(), effective, area.version());
      tx.record(new GridEvent.AreaRetired(area.key(), area.version() + 1));
    }
    for (Area area : redraw.altered()) {
      Area current = area.edit().version(area.version() - 1).build();
      Area judged =
          AreaRules.change(
              caller, current, current.version(), area, parentOf(tx, caller, area, Map.of()));
      grids.change(tx, caller, judged, current.version());
      tx.record(new GridEvent.AreaChanged(judged.key(), judged.version()));
    }
    addSchemes(tx, caller, redraw);
    Map<String, Area> begun = new HashMap<>();
    for (Area area : redraw.born().values()) {
      CodeScheme scheme = grids.findCodeScheme(tx, caller, area.scheme()).orElseThrow();
      Area judged = AreaRules.add(caller, scheme, area, parentOf(tx, caller, area, begun));
      grids.add(tx, caller, List.of(judged));
      begun.put(judged.code(), judged);
      tx.record(new GridEvent.AreaAdded(judged.key(), judged.version()));
    }
    plans.addLineage(tx, caller, lineage);
    for (Lineage line : lineage) {
      tx.record(new PlanEvent.AreaSucceeded(plan.id(), line.old(), line.now()));
    }
  }

  /** A renumbering brings forth the next version of the scheme that the old codes follow. */
  private void addSchemes(Tx tx, Caller caller, Redraw redraw) {
    Set<String> wanted = new HashSet<>();
    redraw.born().values().forEach(area -> wanted.add(area.scheme()));
    wanted.removeIf(reference -> grids.findCodeScheme(tx, caller, reference).isPresent());
    if (wanted.isEmpty()) {
      return;
    }
    redraw.retired().stream()
        .map(Area::scheme)
        .distinct()
        .filter(old -> wanted.contains(CodeScheme.nextOf(old)))
        .flatMap(old -> grids.findCodeScheme(tx, caller, old).stream())
        .forEach(scheme -> grids.addCodeScheme(tx, caller, scheme.next()));
  }

  /**
   * Refuses whoever has no say over all that would change: areas of an overlay are for who has a
   * say everywhere.
   *
   * @throws Forbidden with code {@code area-scope}
   */
  public void requireReach(Caller caller, Redraw redraw) {
    AreaScope scope = caller.scope();
    boolean reaches =
        scope.everywhere()
            || Stream.of(redraw.retired(), redraw.altered(), redraw.born().values())
                .flatMap(Collection::stream)
                .allMatch(
                    area ->
                        area.key().partition().equals(Partition.TREE) && scope.covers(area.code()));
    if (!reaches) {
      throw new Forbidden("area-scope");
    }
  }

  private Optional<Area> parentOf(Tx tx, Caller caller, Area area, Map<String, Area> begun) {
    Optional<Area> here = area.parentCode().map(begun::get);
    if (here.isPresent()) {
      return here;
    }
    return area.parentCode()
        .flatMap(
            code ->
                grids.find(
                    tx, caller, new AreaKey(area.key().partition(), code), AsOf.now(tx.now())));
  }

  /** What a published plan did, as its areas were when it came into force. */
  Redraw published(Tx tx, Caller caller, Plan plan, Topology topology, List<Lineage> lineage) {
    AsOf then = new AsOf(plan.effective().orElseThrow(), plan.published().orElseThrow());
    Map<String, Area> begun = new LinkedHashMap<>();
    lineage.forEach(
        line ->
            grids
                .find(tx, caller, line.now(), then)
                .ifPresent(area -> begun.put(area.code(), area)));
    Map<String, Area> born = new LinkedHashMap<>();
    Map<String, FaceFigures> figures = new LinkedHashMap<>();
    for (Area area : begun.values()) {
      topology.faces().stream()
          .filter(face -> face.born() && area.shape().equals(Optional.of(face.shape())))
          .filter(face -> face.level() == area.level())
          .findFirst()
          .ifPresent(
              face -> {
                born.put(face.id(), area);
                figures.put(face.id(), Census.recorded(area));
              });
    }
    return Redraw.done(topology, born, figures);
  }
}
