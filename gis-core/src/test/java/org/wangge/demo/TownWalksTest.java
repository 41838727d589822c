package org.wangge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;
import org.wangge.geo.LatticePoint;
import org.wangge.patrol.Track;
import org.wangge.place.StreetGraph;

class TownWalksTest {
  private static final DemoTown TOWN = Towns.town(1);
  private static final LocalFrame FRAME = new LocalFrame(TownMaker.CENTER);
  private static final Instant MONDAY_10 = Instant.parse("2026-11-02T02:00:00Z");

  private final STRtree streets = new STRtree();

  private static List<Instant> minutes(int count) {
    Random random = new Random(5);
    return Stream.generate(() -> MONDAY_10.plusSeconds(random.nextInt(7 * 24 * 3_600)))
        .limit(count)
        .toList();
  }

  @Test
  void the_same_minute_has_the_same_people_at_the_same_places_whenever_and_whoever_asks() {
    List<Instant> minutes = minutes(60);
    Map<Instant, List<Whereabouts>> first = new HashMap<>();
    minutes.forEach(minute -> first.put(minute, TOWN.peopleAt(minute)));
    DemoTown again = DemoTown.generate(1, Towns.NOW);
    minutes.stream()
        .sorted(Comparator.reverseOrder())
        .forEach(minute -> assertThat(again.peopleAt(minute)).isEqualTo(first.get(minute)));
    assertThat(DemoTown.generate(2, Towns.NOW).peopleAt(MONDAY_10))
        .isNotEqualTo(TOWN.peopleAt(MONDAY_10));
  }

  @Test
  void where_people_truly_were_thirty_days_ago_is_where_their_tracks_say() {
    DemoTown later = DemoTown.generate(1, Towns.NOW.plus(Duration.ofDays(40)));
    LocalDate day = LocalDate.of(2026, 10, 5);
    int fixes = 0;
    for (Track track : TOWN.tracksOf(day, Towns.NOW)) {
      for (int i = 0; i < track.fixes().size(); i += 40) {
        Instant at = track.fixes().get(i).at();
        Spot said = FRAME.spot(track.fixes().get(i).location());
        List<Whereabouts> people = later.peopleAt(at);
        assertThat(people).isEqualTo(TOWN.peopleAt(at));
        assertThat(people)
            .as("%s at %s", track.staffCode(), at)
            .anyMatch(
                one ->
                    one.who().equals(track.staffCode())
                        && FRAME.spot(one.location()).distance(said) < 60);
        fixes++;
      }
    }
    assertThat(fixes).isGreaterThan(200);
  }

  @Test
  void clocks_of_cameras_are_off_by_up_to_a_minute_and_a_half_and_some_are_exact() {
    List<Long> offsets =
        TOWN.cameras().stream()
            .map(camera -> TOWN.cameraClockOffset(camera.id()).toSeconds())
            .toList();
    assertThat(offsets).allMatch(seconds -> Math.abs(seconds) <= 90);
    assertThat(offsets.stream().filter(seconds -> seconds == 0).count()).isBetween(12L, 60L);
    assertThat(offsets).anyMatch(seconds -> seconds > 30).anyMatch(seconds -> seconds < -30);
    DemoTown again = DemoTown.generate(1, Towns.NOW.plusSeconds(1));
    assertThat(
            again.cameras().stream()
                .map(camera -> again.cameraClockOffset(camera.id()).toSeconds()))
        .isEqualTo(offsets);
  }

  @Test
  void eight_are_out_at_any_instant_of_three_weeks_and_25_from_8_to_20_o_clock() {
    Random random = new Random(11);
    long threeWeeks = Duration.ofDays(21).toMillis();
    List<Instant> instants =
        Stream.generate(() -> MONDAY_10.plusMillis(random.nextLong(threeWeeks)))
            .limit(3_000)
            .sorted()
            .toList();
    for (Instant instant : instants) {
      int hour = instant.atZone(IncidentBook.ZONE).getHour();
      List<Whereabouts> out = TOWN.peopleAt(instant);
      assertThat(out)
          .as(instant.toString())
          .hasSizeBetween(hour >= 8 && hour < 20 ? 25 : 8, hour >= 6 && hour < 22 ? 60 : 20);
      assertThat(out.stream().map(Whereabouts::who)).doesNotHaveDuplicates();
      assertThat(TOWN.staffCodes()).containsAll(out.stream().map(Whereabouts::who).toList());
    }
  }

  @Test
  void the_very_seconds_in_which_rounds_begin_and_end_have_enough_people_too() {
    for (int day = 3; day < 7; day++) {
      Instant from = MONDAY_10.plus(Duration.ofDays(day)).minus(Duration.ofHours(2));
      for (int second = 0; second <= 12 * 3_600; second += 20) {
        assertThat(TOWN.peopleAt(from.plusSeconds(second))).hasSizeGreaterThanOrEqualTo(25);
      }
    }
  }

  @Test
  void nobody_begins_a_walk_less_than_eleven_minutes_after_their_last_one() {
    Instant week = MONDAY_10.plus(Duration.ofDays(7));
    Map<String, Instant> until = new HashMap<>();
    for (LocalDate day = LocalDate.of(2026, 11, 2);
        day.getDayOfMonth() < 9;
        day = day.plusDays(1)) {
      for (Track track : TOWN.tracksOf(day, week)) {
        Instant last = until.getOrDefault(track.staffCode(), Instant.EPOCH);
        assertThat(track.from()).as(track.id()).isAfter(last.plus(Duration.ofMinutes(11)));
        until.put(track.staffCode(), track.to());
      }
    }
  }

  @Test
  void everybody_walks_on_streets_at_a_human_pace() {
    for (StreetGraph.Edge edge : TOWN.streetGraph().edges()) {
      LineString line = meters(edge.line());
      streets.insert(line.getEnvelopeInternal(), line);
    }
    for (Instant minute : minutes(40)) {
      Map<String, Whereabouts> later = new HashMap<>();
      TOWN.peopleAt(minute.plusSeconds(10)).forEach(one -> later.put(one.who(), one));
      for (Whereabouts now : TOWN.peopleAt(minute)) {
        assertThat(distanceToStreet(now.location())).as(now.toString()).isLessThan(1.5);
        Whereabouts then = later.get(now.who());
        if (then != null) {
          double meters = spot(now).distance(spot(then));
          assertThat(meters / 10).as(now + " to " + then).isLessThan(1.8);
          assertThat(now.walking() || then.walking() || meters < 0.1).isTrue();
        }
      }
    }
  }

  @Test
  void a_phone_says_where_its_owner_was_to_a_few_metres_and_every_fix_once() {
    Instant end = MONDAY_10.plus(Duration.ofMinutes(30));
    List<DeviceFix> whole = TOWN.fixes(MONDAY_10, end);
    List<DeviceFix> pieces = new ArrayList<>();
    for (Instant from = MONDAY_10; from.isBefore(end); from = from.plusSeconds(7)) {
      Instant to = from.plusSeconds(7);
      pieces.addAll(TOWN.fixes(from, to.isAfter(end) ? end : to));
    }
    assertThat(pieces).hasSizeGreaterThan(1_000).isEqualTo(whole);
    for (DeviceFix one : whole) {
      Whereabouts truth =
          TOWN.peopleAt(one.fix().at()).stream()
              .filter(person -> person.who().equals(one.staffCode()))
              .findFirst()
              .orElseThrow();
      assertThat(spot(truth).distance(FRAME.spot(one.fix().location()))).isLessThan(14);
    }
  }

  private double distanceToStreet(LatticePoint point) {
    Spot spot = FRAME.spot(point);
    org.locationtech.jts.geom.Point at =
        new GeometryFactory().createPoint(new Coordinate(spot.x(), spot.y()));
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

  private static Spot spot(Whereabouts one) {
    return FRAME.spot(one.location());
  }
}
