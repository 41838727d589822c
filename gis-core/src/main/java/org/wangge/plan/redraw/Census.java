package org.wangge.plan.redraw;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.place.Building;
import org.wangge.plan.planar.GroundScale;
import org.wangge.plan.topology.Face;

/**
 * Counts what new faces hold, and those whose ground has changed. Households are those of the
 * buildings; the people of the areas they came from are shared out in proportion, to the last one.
 * Pure.
 */
public final class Census {
  private Census() {}

  /** Figures of new and redrawn faces, by id. */
  public static Map<String, FaceFigures> of(Collection<Face> changed, List<Building> buildings) {
    return next(Counts.NONE, changed, box -> buildings, new KnownGround()).figures();
  }

  /**
   * What new and redrawn faces hold, where some of them were counted before: only what has changed
   * since is counted, and only its buildings are asked for.
   *
   * @param changed all of them, in any order
   * @param buildings tells those in a box
   */
  public static Counts next(
      Counts before,
      Collection<Face> changed,
      Function<LatticeBox, List<Building>> buildings,
      KnownGround ground) {
    Map<String, Face> byId = new HashMap<>();
    changed.forEach(face -> byId.put(face.id(), face));
    Counts counts = before.standing(byId);
    List<Face> open = counts.uncounted(changed);
    if (open.isEmpty()) {
      return counts;
    }
    List<Building> around =
        buildings.apply(
            open.stream().map(face -> around(face, byId)).reduce(LatticeBox::union).orElseThrow());
    for (CensusPool pool : CensusPool.of(open, ground)) {
      counts = counts.with(pool, count(pool, byId, around, ground));
    }
    return counts;
  }

  private static Map<String, FaceFigures> count(
      CensusPool pool, Map<String, Face> byId, List<Building> buildings, KnownGround ground) {
    Face first = pool.faces().get(0);
    if (first.isOnlyRenumbered()) {
      return Map.of(first.id(), kept(first, buildings));
    }
    Map<String, FaceFigures> figures = new LinkedHashMap<>();
    share(pool, buildings, isSurveyed(pool.faces(), byId, buildings), ground, figures);
    return figures;
  }

  /** The box of the ground that tells whether it is known who lives in a face. */
  private static LatticeBox around(Face face, Map<String, Face> changed) {
    Face above = changed.getOrDefault(face.parent().orElse(""), face);
    return face.shape().bounds().union(above.shape().bounds());
  }

  /** Who lives in what has its ground as before is no matter of counting. */
  private static FaceFigures kept(Face face, List<Building> buildings) {
    FaceFigures on = recorded(face.area());
    int houses =
        Count.of(face, new CensusPool(face.origins(), List.of()), buildings, on.squareMeters())
            .houses();
    return new FaceFigures(on.households(), on.population(), houses, on.squareMeters(), false);
  }

  /** Figures of an area as they stand in the register; buildings are not among them. */
  public static FaceFigures recorded(Area area) {
    double ground = area.shape().map(Geodesy::areaSquareMeters).orElse(0.0);
    return new FaceFigures(area.households(), area.population(), 0, ground, false);
  }

  /** Whether it is known who lives around there, so that no household is one in truth. */
  private static boolean isSurveyed(
      List<Face> parts, Map<String, Face> changed, List<Building> buildings) {
    LatticeBox around =
        parts.stream().map(part -> around(part, changed)).reduce(LatticeBox::union).orElseThrow();
    return buildings.stream()
        .anyMatch(
            building ->
                building.households() > 0 && building.footprint().bounds().intersects(around));
  }

  private static void share(
      CensusPool pool,
      List<Building> buildings,
      boolean surveyed,
      KnownGround known,
      Map<String, FaceFigures> figures) {
    List<Face> parts = pool.faces();
    Count[] counts = new Count[parts.size()];
    for (int i = 0; i < counts.length; i++) {
      Face part = parts.get(i);
      counts[i] = Count.of(part, pool, buildings, known.squareMeters(part.shape()));
    }
    double[] ground = Arrays.stream(counts).mapToDouble(Count::squareMeters).toArray();
    int[] homes = Arrays.stream(counts).mapToInt(Count::homes).toArray();
    double[] weights = Arrays.stream(counts).mapToDouble(Count::people).toArray();
    int households = pool.origins().stream().mapToInt(Area::households).sum();
    boolean estimated = !surveyed && households > 0;
    if (estimated) {
      homes = shares(households, ground);
    }
    int[] people =
        shares(
            pool.origins().stream().mapToInt(Area::population).sum(),
            Arrays.stream(weights).sum() == 0 ? ground : weights);
    for (int i = 0; i < homes.length; i++) {
      figures.put(
          parts.get(i).id(),
          new FaceFigures(homes[i], people[i], counts[i].houses(), ground[i], estimated));
    }
  }

  /**
   * What stands in a face.
   *
   * @param homes households
   * @param houses buildings
   * @param people who may live there, as many for each household as where its ground came from
   */
  private record Count(int homes, int houses, double people, double squareMeters) {

    static Count of(Face face, CensusPool pool, List<Building> buildings, double squareMeters) {
      var locator = new IndexedPointInAreaLocator(face.shape().scaled());
      int homes = 0;
      int houses = 0;
      double people = 0;
      for (Building building : buildings) {
        LatticePoint middle = building.footprint().labelPoint();
        Coordinate place = GroundScale.coordinate(middle);
        if (face.shape().bounds().contains(middle) && locator.locate(place) != Location.EXTERIOR) {
          homes += building.households();
          houses++;
          people += building.households() == 0 ? 0 : building.households() * pool.peopleEach(place);
        }
      }
      return new Count(homes, houses, people, squareMeters);
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
