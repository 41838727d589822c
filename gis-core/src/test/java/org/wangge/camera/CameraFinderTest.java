package org.wangge.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.event.HeardTx;
import org.wangge.event.OneTx;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.geo.Validity;

class CameraFinderTest {
  private static final LatticePoint HERE = LatticePoint.ofDegrees(121.5, 31.2);
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(400));
  private static final Caller LIAISON =
      Caller.of("somebody", Set.of(Role.LIAISON), AreaScope.unlimited(), Purpose.USE);

  private final ListedCameras posts = new ListedCameras();
  private final CameraFinder finder =
      new CameraFinder(new OneTx(new HeardTx(NOW)), posts, posts, Clock.fixed(NOW, ZoneOffset.UTC));

  /** One that stands to the north-east of here. */
  private static Camera away(int number, double meters, double azimuth, double range) {
    return Cameras.at(
        String.format("%020d", number),
        Geodesy.destination(HERE, 45, meters),
        CameraLens.of(azimuth, 60, range));
  }

  @Test
  void a_place_is_covered_by_those_that_look_at_it() {
    Camera looks = away(1, 50, 225, 200);
    posts.put(LONG_AGO, looks, away(2, 50, 45, 200), away(3, 50, 225, 49));
    assertThat(finder.covering(LIAISON, HERE, false))
        .extracting(Covering::camera)
        .containsExactly(looks);
  }

  @Test
  void one_that_can_be_turned_is_named_apart_and_after_those_that_look() {
    Camera looks = away(1, 80, 225, 100);
    Camera away = away(2, 50, 45, 100);
    CameraPose pose = away.pose();
    Camera dome =
        Cameras.of(
            away.id(),
            new CameraPose(
                pose.location(),
                pose.mountHeightMeters(),
                false,
                pose.lenses(),
                pose.directionCertainty(),
                TurnSector.allRound()));
    posts.put(LONG_AGO, looks, dome);
    assertThat(finder.covering(LIAISON, HERE, false)).hasSize(1);
    List<Covering> both = finder.covering(LIAISON, HERE, true);
    assertThat(both).extracting(Covering::camera).containsExactly(looks, dome);
    assertThat(both).extracting(Covering::mustTurn).containsExactly(false, true);
  }

  @Test
  void the_past_is_answered_by_how_cameras_stood_then_and_what_is_still_kept() {
    Camera looks = away(1, 50, 225, 200);
    Camera turned = away(1, 50, 45, 200);
    Instant turning = NOW.minus(Duration.ofDays(10));
    posts.known.put(
        looks.id(),
        List.of(
            new CameraHistory(
                looks.id(),
                2,
                turning,
                List.of(
                    new CameraVersion(looks, new Validity(LONG_AGO, turning)),
                    new CameraVersion(turned, Validity.since(turning))))));
    assertThat(finder.covering(LIAISON, HERE, false)).isEmpty();
    assertThat(recordings(NOW.minus(Duration.ofDays(5)), NOW)).isEmpty();
    assertThat(recordings(NOW.minus(Duration.ofDays(20)), NOW)).containsExactly(Recording.KEPT);
    assertThat(recordings(NOW.minus(Duration.ofDays(31)), NOW)).containsExactly(Recording.EXPIRED);
    Covering past =
        finder.covering(LIAISON, HERE, new Validity(NOW.minus(Duration.ofDays(20)), NOW)).get(0);
    assertThat(past(past).during().to()).hasValue(turning);
  }

  private List<Recording> recordings(Instant from, Instant to) {
    return finder.covering(LIAISON, HERE, new Validity(from, to)).stream()
        .map(CameraFinderTest::past)
        .map(Covering.Past::recording)
        .toList();
  }

  private static Covering.Past past(Covering one) {
    return Objects.requireNonNull(one.past());
  }

  @Test
  void of_a_line_as_much_is_seen_as_lies_in_the_sector() {
    // Looks south from 30 m to the north: the line from west to east lies across its sector.
    Camera south =
        Cameras.at(
            String.format("%020d", 7),
            Geodesy.destination(HERE, 0, 30),
            new CameraLens(180, 90, 0.0, 200));
    posts.put(LONG_AGO, south);
    LatticePoint west = Geodesy.destination(HERE, 270, 60);
    LatticePoint east = Geodesy.destination(HERE, 90, 60);
    Geometry line =
        LatticeShape.DEGREES.createLineString(
            new Coordinate[] {
              new Coordinate(west.lonDegrees(), west.latDegrees()),
              new Coordinate(HERE.lonDegrees(), HERE.latDegrees()),
              new Coordinate(east.lonDegrees(), east.latDegrees())
            });
    List<Covering> found = finder.covering(LIAISON, line, null);
    assertThat(found).hasSize(1);
    // At 30 m an opening of 90 degrees is 60 m wide, of a line of 120 m.
    assertThat(found.get(0).share()).isCloseTo(0.5, within(0.002));
  }
}
