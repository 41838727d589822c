package org.wangge.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraState;
import org.wangge.camera.Perspective;
import org.wangge.camera.Perspective.Pixel;
import org.wangge.camera.Sector;
import org.wangge.demo.DemoTown;
import org.wangge.demo.Whereabouts;
import org.wangge.geo.Geodesy;
import org.wangge.server.video.FramePainter;

class TownPainterTest {
  /** Nine in the morning of the town. */
  private static final Instant MORNING = Instant.parse("2026-11-18T01:00:00Z");

  private static final DemoTown TOWN = DemoTown.generate(7, MORNING);

  @Test
  void the_same_instant_is_painted_the_same_whatever_was_painted_before() {
    Camera camera = TOWN.cameras().get(0);
    TownPainter painter = new TownPainter(TOWN, camera);
    BufferedImage once = painted(painter, MORNING);
    painted(painter, MORNING.plus(Duration.ofHours(9)));
    assertThat(difference(painted(painter, MORNING), once)).isZero();
    assertThat(difference(painted(new TownPainter(TOWN, camera), MORNING), once)).isZero();
    assertThat(difference(painted(painter, MORNING.plus(Duration.ofHours(12))), once))
        .as("the night is another picture")
        .isGreaterThan(FramePainter.WIDTH * FramePainter.HEIGHT / 2);
  }

  @Test
  void who_walks_before_a_camera_is_painted_where_they_are() {
    Sighting sighting = firstSighting();
    BufferedImage frame = painted(new TownPainter(TOWN, sighting.camera), sighting.at);
    Pixel feet = sighting.feet;
    double meter =
        Perspective.of(sighting.camera, FramePainter.WIDTH, FramePainter.HEIGHT)
            .pixelsPerMeter(feet.depthMeters());
    int orange = 0;
    for (int y = (int) (feet.y() - 1.5 * meter); y < feet.y(); y++) {
      for (int x = (int) (feet.x() - 0.3 * meter); x <= feet.x() + 0.3 * meter; x++) {
        Color color = new Color(frame.getRGB(x, y));
        if (color.getRed() > 200 && color.getGreen() < 150 && color.getBlue() < 80) {
          orange++;
        }
      }
    }
    assertThat(orange).as("pixels of a vest at %s", sighting).isGreaterThan(10);
  }

  /**
   * A camera, an instant and someone whom it plainly sees.
   *
   * @param camera that sees
   * @param at when
   * @param feet where they stand in the picture
   */
  private record Sighting(Camera camera, Instant at, Pixel feet) {}

  private static Sighting firstSighting() {
    for (int minute = 0; minute < 120; minute++) {
      Instant at = MORNING.plus(Duration.ofMinutes(minute));
      for (Whereabouts one : TOWN.peopleAt(at)) {
        for (Camera camera : TOWN.cameras()) {
          Optional<Pixel> feet = seen(camera, one);
          if (feet.isPresent()) {
            return new Sighting(camera, at, feet.get());
          }
        }
      }
    }
    throw new AssertionError("nobody passes a camera in two hours");
  }

  private static Optional<Pixel> seen(Camera camera, Whereabouts one) {
    double away = Geodesy.distanceMeters(camera.location(), one.location());
    if (camera.state() != CameraState.ONLINE
        || away < 12
        || away > 35
        || !Sector.of(camera).holds(one.location())
        || !Neighbourhood.of(TOWN, camera).isOpenTo(one.location())) {
      return Optional.empty();
    }
    Perspective view = Perspective.of(camera, FramePainter.WIDTH, FramePainter.HEIGHT);
    return view.pixel(view.spot(one.location(), 0))
        .filter(
            feet ->
                feet.x() > 40
                    && feet.x() < FramePainter.WIDTH - 40
                    && feet.y() > 80
                    && feet.y() < FramePainter.HEIGHT);
  }

  private static BufferedImage painted(TownPainter painter, Instant at) {
    BufferedImage frame =
        new BufferedImage(FramePainter.WIDTH, FramePainter.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D canvas = frame.createGraphics();
    painter.paint(canvas, at);
    canvas.dispose();
    return frame;
  }

  private static int difference(BufferedImage a, BufferedImage b) {
    int different = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        if (a.getRGB(x, y) != b.getRGB(x, y)) {
          different++;
        }
      }
    }
    return different;
  }
}
