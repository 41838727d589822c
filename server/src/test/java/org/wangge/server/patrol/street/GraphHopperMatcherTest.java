package org.wangge.server.patrol.street;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.patrol.Fix;
import org.wangge.patrol.Track;
import org.wangge.patrol.TrackSummary;
import org.wangge.patrol.street.StreetWay;
import org.wangge.place.StreetClass;
import org.wangge.place.StreetEdge;
import org.wangge.place.Traveller;

/** Walks with the trembling of phones, on streets whose every corner is known. */
class GraphHopperMatcherTest {
  private static final LatticePoint CORNER = LatticePoint.ofDegrees(112.60, 28.90);
  private static final Instant EIGHT = Instant.parse("2026-11-02T00:00:00Z");
  private static final double BLOCK = 120;
  private static final double NOISE_METERS = 7;

  private final GraphHopperMatcher matcher = new GraphHopperMatcher();
  private final List<StreetEdge> streets = new ArrayList<>();
  private final List<Fix> fixes = new ArrayList<>();
  private final Random random = new Random(7);
  private double trueMeters;
  private LatticePoint here = CORNER;

  private static LatticePoint at(double east, double north) {
    return Geodesy.destination(Geodesy.destination(CORNER, 90, east), 0, north);
  }

  private void street(String id, double... eastNorth) {
    List<LatticePoint> line = new ArrayList<>();
    for (int i = 0; i < eastNorth.length; i += 2) {
      line.add(at(eastNorth[i], eastNorth[i + 1]));
    }
    String number = "edge-" + streets.size();
    streets.add(
        new StreetEdge(
            number,
            id,
            StreetClass.LOCAL,
            line.get(0).toString(),
            line.get(line.size() - 1).toString(),
            Traveller.usualOn(StreetClass.LOCAL),
            line));
  }

  /** Blocks of 120 m: row-0 … from west to east, column-0 … from south to north. */
  private void town(int blocks) {
    for (int i = 0; i <= blocks; i++) {
      for (int j = 0; j < blocks; j++) {
        street("row-" + i, j * BLOCK, i * BLOCK, (j + 1) * BLOCK, i * BLOCK);
        street("column-" + i, i * BLOCK, j * BLOCK, i * BLOCK, (j + 1) * BLOCK);
      }
    }
  }

  private void begin(double east, double north) {
    here = at(east, north);
  }

  /** At 1.3 m/s, a fix every five seconds. */
  private void walk(double east, double north) {
    LatticePoint to = at(east, north);
    double meters = Geodesy.distanceMeters(here, to);
    double azimuth = Geodesy.azimuthDegrees(here, to);
    for (double gone = 0; gone < meters; gone += 6.5) {
      say(Geodesy.destination(here, azimuth, gone), 5);
    }
    trueMeters += meters;
    here = to;
  }

  private void say(LatticePoint where, int secondsLater) {
    Instant now = fixes.isEmpty() ? EIGHT : fixes.get(fixes.size() - 1).at();
    LatticePoint shown =
        Geodesy.destination(
            where, random.nextDouble() * 360, Math.abs(random.nextGaussian()) * NOISE_METERS);
    fixes.add(new Fix(shown, now.plusSeconds(secondsLater)));
  }

  private StreetWay matched() {
    return matcher.match(track(), streets);
  }

  private Track track() {
    return new Track("track-1", "D1", fixes, true);
  }

  /** Streets in the order in which they were gone along; corners that are cut do not count. */
  private static List<String> streetsOf(StreetWay way) {
    List<String> found = new ArrayList<>();
    for (StreetWay.Piece piece : way.pieces()) {
      String name = piece.streetId().orElse("beside");
      if (piece.meters() > 25 && (found.isEmpty() || !found.get(found.size() - 1).equals(name))) {
        found.add(name);
      }
    }
    return found;
  }

  @Test
  void a_walk_about_corners_is_told_street_by_street_and_as_long_as_it_was() {
    town(5);
    begin(0, 2 * BLOCK);
    walk(3 * BLOCK, 2 * BLOCK);
    walk(3 * BLOCK, 4 * BLOCK);
    walk(1 * BLOCK, 4 * BLOCK);
    StreetWay way = matched();
    assertThat(streetsOf(way)).containsExactly("row-2", "column-3", "row-4");
    assertThat(way.streetMeters()).isBetween(trueMeters * 0.95, trueMeters * 1.05);
    assertThat(way.besideMeters()).isZero();
    assertThat(TrackSummary.of(track()).walkedMeters())
        .as("the fixes themselves tremble")
        .isGreaterThan(trueMeters * 1.2);
  }

  @Test
  void who_turns_round_in_a_lane_comes_back_by_the_same_lane() {
    town(2);
    street("lane", BLOCK, 2 * BLOCK, BLOCK, 4 * BLOCK);
    begin(BLOCK, BLOCK);
    walk(BLOCK, 2 * BLOCK + 130);
    walk(BLOCK, BLOCK);
    StreetWay way = matched();
    assertThat(streetsOf(way)).containsExactly("column-1", "lane", "column-1");
    assertThat(way.streetMeters()).isBetween(trueMeters * 0.9, trueMeters * 1.1);
  }

  @Test
  void a_yard_is_no_street_and_is_left_as_it_was_walked() {
    street("row", 0, 0, 400, 0);
    begin(0, 0);
    walk(200, 0);
    walk(200, 150);
    walk(260, 150);
    walk(260, 0);
    walk(400, 0);
    StreetWay way = matched();
    assertThat(streetsOf(way)).containsExactly("row", "beside", "row");
    assertThat(way.besideMeters()).isGreaterThan(200);
  }

  @Test
  void nobody_steps_from_a_bridge_onto_the_street_below() {
    street("bridge", 0, 0, 400, 0);
    street("below", 200, -200, 200, 200);
    begin(0, 0);
    walk(400, 0);
    assertThat(streetsOf(matched())).containsExactly("bridge");
  }

  @Test
  void where_no_way_leads_on_both_sides_are_kept() {
    street("near", 0, 0, 200, 0);
    street("far", 230, 0, 500, 0);
    begin(0, 0);
    walk(500, 0);
    StreetWay way = matched();
    assertThat(streetsOf(way)).startsWith("near").endsWith("far");
    assertThat(way.streetMeters() + way.besideMeters())
        .isBetween(trueMeters * 0.85, trueMeters * 1.2);
  }

  @Test
  void a_ring_is_walked_all_the_way_round() {
    street("ring", 0, 0, 150, 0, 150, 150, 0, 150, 0, 0);
    begin(0, 0);
    walk(150, 0);
    walk(150, 150);
    walk(0, 150);
    walk(0, 0);
    StreetWay way = matched();
    assertThat(streetsOf(way)).containsExactly("ring");
    assertThat(way.streetMeters()).isBetween(trueMeters * 0.9, trueMeters * 1.05);
  }

  @Test
  void a_silence_is_not_walked_through() {
    town(5);
    begin(0, 0);
    walk(2 * BLOCK, 0);
    begin(4 * BLOCK, 0);
    say(here, 600);
    walk(5 * BLOCK, 0);
    StreetWay way = matched();
    assertThat(way.pieces().stream().map(StreetWay.Piece::from).distinct()).hasSize(2);
    assertThat(way.streetMeters()).isBetween(3 * BLOCK * 0.85, 3 * BLOCK * 1.1);
  }

  @Test
  void without_streets_a_track_is_what_it_is() {
    begin(0, 0);
    walk(100, 0);
    assertThat(streetsOf(matched())).containsExactly("beside");
  }
}
