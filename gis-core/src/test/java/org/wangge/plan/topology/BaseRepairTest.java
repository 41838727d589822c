package org.wangge.plan.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.wangge.demo.DemoCity;
import org.wangge.demo.DemoTown;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.Areas;
import org.wangge.grid.Level;
import org.wangge.plan.PlanTown;
import org.wangge.plan.planar.GroundScale;
import org.wangge.plan.planar.RingEdges;
import org.wangge.plan.repair.Repair;

class BaseRepairTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  private static List<Area> city(long seed) {
    return DemoCity.generate(seed, 200, NOW).areas();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void borders_disturbed_at_random_fit_again_and_nothing_moves_far(long seed) {
    Disturbed disturbed = Disturbed.of(city(seed), new Random(seed), 40);
    Topology repaired = Topology.of(disturbed.areas());
    assertThat(disturbed.touched()).hasSizeGreaterThan(20);
    assertSound(repaired);
    for (String id : disturbed.touched()) {
      assertThat(repaired.repairs()).as(id).anyMatch(repair -> repair.areas().contains(id));
    }
    GroundScale scale = new GroundScale(repaired.repairs().get(0).place());
    for (Face face : repaired.faces()) {
      LatticeShape was = face.area().shape().orElseThrow();
      if (face.isAltered() && BaseMosaic.isGround(face)) {
        Geometry moved = scale.toMeters(face.shape().scaled());
        assertThat(DiscreteHausdorffDistance.distance(moved, scale.toMeters(was.scaled()), 0.02))
            .as(face.id())
            .isLessThan(2.5);
      }
    }
  }

  private static void assertSound(Topology topology) {
    List<Face> grids = topology.faces().stream().filter(Topology::isGrid).toList();
    assertThat(grids).allMatch(topology::isLaid);
    assertFits(grids);
    List<Face> leaves =
        topology.faces().stream()
            .filter(BaseMosaic::isGround)
            .filter(face -> topology.children(face.id()).isEmpty())
            .toList();
    assertFits(leaves);
  }

  private static void assertFits(List<Face> faces) {
    Geometry[] shapes = faces.stream().map(face -> face.shape().scaled()).toArray(Geometry[]::new);
    assertThat(shapes).allMatch(Geometry::isValid);
    assertThat(CoverageValidator.validate(shapes)).containsOnlyNulls();
  }

  @Test
  void the_same_base_is_repaired_the_same_way() {
    List<Area> areas = Disturbed.of(city(7), new Random(7), 30).areas();
    Topology one = Topology.of(areas);
    Topology other = Topology.of(areas);
    assertThat(other.repairs()).isEqualTo(one.repairs()).isNotEmpty();
    assertThat(other.faces()).isEqualTo(one.faces());
  }

  @Test
  void only_what_does_not_fit_is_changed() {
    List<Area> areas = new ArrayList<>(city(8));
    assertThat(Topology.of(areas).repairs()).isEmpty();
    Disturbed disturbed = Disturbed.of(areas, new Random(8), 1);
    Topology repaired = Topology.of(disturbed.areas());
    List<Face> altered =
        repaired.faces().stream()
            .filter(face -> BaseMosaic.isGround(face) && face.isAltered())
            .toList();
    assertThat(altered).isNotEmpty().hasSizeLessThan(8);
  }

  @Test
  void micro_grids_that_do_not_fit_are_repaired_with_their_grid() {
    List<Area> areas = DemoTown.generate(1, NOW).areas();
    Disturbed disturbed = Disturbed.of(areas, new Random(3), 60, Level.MICRO_GRID);
    Topology repaired = Topology.of(disturbed.areas());
    assertThat(repaired.repairs()).isNotEmpty();
    assertSound(repaired);
  }

  @Test
  void what_would_lose_its_ground_stands_by_as_it_is() {
    Area twice =
        Areas.aGrid(PlanTown.COMMUNITY + "003")
            .shape(PlanTown.shape(12_000, 2_000, 15_000, 2_000, 15_000, 5_000, 12_000, 5_000))
            .build();
    Topology topology = PlanTown.topology(twice);
    assertThat(topology.isLaid(topology.getFace(twice.code()))).isFalse();
    assertThat(topology.getFace(twice.code()).isAltered()).isFalse();
    assertThat(topology.isLaid(topology.getFace(PlanTown.EAST))).isTrue();
    assertThat(topology.getFace(PlanTown.EAST).isAltered()).isFalse();
  }

  @Test
  void a_narrow_gap_is_given_away_and_a_wide_one_stays() {
    assertThat(gap(150).repairs())
        .filteredOn(repair -> repair.kind() != Repair.Kind.FOLLOWED)
        .singleElement()
        .satisfies(
            repair -> {
              assertThat(repair.kind()).isEqualTo(Repair.Kind.GAP);
              assertThat(repair.areas()).contains(PlanTown.EAST, PlanTown.COMMUNITY + "003");
              assertThat(repair.squareMeters()).isBetween(120d, 170d);
            });
    Topology wide = gap(900);
    assertThat(wide.repairs()).isEmpty();
    assertThat(wide.faces()).noneMatch(Face::isAltered);
  }

  @Test
  void what_is_not_under_plan_and_altered_all_the_same_is_named() {
    String other = "990101001002";
    LatticeShape beyond =
        PlanTown.shape(20_000, -1_000, 25_000, -1_000, 25_000, 11_000, 20_000, 11_000);
    List<Area> areas = new ArrayList<>(PlanTown.areas());
    areas.add(Areas.aCommunity(other).shape(beyond).build());
    areas.add(Areas.aGrid(other + "001").parentCode(other).shape(beyond).build());
    Topology repaired = Topology.of(areas, PlanTown.COMMUNITY);
    assertThat(outside(repaired)).containsExactlyInAnyOrder(other, other + "001");
    assertThat(repaired.repairs())
        .filteredOn(repair -> repair.kind() == Repair.Kind.FOLLOWED)
        .extracting(Repair::outside)
        .containsExactly(List.of(other));
    assertThat(outside(Topology.of(areas))).as("all of it is under plan").isEmpty();
  }

  private static Set<String> outside(Topology repaired) {
    Set<String> outside = new LinkedHashSet<>();
    repaired.repairs().forEach(repair -> outside.addAll(repair.outside()));
    return outside;
  }

  @Test
  void every_outline_beyond_the_community_that_a_repair_changes_is_in_its_report() {
    Disturbed disturbed = Disturbed.of(city(3), new Random(3), 60);
    String community = disturbed.touched().iterator().next().substring(0, 12);
    Topology repaired = Topology.of(disturbed.areas(), community);
    List<String> beyond =
        repaired.faces().stream()
            .filter(face -> face.isAltered() && !repaired.isWithin(face, community))
            .map(Face::id)
            .toList();
    assertThat(outside(repaired)).containsExactlyInAnyOrderElementsOf(beyond).isNotEmpty();
  }

  /** A grid round another one's eastern end, and a gap of some lattice units between them. */
  private static Topology gap(int width) {
    Area around =
        Areas.aGrid(PlanTown.COMMUNITY + "003")
            .shape(
                PlanTown.shape(
                    20_000,
                    0,
                    23_000,
                    -1_000,
                    23_000,
                    11_000,
                    20_000,
                    10_000,
                    20_000 + width,
                    9_000,
                    20_000 + width,
                    1_000))
            .build();
    return PlanTown.topology(around);
  }

  /** Areas of which some were disturbed, and the ids of these. */
  private record Disturbed(List<Area> areas, Set<String> touched) {

    static Disturbed of(List<Area> areas, Random random, int count) {
      return of(areas, random, count, Level.GRID);
    }

    static Disturbed of(List<Area> areas, Random random, int count, Level level) {
      Map<String, Area> next = new LinkedHashMap<>();
      areas.forEach(area -> next.put(Face.idOf(area.key()), area));
      List<String> some =
          new ArrayList<>(
              next.entrySet().stream()
                  .filter(one -> one.getValue().level() == level)
                  .filter(one -> one.getValue().shape().isPresent())
                  .map(Map.Entry::getKey)
                  .toList());
      Set<String> touched = new LinkedHashSet<>();
      Map<LatticePoint, Integer> users = users(next, some);
      for (int i = 0; i < count && !some.isEmpty(); i++) {
        String id = some.remove(random.nextInt(some.size()));
        next.computeIfPresent(
            id,
            (key, area) -> {
              LatticeShape was = area.shape().orElseThrow();
              LatticeShape is = disturbed(was, random, users);
              if (is.equals(was) || !is.scaled().isValid()) {
                return area;
              }
              touched.add(id);
              return area.edit().shape(is).build();
            });
      }
      return new Disturbed(List.copyOf(next.values()), touched);
    }

    private static Map<LatticePoint, Integer> users(Map<String, Area> areas, List<String> some) {
      Map<LatticePoint, Integer> users = new LinkedHashMap<>();
      for (String id : some) {
        areas.computeIfPresent(
            id,
            (key, area) -> {
              RingEdges.edges(area.shape().orElseThrow())
                  .forEach(edge -> users.merge(edge.a(), 1, Integer::sum));
              return area;
            });
      }
      return users;
    }

    private static boolean isNear(LatticeShape was, LatticeShape is) {
      GroundScale scale = new GroundScale(was.labelPoint());
      return !is.equals(was)
          && is.scaled().isValid()
          && scale.toMeters(is.scaled()).symDifference(scale.toMeters(was.scaled())).getArea() < 40;
    }

    /** A vertex that others have too goes up to 0.4 m, or 1 m outwards, or is left out. */
    private static LatticeShape disturbed(
        LatticeShape shape, Random random, Map<LatticePoint, Integer> users) {
      List<LatticePoint> shared =
          RingEdges.edges(shape).stream()
              .map(edge -> edge.a())
              .filter(point -> users.getOrDefault(point, 0) > 1)
              .toList();
      if (shared.isEmpty()) {
        return shape;
      }
      LatticePoint vertex = shared.get(random.nextInt(shared.size()));
      int kind = random.nextInt(3);
      LatticeShape without =
          shape.vertexCount() < 6 ? shape : RingEdges.replaced(shape, vertex, null);
      if (kind == 0 && isNear(shape, without)) {
        return without;
      }
      GroundScale scale = new GroundScale(vertex);
      double meters = kind == 1 ? 0.95 : 0.1 + random.nextDouble() * 0.28;
      double angle = random.nextDouble() * 2 * Math.PI;
      if (kind == 1) {
        LatticePoint inside = shape.labelPoint();
        angle =
            Math.atan2(vertex.lat() - (double) inside.lat(), vertex.lon() - (double) inside.lon());
      }
      LatticePoint to =
          scale.toLattice(new Coordinate(meters * Math.cos(angle), meters * Math.sin(angle)));
      return RingEdges.replaced(shape, vertex, to);
    }
  }
}
