package org.wangge.server.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wangge.demo.DemoTown;
import org.wangge.geo.LatticePoint;
import org.wangge.place.Address;
import org.wangge.place.Address.DoorNumber;
import org.wangge.place.AddressKind;
import org.wangge.place.Building;
import org.wangge.place.Ground;
import org.wangge.place.GroundKind;
import org.wangge.place.Street;

/** What can be searched in the generated town, made again from its seed. */
final class DemoAddresses {
  private static final String BUILDING = "栋";

  private final Map<String, Ground> estates = new HashMap<>();
  private final List<Address> all = new ArrayList<>();

  private DemoAddresses(DemoTown town) {
    town.streets().forEach(this::add);
    town.grounds().forEach(this::add);
    town.buildings().forEach(this::add);
  }

  static Stream<Address> of(Made made) {
    return made.kind() == Made.Kind.TOWN
        ? new DemoAddresses(DemoTown.generate(made.seed(), made.madeAt())).all.stream()
        : Stream.of();
  }

  private void add(Street street) {
    if (!street.nameZh().isEmpty()) {
      LatticePoint middle = street.line().get(street.line().size() / 2);
      all.add(
          Address.named(AddressKind.STREET, street.id(), street.nameZh(), street.nameEn(), middle));
    }
  }

  private void add(Ground ground) {
    if (ground.nameZh().isEmpty()) {
      return;
    }
    boolean estate = ground.kind() == GroundKind.HOUSING;
    if (estate) {
      estates.put(ground.nameZh(), ground);
    }
    all.add(
        Address.named(
                estate ? AddressKind.ESTATE : AddressKind.POINT_OF_INTEREST,
                ground.id(),
                ground.nameZh(),
                ground.nameEn(),
                ground.shape().labelPoint())
            .withDetail(ground.kind().word()));
  }

  private void add(Building building) {
    String name = building.nameZh();
    if (name.isEmpty()) {
      return;
    }
    Address address =
        Address.named(
                AddressKind.BUILDING, building.id(), name, "", building.footprint().labelPoint())
            .withDetail(building.use().word());
    estates.entrySet().stream()
        .filter(estate -> name.startsWith(estate.getKey()) && name.endsWith(BUILDING))
        .findFirst()
        .ifPresentOrElse(
            estate -> all.add(address.withNumbers(List.of(number(name, estate)))),
            () -> all.add(address));
  }

  private static DoorNumber number(String name, Map.Entry<String, Ground> estate) {
    String number = name.substring(estate.getKey().length(), name.length() - BUILDING.length());
    return DoorNumber.of(AddressKind.ESTATE, estate.getValue().id(), number);
  }
}
