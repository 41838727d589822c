package org.wangge.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.place.Building;
import org.wangge.place.BuildingUnit;
import org.wangge.place.Household;
import org.wangge.place.Place;

/**
 * Gives every household a door, and puts some thirty of them into one unit: those of a stairwell,
 * or of several small houses. Not thread-safe.
 */
final class Homes {
  /** What a floor takes in height. */
  private static final double FLOOR_METERS = 3;

  /** How many households one unit has, roughly. */
  private static final int UNIT_HOUSEHOLDS = 30;

  /** In a house of fewer households nobody counts stairwells. */
  private static final int SMALL_HOUSE = 12;

  private final GridFinder grids;
  private final List<Place> units = new ArrayList<>();
  private final List<Place> homes = new ArrayList<>();
  private final Map<String, List<Building>> small = new LinkedHashMap<>();

  Homes(GridFinder grids) {
    this.grids = grids;
  }

  /** All units, then all households. */
  List<Place> places() {
    small.values().forEach(this::shared);
    small.clear();
    List<Place> all = new ArrayList<>(units);
    all.addAll(homes);
    return all;
  }

  /** Takes in the households of a building. */
  void in(Building building) {
    if (building.households() >= SMALL_HOUSE) {
      stairwells(building);
    } else {
      String grid = grids.at(building.footprint().labelPoint()).orElse("");
      small.computeIfAbsent(grid, key -> new ArrayList<>()).add(building);
    }
  }

  private void stairwells(Building building) {
    int count = Math.max(1, (int) Math.rint((double) building.households() / UNIT_HOUSEHOLDS));
    for (int i = 0; i < count; i++) {
      int from = building.households() * i / count;
      int households = building.households() * (i + 1) / count - from;
      String label = (i + 1) + "单元";
      String unit = unit(building, i + 1, label, households);
      doors(building, unit, label, from, households);
    }
  }

  /** Units of the small houses of a grid that stand together. */
  private void shared(List<Building> houses) {
    int households = houses.stream().mapToInt(Building::households).sum();
    int count = Math.max(1, (int) Math.rint((double) households / UNIT_HOUSEHOLDS));
    int passed = 0;
    int from = 0;
    for (int i = 0; i < count; i++) {
      int to = from;
      int inUnit = 0;
      while (to < houses.size() && passed + inUnit < (long) households * (i + 1) / count) {
        inUnit += houses.get(to).households();
        to++;
      }
      if (inUnit > 0) {
        String unit = unit(houses.get(from), 1, "第" + (i + 1) + "片", inUnit);
        houses.subList(from, to).forEach(one -> doors(one, unit, "", 0, one.households()));
      }
      passed += inUnit;
      from = to;
    }
  }

  private String unit(Building building, int number, String label, int households) {
    String id = "unit-%s-%02d".formatted(number(building), number);
    units.add(
        new BuildingUnit(id, building.id(), label, households, building.footprint().labelPoint()));
    return id;
  }

  private void doors(Building building, String unit, String label, int from, int households) {
    int floors = Math.max(1, (int) (building.heightMeters() / FLOOR_METERS));
    int perFloor = (households + floors - 1) / floors;
    for (int i = 0; i < households; i++) {
      String door = "%s%d%02d室".formatted(label, i / perFloor + 1, i % perFloor + 1);
      String id = "home-%s-%03d".formatted(number(building), from + i + 1);
      homes.add(new Household(id, unit, building.id(), door, building.footprint().labelPoint()));
    }
  }

  private static String number(Building building) {
    return building.id().substring("building-".length());
  }
}
