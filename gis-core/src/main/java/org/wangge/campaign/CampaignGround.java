package org.wangge.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.NotFound;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Level;
import org.wangge.grid.Located;
import org.wangge.grid.Partition;
import org.wangge.place.Building;
import org.wangge.place.BuildingUnit;
import org.wangge.place.Household;
import org.wangge.place.PlaceKind;
import org.wangge.place.PlaceQuery;
import org.wangge.place.PlaceStore;
import org.wangge.place.StandingPlace;
import org.wangge.place.Street;

/** The doors in some areas, as they stand. Thread-safe. */
public final class CampaignGround {
  /** An entrance may lie that far from its building: 1e-7 degrees, some fifty metres. */
  private static final int BESIDE = 5_000;

  private final Supplier<AreaAtlas> atlas;
  private final PlaceStore places;

  public CampaignGround(Supplier<AreaAtlas> atlas, PlaceStore places) {
    this.atlas = atlas;
    this.places = places;
  }

  /** A building, the grid that holds it, and what people call it. */
  private record Held(Building building, String grid, String called) {}

  /**
   * All of a kind in some areas: grid by grid, building by building, door by door. A building lies
   * where its label does, with all its doors.
   *
   * @throws NotFound with code {@code area-unknown}
   */
  List<CampaignUnit.Spot> spots(Tx tx, Caller caller, UnitKind kind, List<String> areas) {
    Map<String, Held> buildings = new LinkedHashMap<>();
    Map<String, CampaignUnit.Spot> spots = new LinkedHashMap<>();
    for (String code : areas) {
      box(code).ifPresent(box -> buildings(tx, caller, box, code, buildings));
    }
    if (!buildings.isEmpty()) {
      spots(tx, caller, kind, buildings, spots);
    }
    return spots.values().stream()
        .sorted(
            Comparator.comparing(CampaignUnit.Spot::grid)
                .thenComparing(CampaignUnit.Spot::buildingId)
                .thenComparing(CampaignUnit.Spot::unitId)
                .thenComparing(CampaignUnit.Spot::placeId))
        .toList();
  }

  private Optional<LatticeBox> box(String code) {
    return atlas
        .get()
        .find(AreaKey.tree(code))
        .orElseThrow(
            () -> new NotFound("area-unknown", Map.of("partition", Partition.TREE, "code", code)))
        .shape()
        .map(LatticeShape::bounds);
  }

  private void buildings(
      Tx tx, Caller caller, LatticeBox box, String area, Map<String, Held> into) {
    List<Building> found =
        list(tx, caller, PlaceKind.BUILDINGS, box, tx.now())
            .map(Building.class::cast)
            .filter(one -> one.households() > 0)
            .toList();
    Map<String, String> streets = streets(tx, caller, box);
    List<Located> located =
        atlas.get().locate(found.stream().map(one -> one.footprint().labelPoint()).toList());
    for (int i = 0; i < found.size(); i++) {
      Building building = found.get(i);
      located.get(i).chain().stream()
          .filter(one -> one.level() == Level.GRID)
          .map(Area::code)
          .filter(grid -> grid.startsWith(area))
          .forEach(
              grid -> into.put(building.id(), new Held(building, grid, called(building, streets))));
    }
  }

  private void spots(
      Tx tx,
      Caller caller,
      UnitKind kind,
      Map<String, Held> buildings,
      Map<String, CampaignUnit.Spot> into) {
    LatticeBox box =
        buildings.values().stream()
            .map(held -> held.building().footprint().bounds())
            .reduce(LatticeBox::union)
            .orElseThrow();
    LatticeBox wide =
        new LatticeBox(
            box.west() - BESIDE, box.south() - BESIDE, box.east() + BESIDE, box.north() + BESIDE);
    if (kind == UnitKind.HOUSEHOLD) {
      list(tx, caller, PlaceKind.HOUSEHOLDS, wide, tx.now())
          .map(Household.class::cast)
          .filter(one -> buildings.containsKey(one.buildingId()))
          .forEach(one -> put(into, spot(held(buildings, one.buildingId()), one)));
    } else {
      list(tx, caller, PlaceKind.UNITS, wide, tx.now())
          .map(BuildingUnit.class::cast)
          .filter(one -> buildings.containsKey(one.buildingId()))
          .forEach(one -> put(into, spot(held(buildings, one.buildingId()), one)));
    }
  }

  private static Held held(Map<String, Held> buildings, String id) {
    return Objects.requireNonNull(buildings.get(id));
  }

  private static void put(Map<String, CampaignUnit.Spot> into, CampaignUnit.Spot spot) {
    into.put(spot.placeId(), spot);
  }

  private static CampaignUnit.Spot spot(Held held, Household home) {
    return new CampaignUnit.Spot(
        held.grid(),
        home.buildingId(),
        home.unitId(),
        home.id(),
        held.called(),
        home.door(),
        home.entrance());
  }

  private static CampaignUnit.Spot spot(Held held, BuildingUnit unit) {
    return new CampaignUnit.Spot(
        held.grid(),
        unit.buildingId(),
        unit.id(),
        unit.id(),
        held.called(),
        unit.label(),
        unit.entrance());
  }

  /** What streets are called, by their ids. */
  private Map<String, String> streets(Tx tx, Caller caller, LatticeBox box) {
    Map<String, String> names = new HashMap<>();
    list(tx, caller, PlaceKind.STREETS, box, tx.now())
        .map(Street.class::cast)
        .forEach(one -> names.put(one.id(), one.nameZh()));
    return names;
  }

  private static String called(Building building, Map<String, String> streets) {
    if (!building.nameZh().isEmpty()) {
      return building.nameZh();
    }
    String street = streets.getOrDefault(building.streetId(), "");
    return building.gateNumber().isEmpty() ? building.id() : street + building.gateNumber() + "号";
  }

  private Stream<Object> list(Tx tx, Caller caller, PlaceKind kind, LatticeBox box, Instant at) {
    PlaceQuery query = new PlaceQuery(kind, at, box, null, null, "", Integer.MAX_VALUE);
    List<Object> found = new ArrayList<>();
    for (StandingPlace one : places.list(tx, caller, query)) {
      found.add(one.place());
    }
    return found.stream();
  }
}
