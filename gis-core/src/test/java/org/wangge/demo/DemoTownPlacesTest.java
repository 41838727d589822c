package org.wangge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wangge.place.Building;
import org.wangge.place.BuildingUnit;
import org.wangge.place.BuildingUse;
import org.wangge.place.Estate;
import org.wangge.place.Household;
import org.wangge.place.Place;
import org.wangge.place.PointOfInterest;
import org.wangge.place.PointOfInterestKind;
import org.wangge.place.StreetEdge;
import org.wangge.place.StreetNumber;
import org.wangge.place.Traveller;

/** The places of the generated town. */
class DemoTownPlacesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static DemoTown town;
  private static List<Place> places;

  @BeforeAll
  static void generate() {
    town = DemoTown.generate(1, NOW);
    places = town.places();
  }

  @Test
  void the_same_seed_gives_the_same_places() {
    assertThat(DemoTown.generate(1, NOW).places()).isEqualTo(places);
  }

  @Test
  void no_two_places_of_a_kind_share_an_id() {
    Set<String> seen = new HashSet<>();
    for (Place place : places) {
      assertThat(seen.add(place.placeKind() + " " + place.id())).as(place.id()).isTrue();
    }
  }

  @Test
  void every_household_of_a_building_has_a_door_of_its_own_and_units_have_about_thirty() {
    Map<String, Integer> doors = new HashMap<>();
    Set<String> labels = new HashSet<>();
    for (Household home : all(Household.class)) {
      doors.merge(home.buildingId(), 1, Integer::sum);
      assertThat(home.door()).matches("(\\d单元)?\\d{1,2}\\d\\d室");
      assertThat(labels.add(home.buildingId() + home.door())).isTrue();
    }
    for (Building building : all(Building.class)) {
      assertThat(doors.getOrDefault(building.id(), 0)).isEqualTo(building.households());
    }
    int inTown = town.buildings().stream().mapToInt(Building::households).sum();
    assertThat(all(Household.class)).hasSize(inTown);
    assertThat(all(BuildingUnit.class))
        .allSatisfy(unit -> assertThat(unit.households()).isBetween(10, 45));
    assertThat((double) inTown / all(BuildingUnit.class).size()).isBetween(22.0, 35.0);
  }

  @Test
  void small_houses_share_a_unit_with_their_neighbours() {
    Map<String, Set<String>> houses = new HashMap<>();
    for (Household home : all(Household.class)) {
      houses.computeIfAbsent(home.unitId(), key -> new HashSet<>()).add(home.buildingId());
    }
    for (BuildingUnit unit : all(BuildingUnit.class)) {
      Set<String> of = houses.getOrDefault(unit.id(), Set.of());
      assertThat(of).contains(unit.buildingId());
      assertThat(unit.label()).matches(of.size() > 1 ? "第\\d{1,2}片" : "\\d单元|第\\d{1,2}片");
    }
    assertThat(houses.values()).anyMatch(of -> of.size() > 10);
  }

  @Test
  void nobody_lives_in_what_is_no_housing_and_blocks_nobody_needs_are_no_housing() {
    int empty = 0;
    for (Building building : all(Building.class)) {
      if (building.use() != BuildingUse.HOUSING) {
        assertThat(building.households()).isZero();
      } else if (building.households() == 0) {
        empty++;
      }
    }
    assertThat(empty).isLessThan(100);
  }

  @Test
  void estates_hold_their_buildings_and_lie_in_a_community() {
    List<Estate> estates = all(Estate.class);
    assertThat(estates).hasSizeBetween(12, 16);
    Map<String, Estate> byId = new HashMap<>();
    estates.forEach(estate -> byId.put(estate.id(), estate));
    int held = 0;
    for (Building building : all(Building.class)) {
      Estate estate = byId.get(building.estateId());
      if (estate != null) {
        held++;
        assertThat(building.nameZh()).startsWith(estate.nameZh());
        assertThat(estate.outline().scaled().intersects(building.footprint().scaled())).isTrue();
      }
    }
    assertThat(held).isGreaterThan(100);
    assertThat(estates).noneMatch(estate -> estate.communityCode().isEmpty());
  }

  @Test
  void numbers_of_a_street_are_not_given_twice_and_buildings_carry_them() {
    Set<String> given = new HashSet<>();
    for (StreetNumber number : all(StreetNumber.class)) {
      assertThat(given.add(number.streetId() + "#" + number.number())).isTrue();
    }
    List<String> carried =
        all(Building.class).stream()
            .filter(building -> !building.gateNumber().isEmpty())
            .map(building -> building.streetId() + "#" + building.gateNumber())
            .toList();
    assertThat(carried).hasSizeGreaterThan(300).containsExactlyInAnyOrderElementsOf(given);
  }

  @Test
  void cars_keep_out_of_paths_and_everyone_may_walk() {
    List<StreetEdge> edges = all(StreetEdge.class);
    assertThat(edges).hasSameSizeAs(town.streetGraph().edges());
    assertThat(edges).allMatch(edge -> edge.allowed().contains(Traveller.FOOT));
    assertThat(edges).anyMatch(edge -> !edge.allowed().contains(Traveller.CAR));
  }

  @Test
  void every_kind_of_interest_is_somewhere() {
    List<PointOfInterest> interests = all(PointOfInterest.class);
    for (PointOfInterestKind kind : PointOfInterestKind.values()) {
      assertThat(interests).as(kind.word()).anyMatch(one -> one.interest() == kind);
    }
  }

  private static <T extends Place> List<T> all(Class<T> kind) {
    return places.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
