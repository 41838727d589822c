package org.wangge.server.place;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.place.Building;
import org.wangge.place.BuildingUnit;
import org.wangge.place.BuildingUse;
import org.wangge.place.Estate;
import org.wangge.place.Ground;
import org.wangge.place.GroundKind;
import org.wangge.place.Household;
import org.wangge.place.PlaceKind;
import org.wangge.place.PointOfInterest;
import org.wangge.place.PointOfInterestKind;
import org.wangge.place.Street;
import org.wangge.place.StreetClass;
import org.wangge.place.StreetEdge;
import org.wangge.place.StreetNumber;
import org.wangge.place.Traveller;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Row;

/** The tables of all kinds of places. */
final class PlaceRows {
  private static final String IN_BUILDING = "building_id = ?";
  private static final String IN_ESTATE =
      "building_id in (select id from place_buildings where estate_id = ?)";

  private static final Map<PlaceKind, PlaceTable<?>> TABLES = tables();

  private PlaceRows() {}

  static PlaceTable<?> of(PlaceKind kind) {
    PlaceTable<?> table = TABLES.get(kind);
    if (table == null) {
      throw new IllegalStateException("no table for " + kind);
    }
    return table;
  }

  private static Map<PlaceKind, PlaceTable<?>> tables() {
    Map<PlaceKind, PlaceTable<?>> tables = new EnumMap<>(PlaceKind.class);
    tables.put(PlaceKind.ESTATES, estates());
    tables.put(PlaceKind.STREETS, streets());
    tables.put(PlaceKind.STREET_EDGES, edges());
    tables.put(PlaceKind.STREET_NUMBERS, numbers());
    tables.put(PlaceKind.GROUNDS, grounds());
    tables.put(PlaceKind.BUILDINGS, buildings());
    tables.put(PlaceKind.UNITS, units());
    tables.put(PlaceKind.HOUSEHOLDS, households());
    tables.put(PlaceKind.POINTS_OF_INTEREST, interests());
    return tables;
  }

  private static PlaceTable<Estate> estates() {
    return new PlaceTable<>(
        "place_estates",
        List.of("name_zh", "name_en", "gated", "community_code", "property_company", "aliases"),
        estate -> estate.outline().toDegrees(),
        estate ->
            List.of(
                estate.nameZh(),
                estate.nameEn(),
                estate.gated(),
                estate.communityCode(),
                estate.propertyCompany(),
                String.join("\n", estate.aliases())),
        row ->
            new Estate(
                row.string("id"),
                row.string("name_zh"),
                row.string("name_en"),
                row.flag("gated"),
                outline(row),
                row.string("community_code"),
                row.string("property_company"),
                lines(row.string("aliases"))),
        "id = ?",
        PlaceTable.NONE);
  }

  private static PlaceTable<Street> streets() {
    return new PlaceTable<>(
        "place_streets",
        List.of("name_zh", "name_en", "street_class"),
        street -> PlaceJson.line(street.line()),
        street -> List.of(street.nameZh(), street.nameEn(), street.streetClass().word()),
        row ->
            new Street(
                row.string("id"),
                row.string("name_zh"),
                row.string("name_en"),
                StreetClass.find(row.string("street_class")).orElseThrow(),
                line(row)),
        PlaceTable.NONE,
        PlaceTable.NONE);
  }

  private static PlaceTable<StreetEdge> edges() {
    return new PlaceTable<>(
        "place_street_edges",
        List.of("street_id", "street_class", "from_node", "to_node", "allowed"),
        edge -> PlaceJson.line(edge.line()),
        edge ->
            List.of(
                edge.streetId(),
                edge.streetClass().word(),
                edge.fromNode(),
                edge.toNode(),
                edge.allowed().stream()
                    .sorted()
                    .map(Traveller::word)
                    .collect(Collectors.joining("\n"))),
        row ->
            new StreetEdge(
                row.string("id"),
                row.string("street_id"),
                StreetClass.find(row.string("street_class")).orElseThrow(),
                row.string("from_node"),
                row.string("to_node"),
                travellers(row.string("allowed")),
                line(row)),
        PlaceTable.NONE,
        PlaceTable.NONE);
  }

  private static PlaceTable<StreetNumber> numbers() {
    return new PlaceTable<>(
        "place_street_numbers",
        List.of("street_id", "number"),
        number -> Points.toDegrees(number.location()),
        number -> List.of(number.streetId(), number.number()),
        row ->
            new StreetNumber(
                row.string("id"), row.string("street_id"), row.integer("number"), point(row)),
        PlaceTable.NONE,
        PlaceTable.NONE);
  }

  private static PlaceTable<Ground> grounds() {
    return new PlaceTable<>(
        "place_grounds",
        List.of("ground_kind", "name_zh", "name_en"),
        ground -> ground.shape().toDegrees(),
        ground -> List.of(ground.kind().word(), ground.nameZh(), ground.nameEn()),
        row ->
            new Ground(
                row.string("id"),
                GroundKind.find(row.string("ground_kind")).orElseThrow(),
                row.string("name_zh"),
                row.string("name_en"),
                outline(row)),
        PlaceTable.NONE,
        PlaceTable.NONE);
  }

  private static PlaceTable<Building> buildings() {
    return new PlaceTable<>(
        "place_buildings",
        List.of(
            "height_meters",
            "building_use",
            "households",
            "name_zh",
            "estate_id",
            "street_id",
            "gate_number"),
        building -> building.footprint().toDegrees(),
        building ->
            Arrays.asList(
                building.heightMeters(),
                building.use().word(),
                building.households(),
                building.nameZh(),
                idOrNull(building.estateId()),
                idOrNull(building.streetId()),
                building.gateNumber()),
        row ->
            new Building(
                row.string("id"),
                outline(row),
                row.decimal("height_meters"),
                BuildingUse.find(row.string("building_use")).orElseThrow(),
                row.integer("households"),
                row.string("name_zh"),
                row.stringIfAny("estate_id").orElse(""),
                row.stringIfAny("street_id").orElse(""),
                row.string("gate_number")),
        "estate_id = ?",
        "id = ?");
  }

  private static PlaceTable<BuildingUnit> units() {
    return new PlaceTable<>(
        "place_units",
        List.of(
            "building_id",
            "label",
            "households",
            "head_code",
            "information_officer_code",
            "support_officer_code"),
        unit -> Points.toDegrees(unit.entrance()),
        unit ->
            List.of(
                unit.buildingId(),
                unit.label(),
                unit.households(),
                unit.headCode(),
                unit.informationOfficerCode(),
                unit.supportOfficerCode()),
        row ->
            new BuildingUnit(
                row.string("id"),
                row.string("building_id"),
                row.string("label"),
                row.integer("households"),
                row.string("head_code"),
                row.string("information_officer_code"),
                row.string("support_officer_code"),
                point(row)),
        IN_ESTATE,
        IN_BUILDING);
  }

  private static PlaceTable<Household> households() {
    return new PlaceTable<>(
        "place_households",
        List.of("unit_id", "building_id", "door"),
        home -> Points.toDegrees(home.entrance()),
        home -> List.of(home.unitId(), home.buildingId(), home.door()),
        row ->
            new Household(
                row.string("id"),
                row.string("unit_id"),
                row.string("building_id"),
                row.string("door"),
                point(row)),
        IN_ESTATE,
        IN_BUILDING);
  }

  private static PlaceTable<PointOfInterest> interests() {
    return new PlaceTable<>(
        "place_points_of_interest",
        List.of("interest", "name_zh", "name_en", "aliases"),
        one -> Points.toDegrees(one.location()),
        one ->
            List.of(
                one.interest().word(),
                one.nameZh(),
                one.nameEn(),
                String.join("\n", one.aliases())),
        row ->
            new PointOfInterest(
                row.string("id"),
                PointOfInterestKind.find(row.string("interest")).orElseThrow(),
                row.string("name_zh"),
                row.string("name_en"),
                point(row),
                lines(row.string("aliases"))),
        PlaceTable.NONE,
        PlaceTable.NONE);
  }

  private static @Nullable Object idOrNull(String id) {
    return id.isEmpty() ? null : id;
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  private static Set<Traveller> travellers(String text) {
    return text.lines().map(word -> Traveller.find(word).orElseThrow()).collect(Collectors.toSet());
  }

  private static LatticeShape outline(Row row) throws SQLException {
    return LatticeShape.ofDegrees(row.geometry("shape").orElseThrow());
  }

  private static LatticePoint point(Row row) throws SQLException {
    return Points.onLattice(row.geometry("shape").orElseThrow());
  }

  private static List<LatticePoint> line(Row row) throws SQLException {
    Geometry line = row.geometry("shape").orElseThrow();
    return Arrays.stream(line.getCoordinates()).map(PlaceRows::onLattice).toList();
  }

  private static LatticePoint onLattice(Coordinate at) {
    return LatticePoint.ofDegrees(at.x, at.y);
  }
}
