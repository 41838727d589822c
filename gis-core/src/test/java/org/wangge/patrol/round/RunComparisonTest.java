package org.wangge.patrol.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Line2D;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.patrol.Fix;
import org.wangge.place.Street;
import org.wangge.place.StreetClass;

/**
 * Two grids of some 200 m side by side, a street through the middle of both, and who walks there.
 */
class RunComparisonTest {
  private static final int WEST = 1_126_000_000;
  private static final int SOUTH = 289_000_000;
  private static final int SIDE = 20_000;
  private static final Instant BEGIN = Instant.parse("2026-11-02T00:00:00Z");
  private static final Instant END = BEGIN.plus(Duration.ofHours(2));
  private static final Instant AFTER = END.plus(Duration.ofHours(1));

  private static LatticePoint at(double lon, double lat) {
    return new LatticePoint(
        WEST + (int) Math.round(lon * SIDE), SOUTH + (int) Math.round(lat * SIDE));
  }

  private static GridGround grid(String code, int column) {
    return new GridGround(
        code,
        LatticeShape.ofScaled(
            LatticeShape.SCALED.createPolygon(
                new Coordinate[] {
                  corner(column, 0),
                  corner(column + 1, 0),
                  corner(column + 1, 1),
                  corner(column, 1),
                  corner(column, 0)
                })));
  }

  private static Coordinate corner(int lon, int lat) {
    return new Coordinate(at(lon, lat).lon(), at(lon, lat).lat());
  }

  private static final Street STREET =
      new Street("s", "长街", "", StreetClass.LANE, List.of(at(-1, 0.5), at(0.5, 0.5), at(3, 0.5)));

  private static final List<RunComparison.Ground> GROUNDS =
      List.of(
          new RunComparison.Ground(grid("a", 0), List.of(STREET)),
          new RunComparison.Ground(grid("b", 1), List.of(STREET)));

  private static DueRun due(int minutes, int percent) {
    PatrolTerms terms =
        new PatrolTerms(
            "x",
            List.of("W"),
            List.of("a", "b"),
            List.of(),
            List.of(DayOfWeek.MONDAY),
            new PatrolTerms.Timing(LocalTime.of(8, 0), LocalTime.of(10, 0), 1, Per.DAY),
            new PatrolTerms.Wanted(minutes, percent, 15));
    return new DueRun(
        new PatrolPlan(1, 1, terms, Instant.EPOCH, null, false, "x", false),
        "W",
        List.of(new Span(BEGIN, END)));
  }

  private static Fix fix(int second, double lon, double lat) {
    return new Fix(at(lon, lat), BEGIN.plusSeconds(second));
  }

  private static RunComparison.Outcome compare(DueRun due, Fix... fixes) {
    return RunComparison.compare(due, GROUNDS, List.of(fixes), AFTER).outcome();
  }

  /** From the west through both grids along the street, a fix every ten seconds. */
  private static List<Fix> walk(int from, double step, double lat) {
    List<Fix> fixes = new ArrayList<>();
    double lon = -0.5;
    for (int second = from; lon < 2.5; second += 10, lon += step) {
      fixes.add(fix(second, lon, lat));
    }
    return fixes;
  }

  private static Fix[] array(List<Fix> fixes) {
    return fixes.toArray(Fix[]::new);
  }

  @Test
  void the_instants_of_entering_and_leaving_lie_between_the_fixes() {
    RunComparison.Outcome outcome = compare(due(0, 0), fix(0, -0.5, 0.3), fix(100, 2, 0.3));
    GridWalk first = outcome.grids().get(0);
    assertThat(first.entered()).hasValue(BEGIN.plusSeconds(20));
    assertThat(first.left()).hasValue(BEGIN.plusSeconds(60));
    GridWalk second = outcome.grids().get(1);
    assertThat(second.entered()).as("at the shared border").hasValue(BEGIN.plusSeconds(60));
    assertThat(second.within()).isEqualTo(Duration.ofSeconds(40));
    assertThat(outcome.result()).isEqualTo(RunResult.DONE);
    assertThat(first.meters())
        .isCloseTo(Geodesy.distanceMeters(at(0, 0.3), at(1, 0.3)), within(0.01));
  }

  @Test
  void a_corner_between_two_fixes_counts_though_no_fix_lies_in_the_grid() {
    RunComparison.Outcome outcome =
        compare(due(0, 0), fix(0, -0.2, 0.7), fix(60, 0.4, 1.3), fix(120, 0.5, 1.4));
    assertThat(outcome.grids().get(0).passes()).isEqualTo(1);
    assertThat(outcome.grids().get(0).within()).isEqualTo(Duration.ofSeconds(10));
    assertThat(outcome.result()).as("the other grid is lacking").isEqualTo(RunResult.PARTLY);
  }

  @Test
  void a_silence_is_not_bridged_and_is_told_apart_from_not_having_walked() {
    RunComparison.Outcome asleep =
        compare(due(10, 0), fix(0, -0.5, 0.5), fix(60, -0.4, 0.5), fix(3_600, 2.4, 0.5));
    assertThat(asleep.grids()).allMatch(grid -> grid.passes() == 0);
    assertThat(asleep.silent()).isEqualTo(Duration.ofMinutes(59));
    assertThat(asleep.result()).isEqualTo(RunResult.UNKNOWN);
    RunComparison.Outcome heard = compare(due(10, 0));
    assertThat(heard.result()).as("nothing was sent at all").isEqualTo(RunResult.MISSED);
    assertThat(heard.fixes()).isZero();
  }

  @Test
  void a_silence_too_short_for_what_is_lacking_explains_nothing() {
    RunComparison.Outcome outcome =
        compare(due(10, 0), fix(0, -0.5, 0.5), fix(600, -0.5, 0.5), fix(610, -0.5, 0.5));
    assertThat(outcome.silent()).isEqualTo(Duration.ofMinutes(10));
    assertThat(outcome.result()).as("twenty minutes are lacking").isEqualTo(RunResult.MISSED);
  }

  @Test
  void a_silence_at_the_end_counts_where_the_phone_was_heard_again_soon_after() {
    Fix last = fix(3_600, -0.5, 0.5);
    assertThat(compare(due(10, 0), last).silent()).isZero();
    RunComparison.Outcome again =
        compare(due(10, 0), last, new Fix(at(-0.5, 0.5), END.plusSeconds(60)));
    assertThat(again.silent()).isEqualTo(Duration.ofHours(1));
    assertThat(again.result()).isEqualTo(RunResult.UNKNOWN);
  }

  @Test
  void a_leap_leads_through_nothing() {
    RunComparison.Outcome outcome =
        compare(due(0, 0), fix(0, -10, 0.5), fix(1, 12, 0.5), fix(11, 12, 0.5));
    assertThat(outcome.grids()).allMatch(grid -> grid.passes() == 0);
  }

  @Test
  void only_what_lies_in_the_time_counts() {
    RunComparison.Outcome outcome =
        compare(due(0, 0), new Fix(at(0.1, 0.5), BEGIN.minusSeconds(60)), fix(60, 0.9, 0.5));
    GridWalk grid = outcome.grids().get(0);
    assertThat(grid.entered()).hasValue(BEGIN);
    assertThat(grid.within()).isEqualTo(Duration.ofMinutes(1));
    assertThat(grid.meters())
        .isCloseTo(Geodesy.distanceMeters(at(0.5, 0.5), at(0.9, 0.5)), within(0.01));
  }

  @Test
  void results_follow_the_time() {
    DueRun due = due(0, 0);
    List<Fix> none = List.of();
    assertThat(RunComparison.compare(due, GROUNDS, none, BEGIN.minusSeconds(1)).outcome().result())
        .isEqualTo(RunResult.DUE);
    assertThat(RunComparison.compare(due, GROUNDS, none, BEGIN).outcome().result())
        .isEqualTo(RunResult.RUNNING);
    assertThat(RunComparison.compare(due, GROUNDS, none, END).outcome().result())
        .isEqualTo(RunResult.MISSED);
    List<Fix> walked = walk(0, 0.1, 0.5);
    assertThat(
            RunComparison.compare(due, GROUNDS, walked, BEGIN.plusSeconds(900)).outcome().result())
        .as("before its time is over")
        .isEqualTo(RunResult.DONE);
  }

  @Test
  void streets_are_walked_where_somebody_went_near_enough() {
    double inGrid = Geodesy.distanceMeters(at(0, 0.5), at(1, 0.5));
    // 14 m beside the street, and 40 m beside it.
    RunComparison.Outcome near = compare(due(0, 100), array(walk(0, 0.1, 0.5 + 14 / 221.7)));
    assertThat(near.grids().get(0).streetMeters()).isCloseTo(inGrid, within(0.05));
    assertThat(near.grids().get(0).walkedStreetMeters()).isCloseTo(inGrid, within(0.05));
    assertThat(near.result()).isEqualTo(RunResult.DONE);
    RunComparison.Outcome far = compare(due(0, 1), array(walk(0, 0.1, 0.5 + 40 / 221.7)));
    assertThat(far.grids().get(0).walkedStreetMeters()).isZero();
    assertThat(far.result()).isEqualTo(RunResult.PARTLY);
  }

  @Test
  void walked_parts_of_streets_are_those_that_sampling_finds() {
    Random random = new Random(48);
    for (int round = 0; round < 60; round++) {
      List<Fix> fixes = new ArrayList<>();
      double lon = random.nextDouble() * 2;
      double lat = random.nextDouble();
      for (int i = 0; i < 12; i++) {
        fixes.add(fix(i * 20, lon, lat));
        lon += (random.nextDouble() - 0.5) * 0.4;
        lat += (random.nextDouble() - 0.5) * 0.4;
      }
      List<LatticePoint> line = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        line.add(at(random.nextDouble() * 3 - 0.5, random.nextDouble() * 1.4 - 0.2));
      }
      Street street = new Street("r", "", "", StreetClass.LANE, line);
      RunComparison.Ground ground = new RunComparison.Ground(grid("a", 0), List.of(street));
      GridWalk walk =
          RunComparison.compare(due(0, 0), List.of(ground), fixes, AFTER).outcome().grids().get(0);
      double[] sampled = sampled(line, fixes);
      assertThat(walk.streetMeters()).isCloseTo(sampled[0], within(2.5));
      assertThat(walk.walkedStreetMeters()).isCloseTo(sampled[1], within(4.0));
    }
  }

  /** Length in grid a, and of that within 15 m of the legs, place by place. */
  private static double[] sampled(List<LatticePoint> line, List<Fix> fixes) {
    double inGrid = 0;
    double near = 0;
    for (int i = 1; i < line.size(); i++) {
      LatticePoint from = line.get(i - 1);
      LatticePoint to = line.get(i);
      double meters = Geodesy.distanceMeters(from, to);
      int steps = (int) (meters * 4) + 1;
      for (int k = 0; k < steps; k++) {
        double part = (k + 0.5) / steps;
        double lon = from.lon() + part * (to.lon() - from.lon());
        double lat = from.lat() + part * (to.lat() - from.lat());
        if (lon >= WEST && lon <= WEST + SIDE && lat >= SOUTH && lat <= SOUTH + SIDE) {
          inGrid += meters / steps;
          near += metersToLegs(lon, lat, fixes) <= 15 ? meters / steps : 0;
        }
      }
    }
    return new double[] {inGrid, near};
  }

  /** On a plane of its own: a unit of latitude here is 1.1086 cm, one of longitude 0.9755 cm. */
  private static double metersToLegs(double lon, double lat, List<Fix> fixes) {
    double metersPerLat = Geodesy.distanceMeters(at(0, 0), at(0, 1)) / SIDE;
    double metersPerLon = Geodesy.distanceMeters(at(0, 0.5), at(1, 0.5)) / SIDE;
    double best = Double.MAX_VALUE;
    for (int i = 1; i < fixes.size(); i++) {
      LatticePoint a = fixes.get(i - 1).location();
      LatticePoint b = fixes.get(i).location();
      best =
          Math.min(
              best,
              Line2D.ptSegDist(
                  a.lon() * metersPerLon,
                  a.lat() * metersPerLat,
                  b.lon() * metersPerLon,
                  b.lat() * metersPerLat,
                  lon * metersPerLon,
                  lat * metersPerLat));
    }
    return best;
  }

  @Test
  void a_wavering_at_the_border_is_one_pass_and_only_what_is_inside_counts() {
    RunComparison.Outcome outcome =
        compare(
            due(0, 0),
            fix(0, 0.9, 0.5),
            fix(60, 0.95, 0.5),
            fix(70, 1.05, 0.5),
            fix(80, 0.95, 0.5),
            fix(140, 0.9, 0.5));
    GridWalk grid = outcome.grids().get(0);
    assertThat(grid.passes()).isEqualTo(1);
    assertThat(grid.within()).isEqualTo(Duration.ofSeconds(130));
    assertThat(outcome.walked()).containsExactly(new Span(BEGIN, BEGIN.plusSeconds(140)));
  }
}
