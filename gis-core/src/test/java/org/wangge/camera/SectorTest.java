package org.wangge.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

class SectorTest {
  private static final LatticePoint HERE = LatticePoint.ofDegrees(121.5, 31.2);

  @Test
  void it_reaches_as_far_as_its_range_and_no_farther() {
    Sector sector = sector(90, 60, DirectionCertainty.MEASURED);
    assertThat(sector.holds(Geodesy.destination(HERE, 90, 99.9))).isTrue();
    assertThat(sector.holds(Geodesy.destination(HERE, 90, 100.1))).isFalse();
    assertThat(sector.holds(HERE)).isTrue();
  }

  @Test
  void it_opens_across_north() {
    for (double azimuth : new double[] {359, 0, 1}) {
      Sector sector = sector(azimuth, 20, DirectionCertainty.MEASURED);
      assertThat(sector.holds(Geodesy.destination(HERE, azimuth + 9.9, 80))).isTrue();
      assertThat(sector.holds(Geodesy.destination(HERE, azimuth - 9.9, 80))).isTrue();
      assertThat(sector.holds(Geodesy.destination(HERE, azimuth + 10.1, 80))).isFalse();
      assertThat(sector.holds(Geodesy.destination(HERE, azimuth - 10.1, 80))).isFalse();
      assertThat(sector.offAxisDegrees(Geodesy.destination(HERE, azimuth - 7, 80)))
          .isCloseTo(7, within(0.02));
    }
  }

  @Test
  void an_unknown_direction_makes_it_a_disc_without_an_axis() {
    Sector sector = sector(90, 60, DirectionCertainty.UNKNOWN);
    LatticePoint behind = Geodesy.destination(HERE, 270, 90);
    assertThat(sector.holds(behind)).isTrue();
    assertThat(sector.offAxisDegrees(behind)).isZero();
    assertThat(sector.isEstimated()).isTrue();
    assertThat(Geodesy.areaSquareMeters(sector.outline()))
        .isCloseTo(Math.PI * 10_000, within(100.0));
  }

  @Test
  void its_outline_holds_what_it_holds_away_from_the_arc() {
    Random random = new Random(7);
    for (double angle : new double[] {30, 90, 200, 360}) {
      Sector sector = sector(random.nextInt(360), angle, DirectionCertainty.MEASURED);
      LatticeShape outline = sector.outline();
      int inside = 0;
      for (int i = 0; i < 2_500; i++) {
        double off = random.nextDouble() * 360;
        double turned = sector.azimuthDegrees() + off;
        double meters = 1 + random.nextDouble() * 120;
        double fromEdge = Math.abs(Math.min(off, 360 - off) - angle / 2);
        if (Math.abs(meters - 100) < 0.5 || fromEdge < 0.5) {
          continue;
        }
        LatticePoint place = Geodesy.destination(HERE, turned, meters);
        Coordinate at = new Coordinate(place.lonDegrees(), place.latDegrees());
        boolean drawn = outline.toDegrees().covers(LatticeShape.DEGREES.createPoint(at));
        assertThat(sector.holds(place)).as("%s %s %s", angle, turned, meters).isEqualTo(drawn);
        inside += drawn ? 1 : 0;
      }
      assertThat(inside).isPositive();
    }
  }

  @Test
  void those_that_see_a_place_better_come_first() {
    LatticePoint place = Geodesy.destination(HERE, 90, 40);
    Camera best = camera(1, 90, CameraState.ONLINE, DirectionCertainty.MEASURED);
    Camera offAxis = camera(2, 70, CameraState.ONLINE, DirectionCertainty.MEASURED);
    Camera unsure = camera(3, 90, CameraState.ONLINE, DirectionCertainty.UNKNOWN);
    Camera silent = camera(4, 90, CameraState.REGISTERED, DirectionCertainty.MEASURED);
    Camera away = camera(5, 270, CameraState.ONLINE, DirectionCertainty.MEASURED);
    assertThat(Covering.rank(List.of(silent, away, unsure, offAxis, best), place))
        .extracting(Covering::camera)
        .containsExactly(best, offAxis, unsure, silent);
  }

  private static Sector sector(double azimuth, double angle, DirectionCertainty certainty) {
    return new Sector(HERE, azimuth, angle, 100, certainty);
  }

  private static Camera camera(
      int number, double azimuth, CameraState state, DirectionCertainty certainty) {
    return new Camera(
        String.format("%020d", number),
        "camera",
        HERE,
        4,
        azimuth,
        60,
        100,
        false,
        state,
        certainty,
        "310104001001",
        true);
  }
}
