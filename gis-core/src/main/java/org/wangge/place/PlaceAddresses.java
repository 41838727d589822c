package org.wangge.place;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wangge.geo.LatticePoint;
import org.wangge.place.Address.DoorNumber;

/** Says of places how people address them: by name, by building and door, by street and number. */
public final class PlaceAddresses {
  /** 8栋 → 8; 1单元302室 → 1 and 302; 302室 → 302. */
  private static final Pattern BUILDING = Pattern.compile("(.+?)[栋幢号]楼?");

  private static final Pattern DOOR = Pattern.compile("(?:(.+?)单元)?(.+?)室?");

  private static final Pattern UNIT = Pattern.compile("(.+?)单元");

  /** Grounds that are there as points of interest, or as estates, already. */
  private static final Set<GroundKind> ELSEWHERE =
      EnumSet.of(
          GroundKind.HOUSING,
          GroundKind.SCHOOL,
          GroundKind.HOSPITAL,
          GroundKind.MARKET,
          GroundKind.PARK);

  private final Map<String, Estate> estates = new HashMap<>();
  private final Map<String, Street> streets = new HashMap<>();
  private final Map<String, Below> buildings = new HashMap<>();
  private final List<Address> all = new ArrayList<>();

  private PlaceAddresses() {}

  /**
   * What a building's doors are numbered below.
   *
   * @param label of the building, as people write it
   * @param number that leads to it
   */
  private record Below(String label, DoorNumber number) {

    DoorNumber then(List<String> parts) {
      List<String> joined = new ArrayList<>(number.parts());
      joined.addAll(parts);
      return new DoorNumber(number.under(), number.underId(), joined);
    }
  }

  /**
   * The addresses of places. What has neither a name nor a number has none.
   *
   * @param places what others are part of before those
   */
  public static List<Address> of(List<Place> places) {
    PlaceAddresses addresses = new PlaceAddresses();
    places.forEach(addresses::add);
    return List.copyOf(addresses.all);
  }

  private void add(Place place) {
    if (place instanceof Estate estate) {
      estates.put(estate.id(), estate);
      LatticePoint at = estate.outline().labelPoint();
      named(AddressKind.ESTATE, estate.id(), estate.nameZh(), estate.nameEn(), at)
          .ifPresent(address -> all.add(address.withAliases(estate.aliases())));
    } else if (place instanceof Street street) {
      streets.put(street.id(), street);
      LatticePoint at = street.line().get(street.line().size() / 2);
      named(AddressKind.STREET, street.id(), street.nameZh(), street.nameEn(), at)
          .ifPresent(all::add);
    } else if (place instanceof StreetNumber number) {
      add(number);
    } else if (place instanceof Building building) {
      add(building);
    } else if (place instanceof BuildingUnit unit) {
      add(unit);
    } else if (place instanceof Household home) {
      add(home);
    } else {
      addInterest(place);
    }
  }

  private static Optional<Address> named(
      AddressKind kind, String id, String nameZh, String nameEn, LatticePoint at) {
    return nameZh.isEmpty() && nameEn.isEmpty()
        ? Optional.empty()
        : Optional.of(Address.named(kind, id, nameZh, nameEn, at));
  }

  private void add(StreetNumber number) {
    Street street = streets.get(number.streetId());
    if (street != null && !street.nameZh().isEmpty()) {
      String text = Integer.toString(number.number());
      all.add(
          Address.numbered(
              AddressKind.STREET_NUMBER,
              number.id(),
              street.nameZh() + text + "号",
              number.location(),
              DoorNumber.of(AddressKind.STREET, street.id(), text)));
    }
  }

  private void add(Building building) {
    Estate estate = estates.get(building.estateId());
    Street street = streets.get(building.streetId());
    String name = building.nameZh();
    if (estate != null && name.startsWith(estate.nameZh())) {
      Matcher number = BUILDING.matcher(name.substring(estate.nameZh().length()));
      if (number.matches()) {
        buildings.put(
            building.id(),
            new Below(name, DoorNumber.of(AddressKind.ESTATE, estate.id(), number.group(1))));
      }
    } else if (street != null && !building.gateNumber().isEmpty()) {
      String label = street.nameZh() + building.gateNumber() + "号";
      buildings.put(
          building.id(),
          new Below(label, DoorNumber.of(AddressKind.STREET, street.id(), building.gateNumber())));
    }
    LatticePoint at = building.footprint().labelPoint();
    Below below = buildings.get(building.id());
    named(AddressKind.BUILDING, building.id(), name, "", at)
        .map(address -> address.withDetail(building.use().word()))
        .map(address -> below == null ? address : address.withNumbers(List.of(below.number())))
        .ifPresent(all::add);
  }

  private void add(BuildingUnit unit) {
    Below below = buildings.get(unit.buildingId());
    Matcher label = UNIT.matcher(unit.label());
    if (below != null && label.matches()) {
      all.add(
          Address.numbered(
              AddressKind.UNIT,
              unit.id(),
              below.label() + unit.label(),
              unit.entrance(),
              below.then(List.of(label.group(1)))));
    }
  }

  private void add(Household home) {
    Below below = buildings.get(home.buildingId());
    Matcher door = DOOR.matcher(home.door());
    if (below != null && door.matches()) {
      all.add(
          Address.numbered(
              AddressKind.HOUSEHOLD,
              home.id(),
              below.label() + home.door(),
              home.entrance(),
              below.then(parts(door))));
    }
  }

  private static List<String> parts(Matcher door) {
    String unit = door.group(1);
    return unit == null ? List.of(door.group(2)) : List.of(unit, door.group(2));
  }

  private void addInterest(Place place) {
    AddressKind kind = AddressKind.POINT_OF_INTEREST;
    if (place instanceof PointOfInterest one) {
      named(kind, one.id(), one.nameZh(), one.nameEn(), one.location())
          .map(address -> address.withDetail(one.interest().word()).withAliases(one.aliases()))
          .ifPresent(all::add);
    } else if (place instanceof Ground ground && !ELSEWHERE.contains(ground.kind())) {
      named(kind, ground.id(), ground.nameZh(), ground.nameEn(), ground.shape().labelPoint())
          .map(address -> address.withDetail(ground.kind().word()))
          .ifPresent(all::add);
    }
  }
}
