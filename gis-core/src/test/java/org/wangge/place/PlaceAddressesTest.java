package org.wangge.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wangge.demo.DemoTown;
import org.wangge.place.Address.DoorNumber;

class PlaceAddressesTest {
  private final List<Place> places =
      DemoTown.generate(1, Instant.parse("2026-03-01T00:00:00Z")).places();
  private final Map<String, Address> byLabel = new HashMap<>();

  PlaceAddressesTest() {
    PlaceAddresses.of(places).forEach(address -> byLabel.put(address.label(), address));
  }

  @Test
  void a_door_of_an_estate_is_numbered_by_building_unit_and_door() {
    Building building = building(true);
    String number = building.nameZh().replaceAll(".*小区|栋", "");
    Address door = labelled(building.nameZh() + "1单元101室");
    assertThat(door.kind()).isEqualTo(AddressKind.HOUSEHOLD);
    assertThat(door.numbers())
        .containsExactly(
            DoorNumber.of(AddressKind.ESTATE, building.estateId(), number, "1", "101"));
    assertThat(labelled(building.nameZh() + "1单元").kind()).isEqualTo(AddressKind.UNIT);
  }

  @Test
  void a_door_of_a_small_house_outside_estates_is_numbered_by_its_street_alone() {
    Building building = building(false);
    Street street =
        places.stream()
            .filter(place -> place.placeKind() == PlaceKind.STREETS)
            .map(Street.class::cast)
            .filter(one -> one.id().equals(building.streetId()))
            .findFirst()
            .orElseThrow();
    String gate = street.nameZh() + building.gateNumber() + "号";
    assertThat(labelled(gate).numbers())
        .containsExactly(DoorNumber.of(AddressKind.STREET, street.id(), building.gateNumber()));
    assertThat(labelled(gate + "101室").numbers())
        .containsExactly(
            DoorNumber.of(AddressKind.STREET, street.id(), building.gateNumber(), "101"));
  }

  private Address labelled(String label) {
    return Optional.ofNullable(byLabel.get(label)).orElseThrow();
  }

  private Building building(boolean inEstate) {
    return places.stream()
        .filter(place -> place.placeKind() == PlaceKind.BUILDINGS)
        .map(Building.class::cast)
        .filter(one -> one.households() > 0)
        .filter(one -> inEstate || one.households() < 12)
        .filter(one -> inEstate ? !one.estateId().isEmpty() : !one.gateNumber().isEmpty())
        .findFirst()
        .orElseThrow();
  }
}
