package org.wangge.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.place.Building;
import org.wangge.place.Estate;
import org.wangge.place.Ground;
import org.wangge.place.GroundKind;
import org.wangge.place.Place;
import org.wangge.place.PointOfInterest;
import org.wangge.place.PointOfInterestKind;
import org.wangge.place.Street;
import org.wangge.place.StreetEdge;
import org.wangge.place.StreetGraph;

/** Makes of what the town is built of all its places, each with its address. */
final class PlaceMaker {
  private static final Map<GroundKind, PointOfInterestKind> INTERESTS =
      new EnumMap<>(
          Map.of(
              GroundKind.SCHOOL, PointOfInterestKind.SCHOOL,
              GroundKind.HOSPITAL, PointOfInterestKind.HOSPITAL,
              GroundKind.MARKET, PointOfInterestKind.MARKET,
              GroundKind.PARK, PointOfInterestKind.PARK));

  private final DemoTown town;
  private final StreetSides sides;
  private final Homes homes;
  private final List<Place> places = new ArrayList<>();

  private int interests;

  /** Estates by their names. */
  private final Map<String, Estate> estates = new LinkedHashMap<>();

  private PlaceMaker(DemoTown town) {
    this.town = town;
    homes = new Homes(new GridFinder(town.areas(Partition.TREE, Level.GRID)));
    sides = new StreetSides(town.streets(), new LocalFrame(TownMaker.CENTER));
  }

  static List<Place> placesOf(DemoTown town) {
    PlaceMaker maker = new PlaceMaker(town);
    maker.estates();
    maker.streets();
    maker.places.addAll(town.grounds());
    town.buildings().forEach(maker::building);
    maker.places.addAll(maker.homes.places());
    maker.places.addAll(maker.sides.numbers());
    maker.interests();
    return List.copyOf(maker.places);
  }

  private void estates() {
    GridFinder grids = new GridFinder(town.areas(Partition.TREE, Level.GRID));
    for (Ground ground : town.grounds()) {
      if (ground.kind() == GroundKind.HOUSING && !ground.nameZh().isEmpty()) {
        String community =
            grids.at(ground.shape().labelPoint()).flatMap(this::communityOf).orElse("");
        String plain = ground.nameZh().replace("小区", "");
        Estate estate =
            new Estate(
                "estate-" + ground.id().substring("ground-".length()),
                ground.nameZh(),
                ground.nameEn(),
                true,
                ground.shape(),
                community,
                plain + "物业",
                List.of(plain + "花园"));
        estates.put(estate.nameZh(), estate);
        places.add(estate);
      }
    }
  }

  private Optional<String> communityOf(String grid) {
    return town.areas(Partition.TREE, Level.COMMUNITY).stream()
        .map(Area::code)
        .filter(grid::startsWith)
        .findFirst();
  }

  private void streets() {
    places.addAll(town.streets());
    int number = 0;
    for (StreetGraph.Edge edge : town.streetGraph().edges()) {
      number++;
      places.add(
          new StreetEdge(
              "edge-%05d".formatted(number),
              edge.streetId(),
              edge.streetClass(),
              node(edge.from()),
              node(edge.to()),
              edge.allowed(),
              edge.line()));
    }
  }

  private static String node(int number) {
    return "node-%05d".formatted(number + 1);
  }

  private void building(Building plain) {
    String name = plain.nameZh();
    int end = name.indexOf("小区") + "小区".length();
    Estate estate = name.endsWith("栋") ? estates.get(name.substring(0, end)) : null;
    LatticePoint middle = plain.footprint().labelPoint();
    Optional<StreetSides.Gate> gate = estate == null ? sides.numbered(middle) : Optional.empty();
    Building building =
        new Building(
            plain.id(),
            plain.footprint(),
            plain.heightMeters(),
            plain.use(),
            plain.households(),
            name,
            estate == null ? "" : estate.id(),
            gate.map(StreetSides.Gate::streetId).orElse(""),
            gate.map(one -> Integer.toString(one.number())).orElse(""));
    places.add(building);
    if (building.households() > 0) {
      homes.in(building);
    }
  }

  private void interests() {
    for (Ground ground : town.grounds()) {
      PointOfInterestKind kind = INTERESTS.get(ground.kind());
      if (kind != null && !ground.nameZh().isEmpty()) {
        interest(kind, ground.nameZh(), ground.nameEn(), ground.shape().labelPoint());
      }
    }
    for (Area community : town.areas(Partition.TREE, Level.COMMUNITY)) {
      community
          .shape()
          .ifPresent(
              shape ->
                  interest(
                      PointOfInterestKind.COMMUNITY_OFFICE,
                      community.name() + "居委会",
                      "",
                      nearestHall(shape.labelPoint())));
    }
    for (Estate estate : estates.values()) {
      interest(
          PointOfInterestKind.GATE,
          estate.nameZh() + "大门",
          estate.nameEn() + " Gate",
          sides.nearestToStreet(estate.outline()));
    }
  }

  /** Where the public building nearest to a point stands. */
  private LatticePoint nearestHall(LatticePoint point) {
    LocalFrame frame = new LocalFrame(point);
    LatticePoint nearest = point;
    double meters = Double.POSITIVE_INFINITY;
    for (Building building : town.buildings()) {
      if (building.households() == 0) {
        LatticePoint at = building.footprint().labelPoint();
        double distance = frame.spot(at).distance(new Spot(0, 0));
        if (distance < meters) {
          meters = distance;
          nearest = at;
        }
      }
    }
    return nearest;
  }

  private void interest(
      PointOfInterestKind kind, String nameZh, String nameEn, LatticePoint location) {
    String id = "poi-%04d".formatted(++interests);
    places.add(new PointOfInterest(id, kind, nameZh, nameEn, location, List.of()));
  }

  /** The streets that have a name. */
  static List<Street> named(List<Street> streets) {
    return streets.stream().filter(street -> !street.nameZh().isEmpty()).toList();
  }
}
