package org.wangge.plan.impact;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.geo.LatticeBox;
import org.wangge.place.Building;
import org.wangge.place.BuildingUnit;
import org.wangge.place.Place;
import org.wangge.place.PlaceKind;
import org.wangge.place.PlaceQuery;
import org.wangge.place.PlaceStore;
import org.wangge.plan.compare.Redrawn;

/** What plans move of places: buildings with their households, units and who stands for these. */
public final class PlaceImpact implements ImpactSource {
  private final PlaceStore store;

  public PlaceImpact(PlaceStore store) {
    this.store = store;
  }

  @Override
  public List<Handed> handed(Tx tx, Caller caller, Redrawn redrawn, Instant at) {
    Optional<LatticeBox> box = redrawn.box();
    // Whoever stands for several units goes once each way.
    Set<Handed> handed = new LinkedHashSet<>();
    if (box.isPresent()) {
      list(tx, caller, PlaceKind.BUILDINGS, box.get(), at)
          .forEach(place -> building((Building) place, redrawn, handed));
      list(tx, caller, PlaceKind.UNITS, box.get(), at)
          .forEach(place -> unit((BuildingUnit) place, redrawn, handed));
    }
    return List.copyOf(handed);
  }

  private List<Place> list(Tx tx, Caller caller, PlaceKind kind, LatticeBox box, Instant at) {
    PlaceQuery query = new PlaceQuery(kind, at, box, null, null, "", Integer.MAX_VALUE);
    return store.list(tx, caller, query).stream().map(one -> one.place()).toList();
  }

  /** A building belongs where its middle is, as in the figures of a plan. */
  private static void building(Building building, Redrawn redrawn, Set<Handed> handed) {
    redrawn
        .moveOf(building.footprint().labelPoint())
        .ifPresent(
            move ->
                handed.add(
                    new Handed(
                        Handed.BUILDING,
                        building.id(),
                        building.nameZh(),
                        move,
                        Map.of("buildings", 1, "households", building.households()))));
  }

  private static void unit(BuildingUnit unit, Redrawn redrawn, Set<Handed> handed) {
    redrawn
        .moveOf(unit.entrance())
        .ifPresent(
            move -> {
              handed.add(
                  new Handed(Handed.UNIT, unit.id(), unit.label(), move, Map.of("units", 1)));
              List.of(unit.headCode(), unit.informationOfficerCode(), unit.supportOfficerCode())
                  .stream()
                  .filter(code -> !code.isEmpty())
                  .map(
                      code -> new Handed(Handed.UNIT_STAFF, code, "", move, Map.of("unitStaff", 1)))
                  .forEach(handed::add);
            });
  }
}
