package org.wangge.plan.redraw;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.AreaKey;
import org.wangge.place.Building;
import org.wangge.plan.planar.GroundScale;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Topology;

/**
 * Counts what new faces hold, and those whose ground has changed. Households are those of the
 * buildings; the people of the areas they came from are shared out in proportion, to the last one.
 * Pure.
 */
public final class Census {
  private final Topology topology;
  private final Terms terms;

  Census(Topology topology, Terms terms) {
    this.topology = topology;
    this.terms = terms;
  }

  /**
   * What new and redrawn faces hold, where some of them were counted before: only what has changed
   * since is counted, and only its buildings are asked for.
   *
   * @param ids of all faces that came, changed or went since
   * @param recounted gets the ids of all faces that are counted now or were before
   */
  Counts next(Counts before, Set<String> ids, Set<String> recounted) {
    Map<String, Face> open = new LinkedHashMap<>();
    Deque<AreaKey> moved = new ArrayDeque<>();
    for (String id : ids) {
      Optional<Face> face = counted(id);
      CensusPool pool = before.pools().get(id);
      if (pool == null || face.isEmpty() || !pool.faces().contains(face.get())) {
        face.ifPresent(changed -> open.put(id, changed));
        face.ifPresent(changed -> changed.origins().forEach(area -> moved.add(area.key())));
        if (pool != null) {
          pool.origins().forEach(area -> moved.add(area.key()));
        }
      }
    }
    Counts counts = standing(before, moved, open);
    recounted.addAll(open.keySet());
    return open.isEmpty() ? counts : with(counts, open.values());
  }

  /** What of it still holds: a pool does while nobody else came to share its people. */
  private Counts standing(Counts before, Deque<AreaKey> moved, Map<String, Face> open) {
    Counts standing = before;
    while (!moved.isEmpty()) {
      CensusPool pool = standing.origins().get(moved.remove());
      if (pool != null) {
        standing = standing.without(pool);
        for (Face was : pool.faces()) {
          counted(was.id())
              .ifPresent(
                  face -> {
                    open.put(face.id(), face);
                    face.origins().forEach(area -> moved.add(area.key()));
                  });
        }
      }
    }
    return standing;
  }

  private Counts with(Counts standing, Collection<Face> open) {
    LatticeBox box = open.stream().map(this::around).reduce(LatticeBox::union).orElseThrow();
    List<Building> around = terms.buildings().apply(box);
    Counts counts = standing;
    for (CensusPool pool : CensusPool.of(open, terms.ground())) {
      counts = counts.with(pool, count(pool, around));
    }
    return counts;
  }

  /** A face that is counted: a new one, or one on other ground than it had. */
  private Optional<Face> counted(String id) {
    return topology
        .find(id)
        .filter(face -> face.born() || (face.isRedrawn() && topology.isLaid(face)));
  }

  private Map<String, FaceFigures> count(CensusPool pool, List<Building> buildings) {
    Face first = pool.faces().get(0);
    if (first.isOnlyRenumbered()) {
      return Map.of(first.id(), kept(first, buildings));
    }
    Map<String, FaceFigures> figures = new LinkedHashMap<>();
    share(pool, buildings, isSurveyed(pool.faces(), buildings), terms.ground(), figures);
    return figures;
  }

  /** The box of the ground that tells whether it is known who lives in a face. */
  private LatticeBox around(Face face) {
    Face above = face.parent().flatMap(this::counted).orElse(face);
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
  private boolean isSurveyed(List<Face> parts, List<Building> buildings) {
    LatticeBox around = parts.stream().map(this::around).reduce(LatticeBox::union).orElseThrow();
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
