package org.wangge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.place.Building;
import org.wangge.place.StreetGraph;

class PassersByTest {
  private static final DemoTown TOWN = Towns.town(1);
  private static final LocalFrame FRAME = new LocalFrame(TownMaker.CENTER);

  private static List<Instant> instants(int count) {
    Random random = new Random(17);
    return Stream.generate(() -> Towns.NOW.plusMillis(random.nextLong(21 * 24 * 3_600_000L)))
        .limit(count)
        .toList();
  }

  @Test
  void the_same_instant_has_the_same_passers_by_whenever_and_whoever_asks() {
    Map<Instant, List<PasserBy>> first = new HashMap<>();
    instants(80).forEach(instant -> first.put(instant, TOWN.passersByAt(instant)));
    DemoTown again = DemoTown.generate(1, Towns.NOW);
    instants(80).stream()
        .sorted(Comparator.reverseOrder())
        .forEach(at -> assertThat(again.passersByAt(at)).isEqualTo(first.get(at)));
    assertThat(DemoTown.generate(2, Towns.NOW).passersByAt(Towns.NOW))
        .isNotEqualTo(TOWN.passersByAt(Towns.NOW));
  }

  @Test
  void a_few_dozen_walk_by_day_and_a_few_at_night_each_under_a_number_of_their_own() {
    for (Instant instant : instants(1_500)) {
      int hour = instant.atZone(IncidentBook.ZONE).getHour();
      List<PasserBy> out = TOWN.passersByAt(instant);
      assertThat(out.stream().map(PasserBy::number)).doesNotHaveDuplicates();
      if (hour >= 8 && hour < 20) {
        assertThat(out).as(instant.toString()).hasSizeBetween(28, 84);
      } else if (hour < 5) {
        assertThat(out).as(instant.toString()).hasSizeBetween(4, 24);
      }
    }
  }

  @Test
  void they_keep_a_human_pace_and_never_jump() {
    for (Instant instant : instants(150)) {
      Map<Long, PasserBy> later = new HashMap<>();
      TOWN.passersByAt(instant.plusSeconds(1)).forEach(one -> later.put(one.number(), one));
      int met = 0;
      for (PasserBy now : TOWN.passersByAt(instant)) {
        PasserBy then = later.get(now.number());
        if (then != null) {
          met++;
          double meters = FRAME.spot(now.location()).distance(FRAME.spot(then.location()));
          assertThat(meters).as(now + " to " + then).isLessThan(1.55);
          assertThat(now.walking() || then.walking() || meters < 0.1).isTrue();
        }
      }
      assertThat(met).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void they_walk_beside_streets_and_through_no_building() {
    STRtree streets = new STRtree();
    for (StreetGraph.Edge edge : TOWN.streetGraph().edges()) {
      LineString line = meters(edge.line());
      streets.insert(line.getEnvelopeInternal(), line);
    }
    STRtree buildings = new STRtree();
    for (Building building : TOWN.buildings()) {
      Geometry shape = building.footprint().scaled();
      buildings.insert(shape.getEnvelopeInternal(), shape);
    }
    List<Double> asides = new ArrayList<>();
    for (Instant instant : instants(300)) {
      for (PasserBy one : TOWN.passersByAt(instant)) {
        asides.add(distanceToStreet(streets, one.location()));
        Point at =
            LatticeShape.SCALED.createPoint(
                new Coordinate(one.location().lon(), one.location().lat()));
        for (Object near : buildings.query(at.getEnvelopeInternal())) {
          assertThat(((Geometry) near).contains(at)).as(one.toString()).isFalse();
        }
      }
    }
    assertThat(asides).as("some go round an outer corner").allMatch(meters -> meters < 16);
    long pavement = asides.stream().filter(meters -> meters < 11).count();
    assertThat(pavement).isGreaterThan(asides.size() * 99L / 100);
    long beside = asides.stream().filter(meters -> meters > 0.7).count();
    assertThat(beside).as("few cross a street").isGreaterThan(asides.size() * 9L / 10);
  }

  @Test
  void cameras_have_somebody_before_them_more_often_than_other_streets() {
    List<Spot> cameras = TOWN.cameras().stream().map(c -> FRAME.spot(c.location())).toList();
    long all = 0;
    long seen = 0;
    for (Instant instant : instants(300)) {
      for (PasserBy one : TOWN.passersByAt(instant)) {
        all++;
        Spot spot = FRAME.spot(one.location());
        seen += cameras.stream().anyMatch(camera -> camera.distance(spot) < 60) ? 1 : 0;
      }
    }
    double near = 0;
    double meters = 0;
    for (StreetGraph.Edge edge : TOWN.streetGraph().edges()) {
      for (int i = 1; i < edge.line().size(); i++) {
        Spot from = FRAME.spot(edge.line().get(i - 1));
        Spot to = FRAME.spot(edge.line().get(i));
        Spot middle = from.toward(to, 0.5);
        meters += from.distance(to);
        near +=
            cameras.stream().anyMatch(camera -> camera.distance(middle) < 60)
                ? from.distance(to)
                : 0;
      }
    }
    assertThat(seen / (double) all).isGreaterThan(1.3 * near / meters);
  }

  @Test
  void a_second_of_frames_is_cheap_and_so_is_any_other_instant() {
    instants(300).forEach(TOWN::passersByAt);
    long begun = System.nanoTime();
    for (Instant instant : instants(300)) {
      TOWN.passersByAt(instant);
    }
    double anyInstant = (System.nanoTime() - begun) / 300.0 / 1e6;
    begun = System.nanoTime();
    for (int frame = 0; frame < 1_000; frame++) {
      TOWN.passersByAt(Towns.NOW.plusMillis(100L * frame));
    }
    double nextFrame = (System.nanoTime() - begun) / 1_000.0 / 1e6;
    assertThat(anyInstant).as("milliseconds").isLessThan(20);
    assertThat(nextFrame).as("milliseconds").isLessThan(5);
  }

  private static double distanceToStreet(STRtree streets, LatticePoint point) {
    Spot spot = FRAME.spot(point);
    Point at = new GeometryFactory().createPoint(new Coordinate(spot.x(), spot.y()));
    org.locationtech.jts.geom.Envelope near = at.getEnvelopeInternal();
    near.expandBy(30);
    double nearest = 30;
    for (Object line : streets.query(near)) {
      nearest = Math.min(nearest, ((LineString) line).distance(at));
    }
    return nearest;
  }

  private static LineString meters(List<LatticePoint> line) {
    return new GeometryFactory()
        .createLineString(
            line.stream()
                .map(FRAME::spot)
                .map(spot -> new Coordinate(spot.x(), spot.y()))
                .toArray(Coordinate[]::new));
  }
}
