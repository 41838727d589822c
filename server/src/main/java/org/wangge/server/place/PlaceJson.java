package org.wangge.server.place;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.place.Building;
import org.wangge.place.BuildingUnit;
import org.wangge.place.Estate;
import org.wangge.place.Ground;
import org.wangge.place.Household;
import org.wangge.place.Place;
import org.wangge.place.PointOfInterest;
import org.wangge.place.StandingPlace;
import org.wangge.place.Street;
import org.wangge.place.StreetEdge;
import org.wangge.place.StreetNumber;
import org.wangge.place.Traveller;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.storage.Points;

/** Places as GeoJSON. */
final class PlaceJson {
  private PlaceJson() {}

  static Map<String, Object> feature(StandingPlace one) {
    Place place = one.place();
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("kind", place.placeKind().word());
    properties.put("id", place.id());
    Geometry shape = describe(place, properties);
    properties.put("validFrom", one.validity().from().toString());
    properties.put("validTo", one.validity().to().map(Object::toString).orElse(null));
    return FeaturePage.feature(place.id(), shape, properties);
  }

  /** Puts in what a place of its kind has, and answers its shape. */
  private static Geometry describe(Place place, Map<String, @Nullable Object> to) {
    if (place instanceof Estate estate) {
      return estate(estate, to);
    }
    if (place instanceof Building building) {
      return building(building, to);
    }
    if (place instanceof BuildingUnit unit) {
      return unit(unit, to);
    }
    if (place instanceof Household home) {
      to.put("unit", home.unitId());
      to.put("building", home.buildingId());
      to.put("door", home.door());
      return Points.toDegrees(home.entrance());
    }
    if (place instanceof StreetEdge edge) {
      return edge(edge, to);
    }
    if (place instanceof StreetNumber number) {
      to.put("street", number.streetId());
      to.put("number", number.number());
      return Points.toDegrees(number.location());
    }
    return named(place, to);
  }

  private static Geometry named(Place place, Map<String, @Nullable Object> to) {
    if (place instanceof Street street) {
      names(street.nameZh(), street.nameEn(), to);
      to.put("class", street.streetClass().word());
      return line(street.line());
    }
    if (place instanceof Ground ground) {
      names(ground.nameZh(), ground.nameEn(), to);
      to.put("use", ground.kind().word());
      return ground.shape().toDegrees();
    }
    if (place instanceof PointOfInterest interest) {
      names(interest.nameZh(), interest.nameEn(), to);
      to.put("interest", interest.interest().word());
      to.put("aliases", interest.aliases());
      return Points.toDegrees(interest.location());
    }
    throw new IllegalStateException("a place of no kind: " + place.id());
  }

  private static Geometry estate(Estate estate, Map<String, @Nullable Object> to) {
    names(estate.nameZh(), estate.nameEn(), to);
    to.put("gated", estate.gated());
    to.put("community", orNull(estate.communityCode()));
    to.put("propertyCompany", orNull(estate.propertyCompany()));
    to.put("aliases", estate.aliases());
    return estate.outline().toDegrees();
  }

  private static Geometry building(Building building, Map<String, @Nullable Object> to) {
    to.put("nameZh", building.nameZh());
    to.put("heightMeters", building.heightMeters());
    to.put("use", building.use().word());
    to.put("households", building.households());
    to.put("estate", orNull(building.estateId()));
    to.put("street", orNull(building.streetId()));
    to.put("gateNumber", orNull(building.gateNumber()));
    return building.footprint().toDegrees();
  }

  private static Geometry unit(BuildingUnit unit, Map<String, @Nullable Object> to) {
    to.put("building", unit.buildingId());
    to.put("label", unit.label());
    to.put("households", unit.households());
    to.put("head", orNull(unit.headCode()));
    to.put("informationOfficer", orNull(unit.informationOfficerCode()));
    to.put("supportOfficer", orNull(unit.supportOfficerCode()));
    return Points.toDegrees(unit.entrance());
  }

  private static Geometry edge(StreetEdge edge, Map<String, @Nullable Object> to) {
    to.put("street", edge.streetId());
    to.put("class", edge.streetClass().word());
    to.put("from", edge.fromNode());
    to.put("to", edge.toNode());
    to.put("allowed", edge.allowed().stream().sorted().map(Traveller::word).toList());
    return line(edge.line());
  }

  private static void names(String zh, String en, Map<String, @Nullable Object> to) {
    to.put("nameZh", zh);
    to.put("nameEn", en);
  }

  private static @Nullable Object orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** A centre-line in degrees, SRID 4326. */
  static Geometry line(List<LatticePoint> points) {
    return LatticeShape.DEGREES.createLineString(
        points.stream()
            .map(point -> new Coordinate(point.lonDegrees(), point.latDegrees()))
            .toArray(Coordinate[]::new));
  }
}
