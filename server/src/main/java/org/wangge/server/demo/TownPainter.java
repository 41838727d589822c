package org.wangge.server.demo;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.camera.BuildingBlocker;
import org.wangge.camera.Camera;
import org.wangge.camera.picture.Box;
import org.wangge.camera.picture.Light;
import org.wangge.camera.picture.Picture;
import org.wangge.camera.picture.PictureView;
import org.wangge.camera.picture.Renderer;
import org.wangge.camera.picture.Sprite;
import org.wangge.camera.sight.Eye;
import org.wangge.camera.sight.Lens;
import org.wangge.camera.sight.Sight;
import org.wangge.demo.Car;
import org.wangge.demo.CarsNear;
import org.wangge.demo.DemoTown;
import org.wangge.demo.PasserBy;
import org.wangge.demo.Whereabouts;
import org.wangge.geo.LatticePoint;
import org.wangge.server.video.FramePainter;

/**
 * Paints what a camera of the generated town sees at an instant: what stands there, the light of
 * the hour, and whoever truly walks or drives by then. The same instant always gives the same
 * frame. For one thread.
 */
final class TownPainter implements FramePainter {
  private static final double BACKDROP = 2;

  private final DemoTown town;
  private final Camera camera;
  private final PictureView view;
  private final Renderer renderer;
  private final Picture picture = new Picture(WIDTH, HEIGHT);
  private final BufferedImage frame = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private final CarsNear cars;
  private @Nullable Instant litFor;

  TownPainter(DemoTown town, Camera camera) {
    this.town = town;
    this.camera = camera;
    Neighbourhood around = Neighbourhood.of(town, camera);
    view = view(camera, around);
    cars = town.carsNear(camera.location(), view.lens().farMeters() + CarLook.REACH_METERS);
    renderer = new Renderer(view, new TownScene(around, BACKDROP * view.lens().farMeters()));
  }

  /**
   * How a camera lays its surroundings out, whether or not its direction was surveyed. Houses show
   * farther than it sees enough.
   */
  static PictureView view(Camera camera, Neighbourhood around) {
    Eye eye = camera.eye();
    Lens lens = camera.lens();
    double backdrop = Math.min(Lens.FARTHEST_METERS, lens.farMeters() * BACKDROP);
    Eye farther =
        new Eye(
            eye.id(),
            eye.place(),
            eye.mountCentimeters(),
            eye.indoor(),
            List.of(Lens.round(lens.nearMeters(), backdrop)));
    return PictureView.of(
        Sight.of(farther, around.buildings().stream().map(BuildingBlocker::of).toList()),
        lens,
        WIDTH,
        HEIGHT);
  }

  @Override
  public void paint(Graphics2D canvas, Instant at) {
    Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
    Light light = Daylight.at(minute, camera.location().lonDegrees()).light();
    // The light changes slowly: what stands still is drawn once a minute.
    if (!minute.equals(litFor)) {
      renderer.light(light);
      litFor = minute;
    }
    renderer.draw(picture, light, people(at), cars(at));
    int[] pixels = ((DataBufferInt) frame.getRaster().getDataBuffer()).getData();
    System.arraycopy(picture.colors(), 0, pixels, 0, pixels.length);
    canvas.drawImage(frame, 0, 0, null);
  }

  private List<Sprite> people(Instant at) {
    List<Sprite> people = new ArrayList<>();
    for (Whereabouts one : town.peopleAt(at)) {
      people.add(sprite(one.location(), WalkerLook.of(one.who(), true, one.walking(), at)));
    }
    for (PasserBy one : town.passersByAt(at)) {
      String who = "passer-by " + one.number();
      people.add(sprite(one.location(), WalkerLook.of(who, false, one.walking(), at)));
    }
    return people;
  }

  private List<Box> cars(Instant at) {
    List<Box> boxes = new ArrayList<>();
    for (Car car : cars.at(at)) {
      CarLook look = new CarLook(car.number(), !car.parked());
      double east = view.east(car.location());
      double north = view.north(car.location());
      boxes.addAll(look.at(east, north, car.headingDegrees()));
    }
    return boxes;
  }

  private Sprite sprite(LatticePoint place, WalkerLook look) {
    return new Sprite(
        view.east(place), view.north(place), WalkerLook.WIDE_METERS, WalkerLook.TALL_METERS, look);
  }
}
