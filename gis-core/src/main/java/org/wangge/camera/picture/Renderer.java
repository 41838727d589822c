package org.wangge.camera.picture;

import java.util.Collection;
import org.wangge.camera.picture.Column.Stretch;
import org.wangge.camera.picture.Scene.Surface;

/**
 * Draws the picture of one lens: column by column, each from the nearest ground up to the sky, with
 * the distance of everything that is drawn. What is beyond the far range is hazy and has no depth:
 * the camera no longer shows enough of it. For one thread.
 *
 * <p>What stands still is drawn when the light changes; each picture after that costs a copy and
 * what moves.
 */
public final class Renderer {
  private static final double HAZE = 0.75;

  /** What stands still is drawn with so many columns and rows a pixel, and they are averaged. */
  private static final int FINER = 2;

  /** Colour of the walls of the room that an indoor camera hangs in. */
  private static final int ROOM_WALL = 0xcfcabf;

  private final PictureView view;
  private final Scene scene;
  private final Column column;
  private final Picture still;

  /** What is far away passes into the colour of the horizon. */
  @FunctionalInterface
  interface Haze {
    int over(Light light, int color, double distanceMeters);
  }

  public Renderer(PictureView view, Scene scene) {
    this.view = view;
    this.scene = scene;
    column = new Column(view.sight());
    still = new Picture(view.width(), view.height());
  }

  /**
   * Draws what stands still in a light, for the pictures to come: depths by pixel, colours finer.
   */
  public void light(Light light) {
    draw(view, still, light);
    PictureView finer = view.times(FINER);
    Picture large = new Picture(finer.width(), finer.height());
    draw(finer, large, light);
    still.colorsFrom(large, FINER);
  }

  private void draw(PictureView in, Picture target, Light light) {
    for (int i = 0; i < in.width(); i++) {
      double azimuth = in.azimuth(i + 0.5);
      double east = Math.sin(azimuth);
      double north = Math.cos(azimuth);
      column.cast(east, north);
      new Strip(in, target, i, east, north, light).draw();
    }
  }

  /**
   * Draws a picture.
   *
   * @param into of the view's size
   * @param light as it was told last
   * @param sprites what moves and is turned to the camera, in any order
   * @param boxes what moves and is turned any way, in any order
   */
  public void draw(Picture into, Light light, Collection<Sprite> sprites, Collection<Box> boxes) {
    into.copyFrom(still);
    BoxBrush brush = new BoxBrush(view, this::hazy, into, light);
    boxes.forEach(brush::draw);
    for (Sprite sprite : sprites) {
      draw(into, light, sprite);
    }
  }

  private void draw(Picture into, Light light, Sprite sprite) {
    double distance = Math.hypot(sprite.east(), sprite.north());
    if (distance < 0.3 || distance > view.lens().farMeters()) {
      return;
    }
    double middle = view.column(sprite.east(), sprite.north());
    double half = sprite.widthMeters() * view.columnsPerMeter(distance) / 2;
    double foot = view.groundRow(distance);
    double head = view.row((sprite.heightMeters() - view.mountMeters()) / distance);
    int first = (int) Math.max(0, Math.ceil(middle - half - 0.5));
    int last = (int) Math.min(view.width() - 1, Math.floor(middle + half - 0.5));
    for (int i = first; i <= last; i++) {
      double across = (i + 0.5 - (middle - half)) / (2 * half);
      int top = (int) Math.max(0, Math.ceil(head - 0.5));
      for (int row = top; row <= Math.min(view.height() - 1, foot - 0.5); row++) {
        int color = sprite.look().color(across, (foot - row - 0.5) / (foot - head));
        if (color != Sprite.Look.NOTHING) {
          into.putIfNearer(i, row, hazy(light, light.on(color), distance), distance);
        }
      }
    }
  }

  private int hazy(Light light, int color, double distance) {
    double far = view.lens().farMeters();
    if (distance <= far * 0.6) {
      return color;
    }
    double share = Math.min(1, (distance - far * 0.6) / (far * 0.8));
    return Light.mix(color, light.horizon(), HAZE * share);
  }

  /** The picture of what stands still, as it was drawn last. */
  public Picture still() {
    return still;
  }

  /** One column while it is drawn, from its lowest row up. */
  private final class Strip {
    private final PictureView in;
    private final Picture target;
    private final int at;
    private final double east;
    private final double north;
    private final Light light;
    private int row;

    private Strip(PictureView in, Picture target, int at, double east, double north, Light light) {
      this.in = in;
      this.target = target;
      this.at = at;
      this.east = east;
      this.north = north;
      this.light = light;
      row = in.height() - 1;
    }

    private void draw() {
      for (int i = 0; i < column.count() && row >= 0; i++) {
        Stretch stretch = column.stretch(i);
        if (stretch.from() >= column.end()) {
          break;
        }
        groundUpTo(stretch.from());
        wall(stretch);
        roof(stretch);
      }
      groundUpTo(column.end());
      rest();
    }

    private void groundUpTo(double distance) {
      double mount = in.mountMeters();
      for (; row >= 0 && in.tangent(row + 0.5) < 0; row--) {
        double there = mount / -in.tangent(row + 0.5);
        if (there >= distance) {
          return;
        }
        int color = light.on(scene.ground(east * there, north * there));
        target.put(at, row, hazy(light, color, there), DepthProbe.inRange(in, there));
      }
    }

    private void wall(Stretch stretch) {
      if (stretch.wall() < 0) {
        return;
      }
      Prism prism = stretch.prism();
      double from = stretch.from();
      double along =
          Math.hypot(
              east * from - prism.fromEast(stretch.wall()),
              north * from - prism.fromNorth(stretch.wall()));
      double pixel = 1 / in.columnsPerMeter(from);
      for (; row >= 0; row--) {
        double up = in.mountMeters() + in.tangent(row + 0.5) * from;
        if (up > prism.heightMeters()) {
          return;
        }
        Surface seen = scene.wall(prism.blocker(), stretch.wall(), along, up, pixel);
        boolean shines = light.lamps() && seen.shine() != Surface.DARK;
        int color = shines ? seen.shine() : light.on(seen.color());
        target.put(at, row, hazy(light, color, from), DepthProbe.inRange(in, from));
      }
    }

    private void roof(Stretch stretch) {
      double below = in.mountMeters() - stretch.prism().heightMeters();
      if (below <= 0) {
        return;
      }
      int color = light.on(scene.roof(stretch.prism().blocker()));
      for (; row >= 0 && in.tangent(row + 0.5) <= -below / stretch.to(); row--) {
        double there = below / -in.tangent(row + 0.5);
        target.put(at, row, hazy(light, color, there), DepthProbe.inRange(in, there));
      }
    }

    /** The sky, or the wall of the room. */
    private void rest() {
      double topTangent = in.tangent(0.5);
      for (; row >= 0; row--) {
        double share = Math.max(0, in.tangent(row + 0.5)) / Math.max(topTangent, 1e-6);
        int sky = Light.mix(light.horizon(), light.zenith(), share);
        boolean isRoom = column.end() < Double.POSITIVE_INFINITY;
        target.put(
            at, row, isRoom ? light.on(ROOM_WALL) : sky, DepthProbe.inRange(in, column.end()));
      }
    }
  }
}
