package org.wangge.place;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

/**
 * The doors in some areas, as they stand. A building lies where its label does, with all its doors,
 * so that none is counted by two grids. Thread-safe.
 */
public final class DoorGround {
  /** An entrance may lie that far from its building: 1e-7 degrees, some fifty metres. */
  private static final int BESIDE = 5_000;

  private static final Set<BuildingUse> BUSINESSES =
      EnumSet.of(
          BuildingUse.SHOP,
          BuildingUse.OFFICE,
          BuildingUse.MARKET,
          BuildingUse.INDUSTRY,
          BuildingUse.WAREHOUSE,
          BuildingUse.SERVICE);

  private final Supplier<AreaAtlas> atlas;
  private final PlaceStore places;

  public DoorGround(Supplier<AreaAtlas> atlas, PlaceStore places) {
    this.atlas = atlas;
    this.places = places;
  }

  /** A building, the grid that holds it, and what people call it. */
  private record Held(Building building, String grid, String called) {}

  /**
   * All of a kind in some areas, as one walks.
   *
   * @throws NotFound with code {@code area-unknown}
   */
  public List<Door> in(Tx tx, Caller caller, Door.Kind kind, List<String> areas) {
    Map<String, Held> buildings = new LinkedHashMap<>();
    for (String code : areas) {
      box(code).ifPresent(box -> hold(tx, caller, box, code, buildings));
    }
    return buildings.isEmpty()
        ? List.of()
        : doors(tx, caller, kind, beside(buildings), buildings).sorted().toList();
  }

  /** All of some kinds, wherever they stand, as one walks. */
  public List<Door> everywhere(Tx tx, Caller caller, Set<Door.Kind> kinds) {
    Map<String, Held> buildings = new LinkedHashMap<>();
    hold(tx, caller, null, "", buildings);
    return kinds.stream()
        .flatMap(kind -> doors(tx, caller, kind, null, buildings))
        .sorted()
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

  private void hold(
      Tx tx, Caller caller, @Nullable LatticeBox box, String area, Map<String, Held> into) {
    List<Building> found = list(tx, caller, PlaceKind.BUILDINGS, box, Building.class).toList();
    Map<String, String> streets = new HashMap<>();
    list(tx, caller, PlaceKind.STREETS, box, Street.class)
        .forEach(one -> streets.put(one.id(), one.nameZh()));
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

  private static LatticeBox beside(Map<String, Held> buildings) {
    LatticeBox box =
        buildings.values().stream()
            .map(held -> held.building().footprint().bounds())
            .reduce(LatticeBox::union)
            .orElseThrow();
    return new LatticeBox(
        box.west() - BESIDE, box.south() - BESIDE, box.east() + BESIDE, box.north() + BESIDE);
  }

  private Stream<Door> doors(
      Tx tx, Caller caller, Door.Kind kind, @Nullable LatticeBox box, Map<String, Held> buildings) {
    return switch (kind) {
      case HOUSEHOLD ->
          list(tx, caller, PlaceKind.HOUSEHOLDS, box, Household.class)
              .flatMap(one -> door(lived(buildings.get(one.buildingId())), one));
      case UNIT ->
          list(tx, caller, PlaceKind.UNITS, box, BuildingUnit.class)
              .flatMap(one -> door(lived(buildings.get(one.buildingId())), one));
      case BUSINESS ->
          buildings.values().stream()
              .filter(one -> BUSINESSES.contains(one.building().use()))
              .filter(one -> one.building().households() == 0)
              .map(DoorGround::door);
    };
  }

  /** Where somebody lives; null elsewhere. */
  private static @Nullable Held lived(@Nullable Held held) {
    return held == null || held.building().households() == 0 ? null : held;
  }

  private static Stream<Door> door(@Nullable Held held, Household home) {
    return held == null
        ? Stream.empty()
        : Stream.of(
            new Door(
                Door.Kind.HOUSEHOLD,
                held.grid(),
                home.buildingId(),
                home.unitId(),
                home.id(),
                held.called(),
                home.door(),
                home.entrance()));
  }

  private static Stream<Door> door(@Nullable Held held, BuildingUnit unit) {
    return held == null
        ? Stream.empty()
        : Stream.of(
            new Door(
                Door.Kind.UNIT,
                held.grid(),
                unit.buildingId(),
                unit.id(),
                unit.id(),
                held.called(),
                unit.label(),
                unit.entrance()));
  }

  private static Door door(Held held) {
    Building house = held.building();
    return new Door(
        Door.Kind.BUSINESS,
        held.grid(),
        house.id(),
        house.id(),
        house.id(),
        held.called(),
        "",
        house.footprint().labelPoint());
  }

  private static String called(Building building, Map<String, String> streets) {
    if (!building.nameZh().isEmpty()) {
      return building.nameZh();
    }
    String street = streets.getOrDefault(building.streetId(), "");
    return building.gateNumber().isEmpty() ? building.id() : street + building.gateNumber() + "号";
  }

  private <P extends Place> Stream<P> list(
      Tx tx, Caller caller, PlaceKind kind, @Nullable LatticeBox box, Class<P> type) {
    Instant at = tx.now();
    PlaceQuery query = new PlaceQuery(kind, at, box, null, null, "", Integer.MAX_VALUE);
    return places.list(tx, caller, query).stream().map(one -> type.cast(one.place()));
  }
}
