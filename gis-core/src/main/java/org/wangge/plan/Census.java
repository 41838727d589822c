package org.wangge.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Location;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.place.Building;
import org.wangge.plan.topology.GroundScale;

/**
 * Counts what new faces hold. Households are those of the buildings; the people of the areas they
 * came from are shared out in proportion, to the last one. Pure.
 */
final class Census {
  private Census() {}

  /** Figures of new faces, by id. */
  static Map<String, FaceFigures> of(Collection<Face> born, List<Building> buildings) {
    Map<List<Area>, List<Face>> byOrigins = new LinkedHashMap<>();
    for (Face face : Topology.inOrder(born)) {
      byOrigins.computeIfAbsent(face.origins(), key -> new ArrayList<>()).add(face);
    }
    Map<String, Face> byId = new HashMap<>();
    born.forEach(face -> byId.put(face.id(), face));
    Map<String, FaceFigures> figures = new LinkedHashMap<>();
    byOrigins.forEach(
        (origins, parts) ->
            share(origins, parts, buildings, isSurveyed(parts, byId, buildings), figures));
    return figures;
  }

  /** Figures of an area as they stand in the register; buildings are not among them. */
  static FaceFigures recorded(Area area) {
    double ground = area.shape().map(Geodesy::areaSquareMeters).orElse(0.0);
    return new FaceFigures(area.households(), area.population(), 0, ground, false);
  }

  /** Whether it is known who lives around there, so that no household is one in truth. */
  private static boolean isSurveyed(
      List<Face> parts, Map<String, Face> born, List<Building> buildings) {
    LatticeBox around =
        parts.stream()
            .map(part -> born.getOrDefault(part.parent().orElse(""), part).shape().bounds())
            .reduce(LatticeBox::union)
            .orElseThrow();
    return buildings.stream()
        .anyMatch(
            building ->
                building.households() > 0 && building.footprint().bounds().intersects(around));
  }

  private static void share(
      List<Area> origins,
      List<Face> parts,
      List<Building> buildings,
      boolean surveyed,
      Map<String, FaceFigures> figures) {
    int[] homes = new int[parts.size()];
    int[] houses = new int[parts.size()];
    double[] ground = new double[parts.size()];
    for (int i = 0; i < homes.length; i++) {
      count(parts.get(i), buildings, i, homes, houses);
      ground[i] = Geodesy.areaSquareMeters(parts.get(i).shape());
    }
    long counted = Arrays.stream(homes).sum();
    int known = origins.stream().mapToInt(Area::households).sum();
    boolean estimated = !surveyed && known > 0;
    if (estimated) {
      homes = shares(known, ground);
    }
    double[] weights = counted == 0 ? ground : Arrays.stream(homes).asDoubleStream().toArray();
    int[] people = shares(origins.stream().mapToInt(Area::population).sum(), weights);
    for (int i = 0; i < homes.length; i++) {
      figures.put(
          parts.get(i).id(), new FaceFigures(homes[i], people[i], houses[i], ground[i], estimated));
    }
  }

  private static void count(Face face, List<Building> buildings, int i, int[] homes, int[] houses) {
    var locator = new IndexedPointInAreaLocator(face.shape().scaled());
    for (Building building : buildings) {
      LatticePoint middle = building.footprint().labelPoint();
      if (face.shape().bounds().contains(middle)
          && locator.locate(GroundScale.coordinate(middle)) != Location.EXTERIOR) {
        homes[i] += building.households();
        houses[i]++;
      }
    }
  }

  /** Whole numbers in proportion to weights that add up to exactly the total. */
  static int[] shares(int total, double[] weights) {
    double sum = Arrays.stream(weights).sum();
    int[] shares = new int[weights.length];
    double reached = 0;
    int given = 0;
    for (int i = 0; i < shares.length; i++) {
      reached += weights[i];
      int upTo = i == shares.length - 1 ? total : (int) Math.round(total * reached / sum);
      shares[i] = upTo - given;
      given = upTo;
    }
    return shares;
  }
}
