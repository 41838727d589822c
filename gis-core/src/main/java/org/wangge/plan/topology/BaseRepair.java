package org.wangge.plan.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.plan.planar.GroundScale;
import org.wangge.plan.planar.Pieces;
import org.wangge.plan.repair.CoverageRepair;
import org.wangge.plan.repair.Repair;

/** Finds what of a base does not fit together, and puts it right as far as that can be done. */
final class BaseRepair {
  private static final int NEAR_UNITS = 500;

  private final List<BaseMosaic.Ground> grounds;
  private final STRtree index = new STRtree();
  private final CoverageRepair.Tolerance tolerance = CoverageRepair.Tolerance.USUAL;

  private BaseRepair(List<BaseMosaic.Ground> grounds) {
    this.grounds = grounds;
    grounds.forEach(ground -> index.insert(ground.plot().box(), ground));
  }

  /**
   * A base whose borders fit.
   *
   * @param faces all of them, by id
   * @param unfit ids of those that are still as they were and do not fit
   * @param repairs what was done; none where all fitted
   */
  record Repaired(Map<String, Face> faces, Set<String> unfit, List<Repair> repairs) {

    /** The same; each repair tells what it has altered of that which is not under plan. */
    Repaired toldApart(Predicate<Face> isInside) {
      Predicate<String> isOutside =
          id -> {
            Face face = faces.get(id);
            return face != null && face.isAltered() && !isInside.test(face);
          };
      return new Repaired(
          faces, unfit, repairs.stream().map(one -> one.outside(isOutside)).toList());
    }
  }

  /**
   * Repairs a base.
   *
   * @param faces by id
   * @param mayChange grids that may be repaired, with what touches them
   */
  static Repaired of(Map<String, Face> faces, Predicate<Face> mayChange) {
    BaseRepair repair = new BaseRepair(BaseMosaic.grounds(faces.values()));
    Set<LatticePoint> loose = new HashSet<>();
    Set<BaseMosaic.Ground> faulty = repair.faulty(mayChange, loose);
    if (faulty.isEmpty()) {
      return new Repaired(faces, Set.of(), List.of());
    }
    List<BaseMosaic.Ground> region = repair.around(faulty);
    CoverageRepair.Outcome outcome =
        new CoverageRepair(repair.tolerance)
            .repair(
                region.stream().map(BaseMosaic.Ground::plot).toList(),
                loose,
                gap -> repair.isFree(gap, region));
    if (outcome.shapes().isEmpty()) {
      return new Repaired(faces, outcome.unfit(), List.of());
    }
    Map<String, Face> next = new LinkedHashMap<>(faces);
    outcome
        .shapes()
        .forEach((id, shape) -> next.computeIfPresent(id, (key, face) -> face.on(shape)));
    List<Repair> repairs = new ArrayList<>(outcome.repairs());
    for (Face face : Followers.of(faces, outcome)) {
      repairs.add(followed(next.put(face.id(), face), face));
    }
    return new Repaired(next, outcome.unfit(), repairs);
  }

  private static Repair followed(@Nullable Face was, Face is) {
    Set<LatticePoint> fresh = new LinkedHashSet<>(CoverageRepair.vertices(is.shape().scaled()));
    if (was != null) {
      fresh.removeAll(CoverageRepair.vertices(was.shape().scaled()));
    }
    LatticePoint place = fresh.stream().min(Comparator.naturalOrder()).orElse(is.label());
    return new Repair(Repair.Kind.FOLLOWED, List.of(is.id()), place, 0, 0);
  }

  private Set<BaseMosaic.Ground> faulty(Predicate<Face> mayChange, Set<LatticePoint> loose) {
    List<Geometry> shapes = new ArrayList<>();
    List<BaseMosaic.Ground> owners = new ArrayList<>();
    Set<BaseMosaic.Ground> faulty = new HashSet<>();
    for (BaseMosaic.Ground ground : grounds) {
      for (LatticeShape shape : ground.pieces().values()) {
        shapes.add(shape.scaled());
        owners.add(ground);
      }
      if (!ground.covered() && mayChange.test(ground.grid())) {
        faulty.add(ground);
        ground
            .plot()
            .outlines()
            .values()
            .forEach(one -> loose.addAll(CoverageRepair.vertices(one.scaled())));
      }
    }
    if (grounds.isEmpty()) {
      return faulty;
    }
    Geometry[] faults = CoverageValidator.validate(shapes.toArray(Geometry[]::new), gapUnits());
    for (int i = 0; i < faults.length; i++) {
      if (faults[i] != null) {
        loose.addAll(CoverageRepair.vertices(faults[i]));
        if (mayChange.test(owners.get(i).grid())) {
          faulty.add(owners.get(i));
        }
      }
    }
    return faulty;
  }

  private double gapUnits() {
    LatticePoint here = grounds.get(0).grid().label();
    LatticePoint east = new LatticePoint(here.lon() + NEAR_UNITS, here.lat());
    return tolerance.gapMeters() * NEAR_UNITS / new GroundScale(here).meters(here, east);
  }

  @SuppressWarnings("unchecked")
  private List<BaseMosaic.Ground> around(Set<BaseMosaic.Ground> faulty) {
    Set<BaseMosaic.Ground> region = new HashSet<>(faulty);
    for (BaseMosaic.Ground ground : faulty) {
      Envelope box = ground.plot().box();
      box.expandBy(NEAR_UNITS);
      region.addAll((List<BaseMosaic.Ground>) index.query(box));
    }
    return grounds.stream().filter(region::contains).toList();
  }

  @SuppressWarnings("unchecked")
  private boolean isFree(LatticeShape gap, List<BaseMosaic.Ground> region) {
    Coordinate place = gap.scaled().getInteriorPoint().getCoordinate();
    return ((List<BaseMosaic.Ground>) index.query(new Envelope(place)))
        .stream()
            .filter(ground -> !region.contains(ground))
            .noneMatch(ground -> Pieces.holds(ground.grid().shape().scaled(), place));
  }
}
