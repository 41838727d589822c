package org.wangge.server.demo;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.camera.Camera;
import org.wangge.camera.Perspective;
import org.wangge.camera.Perspective.Pixel;
import org.wangge.demo.DemoTown;
import org.wangge.demo.PasserBy;
import org.wangge.demo.Whereabouts;
import org.wangge.geo.LatticePoint;
import org.wangge.server.video.FramePainter;

/**
 * Paints what a camera of the generated town sees at an instant: what stands there, the light of
 * the hour, and whoever truly walks by then. The same instant always gives the same frame. For one
 * thread.
 */
final class TownPainter implements FramePainter {
  private final DemoTown town;
  private final Camera camera;
  private final Perspective view;
  private final Neighbourhood around;
  private final Scenery scenery;
  private @Nullable Instant paintedFor;
  private final BufferedImage still =
      new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);

  TownPainter(DemoTown town, Camera camera) {
    this.town = town;
    this.camera = camera;
    view = Perspective.of(camera, WIDTH, HEIGHT);
    around = Neighbourhood.of(town, camera);
    scenery = new Scenery(view, around);
  }

  @Override
  public void paint(Graphics2D canvas, Instant at) {
    Daylight light =
        Daylight.at(at.truncatedTo(ChronoUnit.MINUTES), camera.location().lonDegrees());
    paintStill(at.truncatedTo(ChronoUnit.MINUTES), light);
    canvas.drawImage(still, 0, 0, null);
    for (Seen one : people(at)) {
      new Figure(canvas, light, view, one.feet()).paint(one.person(), at);
    }
  }

  /** The light changes slowly: what stands still is painted once a minute. */
  private void paintStill(Instant minute, Daylight light) {
    if (minute.equals(paintedFor)) {
      return;
    }
    Graphics2D canvas = still.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    scenery.paint(canvas, light, WIDTH, HEIGHT);
    canvas.dispose();
    paintedFor = minute;
  }

  /** Who is in the picture and not behind a house, from far to near. */
  private List<Seen> people(Instant at) {
    List<Seen> seen = new ArrayList<>();
    for (Whereabouts one : town.peopleAt(at)) {
      see(one.location(), new Figure.Person(one.who(), true, one.walking()), seen);
    }
    for (PasserBy one : town.passersByAt(at)) {
      see(
          one.location(),
          new Figure.Person("passer-by " + one.number(), false, one.walking()),
          seen);
    }
    seen.sort(Comparator.comparingDouble((Seen one) -> one.feet().depthMeters()).reversed());
    return seen;
  }

  private void see(LatticePoint place, Figure.Person person, List<Seen> seen) {
    view.pixel(view.spot(place, 0))
        .filter(feet -> isInPicture(feet) && around.isOpenTo(place))
        .ifPresent(feet -> seen.add(new Seen(person, feet)));
  }

  private static boolean isInPicture(Pixel feet) {
    return feet.x() > -WIDTH / 4.0
        && feet.x() < WIDTH * 1.25
        && feet.y() < HEIGHT * 2.0
        && feet.depthMeters() < 250;
  }

  private record Seen(Figure.Person person, Pixel feet) {}
}
