package org.wangge.camera.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.camera.sight.Blocker;
import org.wangge.camera.sight.Eye;
import org.wangge.camera.sight.Lens;
import org.wangge.camera.sight.Sight;
import org.wangge.camera.sight.SightTown;
import org.wangge.geo.LatticePoint;

class PictureTest {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final Light DAY = new Light(1, 1, 1, 0x88aadd, 0xcceeff, false);

  @Test
  void a_place_is_in_the_depth_buffer_if_and_only_if_the_camera_sees_it() {
    SightTown town = new SightTown(21, 240);
    int seen = 0;
    for (Eye eye : town.eyes(100)) {
      Sight sight = Sight.of(eye, town.buildings(35));
      for (int i = 0; i < 20; i++) {
        LatticePoint place = town.near(eye);
        boolean sees = sight.sees(place);
        seen += sees ? 1 : 0;
        assertThat(isShown(sight, place)).as("%s in %s", place, eye).isEqualTo(sees);
      }
    }
    assertThat(seen).isBetween(300, 1_700);
  }

  @Test
  void the_pixels_of_a_frame_agree_but_in_gaps_narrower_than_one() {
    SightTown town = new SightTown(22, 240);
    int wrong = 0;
    int asked = 0;
    for (Eye eye : town.eyes(12)) {
      Sight sight = Sight.of(eye, town.buildings(35));
      PictureView view = PictureView.of(sight, eye.lenses().get(0), WIDTH, HEIGHT);
      Renderer renderer = new Renderer(view, new Plain());
      renderer.light(DAY);
      for (int i = 0; i < 400; i++) {
        LatticePoint place = town.near(eye);
        double distance = Math.hypot(view.east(place), view.north(place));
        int column = (int) Math.floor(view.column(view.east(place), view.north(place)));
        int row = (int) Math.floor(view.groundRow(distance));
        if (column >= 0 && column < WIDTH && row >= 0 && row < HEIGHT) {
          asked++;
          boolean agrees = false;
          for (int near = 0; near < 9; near++) {
            int x = Math.min(WIDTH - 1, Math.max(0, column + near % 3 - 1));
            int y = Math.min(HEIGHT - 1, Math.max(0, row + near / 3 - 1));
            agrees |= isGround(renderer.still(), view, x, y) == isShown(sight, place);
          }
          wrong += agrees ? 0 : 1;
        }
      }
    }
    assertThat(asked).isGreaterThan(1_500);
    assertThat(wrong).isLessThanOrEqualTo(asked / 500);
  }

  @Test
  void near_and_far_range_and_angle_are_the_borders_of_the_frame() {
    Lens lens = new Lens(30, 90, 4, 100);
    Eye eye = new Eye("e", SightTown.CORNER, 500, false, List.of(lens));
    PictureView view = PictureView.of(Sight.of(eye, List.of()), lens, WIDTH, HEIGHT);
    assertThat(view.groundRow(4)).isCloseTo(HEIGHT, within(1e-6));
    double left = Math.toRadians(-15);
    assertThat(view.column(50 * Math.sin(left), 50 * Math.cos(left))).isCloseTo(0, within(1e-6));
    double right = Math.toRadians(75);
    assertThat(view.column(50 * Math.sin(right), 50 * Math.cos(right)))
        .isCloseTo(WIDTH, within(1e-6));
    Renderer renderer = new Renderer(view, new Plain());
    renderer.light(DAY);
    assertThat(renderer.still().depthMeters(320, HEIGHT - 1)).isCloseTo(4, within(0.1));
    assertThat(renderer.still().depthMeters(320, 0)).isInfinite();
    DepthProbe probe = new DepthProbe(view);
    assertThat(probe.depthMeters(320, view.groundRow(99.9))).isCloseTo(99.9, within(1e-6));
    assertThat(probe.depthMeters(320, view.groundRow(100.1))).isInfinite();
  }

  @Test
  void who_walks_behind_a_house_is_not_in_the_picture() {
    Blocker house = SightTown.building("house", 900, -10, 30, 10, 30, 10, 40, -10, 40);
    Lens lens = new Lens(0, 90, 4, 100);
    Eye eye = new Eye("e", SightTown.CORNER, 500, false, List.of(lens));
    PictureView view = PictureView.of(Sight.of(eye, List.of(house)), lens, WIDTH, HEIGHT);
    Renderer renderer = new Renderer(view, new Plain());
    renderer.light(DAY);
    Picture picture = new Picture(WIDTH, HEIGHT);
    assertThat(red(renderer, picture, 0, 20)).isPositive();
    assertThat(red(renderer, picture, 0, 50)).isZero();
    int half = red(renderer, picture, 10.0 * 45 / 30, 45);
    assertThat(half).isBetween(1, red(renderer, picture, 25, 45) - 1);
  }

  @Test
  void a_box_shows_the_sides_that_are_turned_to_the_camera_at_their_distance() {
    Lens lens = new Lens(0, 90, 4, 100);
    Eye eye = new Eye("e", SightTown.CORNER, 500, false, List.of(lens));
    PictureView view = PictureView.of(Sight.of(eye, List.of()), lens, WIDTH, HEIGHT);
    Renderer renderer = new Renderer(view, new Plain());
    renderer.light(DAY);
    // Looks north-west, twenty metres to the north: its left and back sides are seen, and its top.
    Box box = new Box(0, 20, Math.toRadians(-45), 6, 2, 0, 1.5, new Faces());
    Picture picture = new Picture(WIDTH, HEIGHT);
    renderer.draw(picture, DAY, List.of(), List.of(box));
    assertThat(count(picture, Faces.of(Box.Face.RIGHT))).isZero();
    assertThat(count(picture, Faces.of(Box.Face.FRONT))).isZero();
    int left = count(picture, Faces.of(Box.Face.LEFT));
    int back = count(picture, Faces.of(Box.Face.BACK));
    assertThat(left).as("a side is longer than an end").isGreaterThan(2 * back);
    assertThat(back).isGreaterThan(100);
    assertThat(count(picture, Faces.of(Box.Face.TOP))).isGreaterThan(100);
    // Its nearest corner is the one behind on the left.
    double nearest = Double.POSITIVE_INFINITY;
    for (int row = 0; row < HEIGHT; row++) {
      for (int column = 0; column < WIDTH; column++) {
        if (picture.color(column, row) < 0x100) {
          nearest = Math.min(nearest, picture.depthMeters(column, row));
        }
      }
    }
    assertThat(nearest).isCloseTo(Math.hypot(Math.sqrt(2), 20 - 2 * Math.sqrt(2)), within(0.05));
  }

  @Test
  void a_box_behind_a_house_or_out_of_range_is_not_drawn_and_its_lamps_shine_by_night() {
    Blocker house = SightTown.building("house", 900, -10, 30, 10, 30, 10, 40, -10, 40);
    Lens lens = new Lens(0, 90, 4, 100);
    Eye eye = new Eye("e", SightTown.CORNER, 500, false, List.of(lens));
    PictureView view = PictureView.of(Sight.of(eye, List.of(house)), lens, WIDTH, HEIGHT);
    Renderer renderer = new Renderer(view, new Plain());
    renderer.light(DAY);
    Picture picture = new Picture(WIDTH, HEIGHT);
    Box hidden = new Box(0, 50, 0, 4, 2, 0, 1.5, new Faces());
    Box far = new Box(60, 103, 0, 4, 2, 0, 1.5, new Faces());
    renderer.draw(picture, DAY, List.of(), List.of(hidden, far));
    assertThat(picture.colors()).containsExactly(renderer.still().colors());
    Box seen = new Box(0, 20, 0, 4, 2, 0, 1.5, new Faces());
    Light night = new Light(0.5, 0.5, 0.5, 0, 0, true);
    renderer.light(night);
    renderer.draw(picture, night, List.of(), List.of(seen));
    assertThat(count(picture, Faces.SHINE)).isPositive();
  }

  private static int count(Picture picture, int wanted) {
    int count = 0;
    for (int color : picture.colors()) {
      count += color == wanted ? 1 : 0;
    }
    return count;
  }

  /** A colour for each side of a box; the back shines. */
  private static final class Faces implements Box.Look {
    private static final int SHINE = 0xff0101;

    private static int of(Box.Face face) {
      return 1 + List.of(Box.Face.values()).indexOf(face);
    }

    @Override
    public int color(Box.Face face, double across, double up) {
      assertThat(across).isBetween(-1e-6, 1 + 1e-6);
      assertThat(up).isBetween(-1e-6, 1 + 1e-6);
      return of(face);
    }

    @Override
    public int shine(Box.Face face, double across, double up) {
      return face == Box.Face.BACK ? SHINE : Scene.Surface.DARK;
    }
  }

  @Test
  void night_is_darker_and_lit_windows_shine() {
    Light night = new Light(0.1, 0.1, 0.2, 0x050510, 0x101020, true);
    assertThat(night.on(0xffffff)).isEqualTo(0x191933);
    assertThat(DAY.on(0x123456)).isEqualTo(0x123456);
    Blocker house = SightTown.building("house", 900, -30, 20, 30, 20, 30, 40, -30, 40);
    Lens lens = new Lens(0, 90, 4, 100);
    Eye eye = new Eye("e", SightTown.CORNER, 500, false, List.of(lens));
    PictureView view = PictureView.of(Sight.of(eye, List.of(house)), lens, WIDTH, HEIGHT);
    Renderer renderer = new Renderer(view, new Plain());
    renderer.light(DAY);
    assertThat(renderer.still().colors()).contains(Plain.WALL).doesNotContain(Plain.LAMP);
    renderer.light(night);
    assertThat(renderer.still().colors()).contains(Plain.LAMP).doesNotContain(Plain.WALL);
  }

  private static int red(Renderer renderer, Picture picture, double east, double north) {
    Sprite one = new Sprite(east, north, 0.6, 1.7, (across, up) -> 0xff0000);
    renderer.draw(picture, DAY, List.of(one), List.of());
    int count = 0;
    for (int color : picture.colors()) {
      count += color == 0xff0000 ? 1 : 0;
    }
    return count;
  }

  /** Whether a place is in the frame of some lens, and nothing nearer is in its direction. */
  private static boolean isShown(Sight sight, LatticePoint place) {
    for (Lens lens : sight.eye().lenses()) {
      if (new DepthProbe(PictureView.of(sight, lens, WIDTH, HEIGHT)).shows(place)) {
        return true;
      }
    }
    return false;
  }

  /** Whether what is drawn in a pixel lies on the ground and in range. */
  private static boolean isGround(Picture picture, PictureView view, int column, int row) {
    double ground = view.mountMeters() / -view.tangent(row + 0.5);
    return Math.abs(picture.depthMeters(column, row) - ground) < 1e-4 * ground;
  }

  /** Everything in one colour. */
  private static final class Plain implements Scene {
    private static final int WALL = 0xc0b0a0;
    private static final int LAMP = 0xffcc88;

    @Override
    public int ground(double east, double north) {
      return 0x808080;
    }

    @Override
    public Surface wall(Blocker blocker, int wall, double along, double up, double pixelMeters) {
      return new Surface(WALL, LAMP);
    }

    @Override
    public int roof(Blocker blocker) {
      return 0x604040;
    }
  }
}
