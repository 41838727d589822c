package org.wangge.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.camera.Perspective.Pixel;
import org.wangge.camera.Perspective.Spot;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;

class PerspectiveTest {
  private static final LatticePoint FOOT = LatticePoint.ofDegrees(112.9, 28.2);

  private static Camera camera(double azimuth, double angle) {
    return new Camera(
        "99010100001310000001",
        "any",
        FOOT,
        5,
        azimuth,
        angle,
        80,
        false,
        CameraState.ONLINE,
        DirectionCertainty.MEASURED,
        "990101001001001",
        true);
  }

  @Test
  void theGroundAtTwoFifthsOfTheRangeIsInTheMiddleWhateverTheAzimuth() {
    for (double azimuth : new double[] {0, 37, 90, 181.5, 300}) {
      Perspective view = Perspective.of(camera(azimuth, 60), 640, 360);
      LatticePoint ahead = Geodesy.destination(FOOT, azimuth, 32);
      Pixel middle = view.pixel(view.spot(ahead, 0)).orElseThrow();
      assertThat(middle.x()).isCloseTo(320, within(0.5));
      assertThat(middle.y()).isCloseTo(180, within(0.5));
    }
  }

  @Test
  void theBorderOfTheOpeningIsTheBorderOfThePicture() {
    Perspective view = Perspective.of(camera(0, 60), 640, 360);
    // On the horizontal plane of the axis at the middle row the opening is exact; far away the
    // ground is near that plane's trace, so a spot on the axis plane is taken.
    double ahead = 32 * Math.cos(Math.atan2(5, 32));
    Spot onRightBorder = new Spot(Math.hypot(32, 5) * Math.tan(Math.toRadians(30)), 32, 0);
    Pixel pixel = view.pixel(onRightBorder).orElseThrow();
    assertThat(ahead).isPositive();
    assertThat(pixel.x()).isCloseTo(640, within(0.01));
  }

  @Test
  void rightIsClockwiseFromTheAzimuthAndUpIsUp() {
    Perspective view = Perspective.of(camera(90, 60), 640, 360);
    Pixel south = view.pixel(new Spot(30, -5, 0)).orElseThrow();
    Pixel head = view.pixel(new Spot(30, -5, 1.7)).orElseThrow();
    assertThat(south.x()).isGreaterThan(320);
    assertThat(head.y()).isLessThan(south.y());
  }

  @Test
  void aPersonIsAsTallAsTheScaleSays() {
    Perspective view = Perspective.of(camera(0, 60), 640, 360);
    Pixel feet = view.pixel(new Spot(0, 40, 0)).orElseThrow();
    Pixel head = view.pixel(new Spot(0, 40, 1.7)).orElseThrow();
    double tall = 1.7 * view.pixelsPerMeter(feet.depthMeters());
    assertThat(feet.y() - head.y()).isCloseTo(tall, within(tall * 0.06));
  }

  @Test
  void theFarthestGroundComesUpToTheHorizon() {
    Perspective view = Perspective.of(camera(0, 60), 640, 360);
    Pixel far = view.pixel(new Spot(0, 1e6, 0)).orElseThrow();
    assertThat(far.y()).isCloseTo(view.horizonY(), within(0.01));
  }

  @Test
  void whatLiesBehindIsNotInThePictureAndOutlinesAreCutThere() {
    Perspective view = Perspective.of(camera(0, 60), 640, 360);
    assertThat(view.pixel(new Spot(0, -10, 0))).isEmpty();
    List<Spot> behind = List.of(new Spot(0, -10, 0), new Spot(5, -10, 0), new Spot(5, -20, 0));
    assertThat(view.outline(behind)).isEmpty();
    List<Spot> around =
        List.of(
            new Spot(-50, -50, 0), new Spot(50, -50, 0), new Spot(50, 50, 0), new Spot(-50, 50, 0));
    List<Pixel> cut = view.outline(around);
    assertThat(cut).hasSize(4);
    assertThat(cut).allMatch(pixel -> pixel.depthMeters() >= 0.5);
  }
}
