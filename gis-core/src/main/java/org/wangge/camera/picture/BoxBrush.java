package org.wangge.camera.picture;

import org.wangge.camera.picture.Box.Face;
import org.wangge.camera.picture.Scene.Surface;

/**
 * Draws boxes into a picture: for each column the ray over the ground is cut with the sides of the
 * box, which gives the wall and the stretch of roof that are seen. For one thread.
 */
final class BoxBrush {
  private final PictureView view;
  private final Renderer.Haze haze;
  private final Picture into;
  private final Light light;

  BoxBrush(PictureView view, Renderer.Haze haze, Picture into, Light light) {
    this.view = view;
    this.haze = haze;
    this.into = into;
    this.light = light;
  }

  void draw(Box box) {
    double half = Math.hypot(box.lengthMeters(), box.widthMeters()) / 2;
    double distance = Math.hypot(box.east(), box.north());
    if (distance <= half || distance - half > view.lens().farMeters()) {
      return;
    }
    double middle = view.column(box.east(), box.north());
    double aside = Math.asin(half / distance) * distance * view.columnsPerMeter(distance);
    int first = (int) Math.max(0, Math.ceil(middle - aside - 0.5));
    int last = (int) Math.min(view.width() - 1, Math.floor(middle + aside - 0.5));
    for (int column = first; column <= last; column++) {
      Cut cut = new Cut(box, view.azimuth(column + 0.5));
      if (cut.from > 0 && cut.from < cut.to && cut.from <= view.lens().farMeters()) {
        wall(cut, column);
        top(cut, column);
      }
    }
  }

  private void wall(Cut cut, int column) {
    Box box = cut.box;
    double mount = view.mountMeters();
    double high = box.toMeters() - box.fromMeters();
    int upper = row(view.row((box.toMeters() - mount) / cut.from));
    double lower = view.row((box.fromMeters() - mount) / cut.from);
    for (int row = upper; row < view.height() && row + 0.5 <= lower; row++) {
      double up = (mount + view.tangent(row + 0.5) * cut.from - box.fromMeters()) / high;
      put(column, row, cut.from, box.look(), cut.face, cut.across, up);
    }
  }

  private void top(Cut cut, int column) {
    Box box = cut.box;
    double below = view.mountMeters() - box.toMeters();
    if (below <= 0) {
      return;
    }
    int upper = row(view.row(-below / cut.to));
    double lower = view.row(-below / cut.from);
    for (int row = upper; row < view.height() && row + 0.5 <= lower; row++) {
      double there = below / -view.tangent(row + 0.5);
      double across = 0.5 + cut.right(there) / box.widthMeters();
      double along = 0.5 + cut.ahead(there) / box.lengthMeters();
      put(column, row, there, box.look(), Face.TOP, across, along);
    }
  }

  /** The first row whose middle lies below a border. */
  private static int row(double border) {
    return (int) Math.max(0, Math.ceil(border - 0.5));
  }

  private void put(
      int column, int row, double distance, Box.Look look, Face face, double across, double up) {
    if (distance >= into.depthMeters(column, row)) {
      return;
    }
    int shine = light.lamps() ? look.shine(face, across, up) : Surface.DARK;
    int color = shine == Surface.DARK ? light.on(look.color(face, across, up)) : shine;
    into.putIfNearer(column, row, haze.over(light, color, distance), distance);
  }

  /** A ray over the ground through a box. */
  private static final class Cut {
    private final Box box;
    private final double aheadAtFoot;
    private final double rightAtFoot;
    private final double aheadAMeter;
    private final double rightAMeter;
    private final double from;
    private final double to;
    private final Face face;
    private final double across;

    private Cut(Box box, double azimuth) {
      this.box = box;
      double sin = Math.sin(box.headingRadians());
      double cos = Math.cos(box.headingRadians());
      aheadAtFoot = -box.east() * sin - box.north() * cos;
      rightAtFoot = -box.east() * cos + box.north() * sin;
      aheadAMeter = Math.cos(azimuth - box.headingRadians());
      rightAMeter = Math.sin(azimuth - box.headingRadians());
      double halfLength = box.lengthMeters() / 2;
      double halfWidth = box.widthMeters() / 2;
      double endsFrom = entry(aheadAtFoot, aheadAMeter, halfLength);
      double sidesFrom = entry(rightAtFoot, rightAMeter, halfWidth);
      from = Math.max(endsFrom, sidesFrom);
      to =
          Math.min(
              -entry(aheadAtFoot, -aheadAMeter, halfLength),
              -entry(rightAtFoot, -rightAMeter, halfWidth));
      if (endsFrom >= sidesFrom) {
        face = aheadAMeter < 0 ? Face.FRONT : Face.BACK;
        across = 0.5 + right(from) / box.widthMeters();
      } else {
        face = rightAMeter < 0 ? Face.RIGHT : Face.LEFT;
        across = 0.5 + ahead(from) / box.lengthMeters();
      }
    }

    /** Where a coordinate that changes so much a metre comes between two equal bounds. */
    private static double entry(double atFoot, double aMeter, double bound) {
      if (aMeter == 0) {
        return Math.abs(atFoot) < bound ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      }
      return (-Math.signum(aMeter) * bound - atFoot) / aMeter;
    }

    private double ahead(double distance) {
      return aheadAtFoot + aheadAMeter * distance;
    }

    private double right(double distance) {
      return rightAtFoot + rightAMeter * distance;
    }
  }
}
