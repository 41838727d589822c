package org.wangge.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraState;
import org.wangge.camera.picture.PictureView;
import org.wangge.camera.sight.Sight;
import org.wangge.demo.DemoTown;
import org.wangge.demo.Whereabouts;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
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
    PictureView view = view(sighting.camera);
    double east = view.east(sighting.place);
    double north = view.north(sighting.place);
    double distance = Math.hypot(east, north);
    int foot = (int) view.groundRow(distance);
    int head = (int) view.row((1.7 - view.mountMeters()) / distance);
    int middle = (int) view.column(east, north);
    int half = (int) Math.ceil(0.3 * view.columnsPerMeter(distance));
    int orange = 0;
    for (int y = Math.max(0, head); y < Math.min(FramePainter.HEIGHT, foot); y++) {
      for (int x = middle - half; x <= middle + half; x++) {
        Color color = new Color(frame.getRGB(x, y));
        if (color.getRed() > 200 && color.getGreen() < 150 && color.getBlue() < 80) {
          orange++;
        }
      }
    }
    assertThat(orange).as("pixels of a vest at %s", sighting).isGreaterThan(10);
  }

  @Test
  void cars_are_painted_and_a_live_picture_takes_a_fraction_of_a_core() {
    Instant rush = Instant.parse("2026-11-18T00:30:00Z");
    Camera camera = busiest(rush);
    TownPainter painter = new TownPainter(TOWN, camera);
    BufferedImage frame = painted(painter, rush);
    assertThat(difference(painted(painter, rush.plusMillis(500)), frame))
        .as("cars have gone on")
        .isGreaterThan(50);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Graphics2D canvas = frame.createGraphics();
    long begun = 0;
    for (int i = 0; i < 360; i++) {
      begun = i == 120 ? threads.getCurrentThreadCpuTime() : begun;
      painter.paint(canvas, rush.plusMillis(83L * i));
    }
    canvas.dispose();
    double millis = (threads.getCurrentThreadCpuTime() - begun) / 240e6;
    assertThat(12 * millis / 1_000).as("share of a core at 12 frames a second").isLessThan(0.25);
  }

  private static Camera busiest(Instant at) {
    return TOWN.cameras().stream()
        .max(
            Comparator.comparingLong(
                camera ->
                    TOWN.carsNear(camera.location(), 60).at(at).stream()
                        .filter(car -> !car.parked())
                        .filter(car -> isPlain(camera, car.location()))
                        .count()))
        .orElseThrow();
  }

  /**
   * A camera, an instant and someone whom it plainly sees.
   *
   * @param camera that sees
   * @param at when
   * @param place where they stand
   */
  private record Sighting(Camera camera, Instant at, LatticePoint place) {}

  private static Sighting firstSighting() {
    for (int minute = 0; minute < 120; minute++) {
      Instant at = MORNING.plus(Duration.ofMinutes(minute));
      for (Whereabouts one : TOWN.peopleAt(at)) {
        for (Camera camera : TOWN.cameras()) {
          if (isPlain(camera, one.location())) {
            return new Sighting(camera, at, one.location());
          }
        }
      }
    }
    throw new AssertionError("nobody passes a camera in two hours");
  }

  private static boolean isPlain(Camera camera, LatticePoint place) {
    double away = Geodesy.distanceMeters(camera.location(), place);
    if (camera.state() != CameraState.ONLINE || camera.isEstimated() || away < 12 || away > 35) {
      return false;
    }
    PictureView view = view(camera);
    double column = view.column(view.east(place), view.north(place));
    return column > 40
        && column < FramePainter.WIDTH - 40
        && Sight.of(camera.eye(), view.sight().near()).sees(place);
  }

  private static PictureView view(Camera camera) {
    return TownPainter.view(camera, Neighbourhood.of(TOWN, camera));
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
