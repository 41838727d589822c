package org.wangge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import org.wangge.camera.Camera;
import org.wangge.geo.LatticeShape;
import org.wangge.place.Building;
import org.wangge.place.StreetClass;
import org.wangge.place.StreetGraph;
import org.wangge.place.Traveller;

class CarsNearTest {
  private static final DemoTown TOWN = Towns.town(1);
  private static final LocalFrame FRAME = new LocalFrame(TownMaker.CENTER);
  private static final double WHOLE_TOWN = 5_000;
  private static final Instant MORNING_RUSH = Instant.parse("2026-11-03T00:30:00Z");
  private static final Instant NOON = Instant.parse("2026-11-03T04:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-11-03T19:30:00Z");

  private static CarsNear everywhere() {
    return TOWN.carsNear(TownMaker.CENTER, WHOLE_TOWN);
  }

  private static List<Instant> instants(int count) {
    Random random = new Random(23);
    return Stream.generate(() -> Towns.NOW.plusMillis(random.nextLong(21 * 24 * 3_600_000L)))
        .limit(count)
        .toList();
  }

  private static List<Car> driving(List<Car> cars) {
    return cars.stream().filter(car -> !car.parked()).toList();
  }

  @Test
  void the_same_instant_has_the_same_cars_whenever_and_from_wherever_one_looks() {
    Camera camera = TOWN.cameras().get(3);
    CarsNear near = TOWN.carsNear(camera.location(), 150);
    Map<Instant, List<Car>> first = new HashMap<>();
    instants(40).forEach(at -> first.put(at, near.at(at)));
    CarsNear again = DemoTown.generate(1, Towns.NOW).carsNear(camera.location(), 150);
    CarsNear all = everywhere();
    for (Instant at : instants(40).stream().sorted(Comparator.reverseOrder()).toList()) {
      assertThat(again.at(at)).isEqualTo(first.getOrDefault(at, List.of()));
      Spot spot = FRAME.spot(camera.location());
      assertThat(all.at(at).stream().filter(car -> spot(car).distance(spot) < 150 - 0.1))
          .hasSameElementsAs(
              first.getOrDefault(at, List.of()).stream()
                  .filter(car -> spot(car).distance(spot) < 150 - 0.1)
                  .toList());
    }
    assertThat(DemoTown.generate(2, Towns.NOW).carsNear(TownMaker.CENTER, WHOLE_TOWN).at(NOON))
        .isNotEqualTo(all.at(NOON));
  }

  @Test
  void most_drive_in_rush_hours_and_a_few_at_night() {
    CarsNear all = everywhere();
    int rush = driving(all.at(MORNING_RUSH)).size();
    int noon = driving(all.at(NOON)).size();
    int night = driving(all.at(NIGHT)).size();
    assertThat(rush).isGreaterThan(noon * 3 / 2);
    assertThat(noon).isBetween(300, 2_000);
    assertThat(night).isBetween(10, noon / 4);
    assertThat(all.at(NOON).stream().filter(Car::parked).count()).isGreaterThan(1_000);
    assertThat(all.at(NOON).stream().map(Car::number)).doesNotHaveDuplicates();
  }

  @Test
  void they_drive_on_the_right_of_their_street_and_through_no_building() {
    STRtree streets = streets();
    STRtree buildings = buildings();
    CarsNear all = everywhere();
    int beside = 0;
    for (Instant at : instants(6)) {
      for (Car car : all.at(at)) {
        Point place =
            LatticeShape.SCALED.createPoint(
                new Coordinate(car.location().lon(), car.location().lat()));
        for (Object near : buildings.query(place.getEnvelopeInternal())) {
          assertThat(((Geometry) near).contains(place)).as(car.toString()).isFalse();
        }
        if (isAtJunction(car)) {
          continue;
        }
        beside++;
        Leg leg = nearest(streets, car);
        double right = leg.right(spot(car), heading(car));
        assertThat(leg.isAlong(heading(car))).as("%s along %s", car, leg).isTrue();
        assertThat(right).as("%s beside %s", car, leg).isBetween(1.2, leg.halfMeters);
      }
    }
    assertThat(beside).isGreaterThan(5_000);
  }

  @Test
  void on_one_lane_no_car_comes_nearer_to_another_than_a_car_is_long() {
    CarsNear all = everywhere();
    for (Instant at : instants(12)) {
      List<Car> cars = driving(all.at(at));
      STRtree tree = new STRtree();
      cars.forEach(car -> tree.insert(around(spot(car), 0), car));
      for (Car car : cars) {
        for (Object near : tree.query(around(spot(car), 4.6))) {
          Car other = (Car) near;
          double turned =
              Math.abs(Math.IEEEremainder(car.headingDegrees() - other.headingDegrees(), 360));
          boolean isOther = other.number() != car.number();
          if (isOther && turned < 20 && spot(car).distance(spot(other)) < 4.6) {
            throw new AssertionError("at " + at + " " + car + " is in " + other);
          }
        }
      }
    }
  }

  @Test
  void they_never_jump_and_are_slower_at_junctions() {
    CarsNear all = everywhere();
    List<Double> atJunctions = new ArrayList<>();
    List<Double> between = new ArrayList<>();
    List<Spot> cameras = TOWN.cameras().stream().map(c -> FRAME.spot(c.location())).toList();
    for (Instant at : instants(12)) {
      Map<Long, Car> later =
          all.at(at.plusMillis(500)).stream().collect(Collectors.toMap(Car::number, car -> car));
      for (Car now : driving(all.at(at))) {
        Car then = later.get(now.number());
        if (then == null) {
          Spot spot = spot(now);
          assertThat(cameras).noneMatch(camera -> camera.distance(spot) < 60);
        } else {
          double speed = 2 * spot(now).distance(spot(then));
          (isAtJunction(now) ? atJunctions : between).add(speed);
        }
      }
    }
    assertThat(between).allMatch(speed -> speed > 0.3 && speed < 22);
    assertThat(mean(atJunctions)).isLessThan(0.8 * mean(between));
  }

  @Test
  void parked_cars_stay_for_the_day() {
    CarsNear all = everywhere();
    List<Car> morning = all.at(NOON).stream().filter(Car::parked).toList();
    Duration day = Duration.ofDays(1);
    assertThat(all.at(NOON.plus(Duration.ofHours(8))).stream().filter(Car::parked))
        .isEqualTo(morning);
    assertThat(all.at(NOON.plus(day)).stream().filter(Car::parked)).isNotEqualTo(morning);
  }

  @Test
  void a_camera_looks_its_cars_up_at_little_cost() {
    CarsNear near = TOWN.carsNear(TOWN.cameras().get(0).location(), 150);
    for (int frame = 0; frame < 2_000; frame++) {
      near.at(MORNING_RUSH.plusMillis(83L * frame));
    }
    long begun = System.nanoTime();
    for (int frame = 0; frame < 1_000; frame++) {
      near.at(MORNING_RUSH.plusMillis(200_000 + 83L * frame));
    }
    double nextFrame = (System.nanoTime() - begun) / 1_000.0 / 1e6;
    begun = System.nanoTime();
    instants(100).forEach(near::at);
    double anyInstant = (System.nanoTime() - begun) / 100.0 / 1e6;
    assertThat(nextFrame).as("milliseconds").isLessThan(3);
    assertThat(anyInstant).as("milliseconds").isLessThan(30);
  }

  private static double mean(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static Spot spot(Car car) {
    return FRAME.spot(car.location());
  }

  private static double heading(Car car) {
    return Math.toRadians(90 - car.headingDegrees());
  }

  private static boolean isAtJunction(Car car) {
    Spot spot = spot(car);
    return TOWN.streetGraph().nodes().stream()
        .anyMatch(node -> FRAME.spot(node).distance(spot) < 16);
  }

  private static Envelope around(Spot spot, double meters) {
    return new Envelope(spot.x() - meters, spot.x() + meters, spot.y() - meters, spot.y() + meters);
  }

  /** A straight piece of the middle of a street. */
  private record Leg(Spot from, Spot to, double halfMeters) {
    double right(Spot spot, double heading) {
      double across =
          (to.x() - from.x()) * (spot.y() - from.y()) - (to.y() - from.y()) * (spot.x() - from.x());
      double left = across / from.distance(to);
      return Math.cos(from.directionTo(to) - heading) > 0 ? -left : left;
    }

    boolean isAlong(double heading) {
      return Math.abs(Math.cos(from.directionTo(to) - heading)) > 0.85;
    }
  }

  private static STRtree streets() {
    STRtree tree = new STRtree();
    for (StreetGraph.Edge edge : TOWN.streetGraph().edges()) {
      if (edge.allowed().contains(Traveller.CAR)) {
        double half = edge.streetClass() == StreetClass.LOCAL ? 4 : 6;
        for (int i = 1; i < edge.line().size(); i++) {
          Spot from = FRAME.spot(edge.line().get(i - 1));
          Spot to = FRAME.spot(edge.line().get(i));
          tree.insert(new Envelope(from.x(), to.x(), from.y(), to.y()), new Leg(from, to, half));
        }
      }
    }
    return tree;
  }

  private static STRtree buildings() {
    STRtree tree = new STRtree();
    for (Building building : TOWN.buildings()) {
      Geometry shape = building.footprint().scaled();
      tree.insert(shape.getEnvelopeInternal(), shape);
    }
    return tree;
  }

  private static Leg nearest(STRtree streets, Car car) {
    Spot spot = spot(car);
    Coordinate at = new Coordinate(spot.x(), spot.y());
    Leg best = null;
    double nearest = 12;
    for (Object one : streets.query(around(spot, 12))) {
      Leg leg = (Leg) one;
      double distance =
          org.locationtech.jts.algorithm.Distance.pointToSegment(
              at,
              new Coordinate(leg.from.x(), leg.from.y()),
              new Coordinate(leg.to.x(), leg.to.y()));
      if (distance < nearest) {
        nearest = distance;
        best = leg;
      }
    }
    if (best == null) {
      throw new AssertionError("no street near " + car);
    }
    return best;
  }
}
