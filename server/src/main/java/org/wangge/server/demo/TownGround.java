package org.wangge.server.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.wangge.camera.picture.Light;
import org.wangge.camera.sight.FootPlane;
import org.wangge.geo.Lattice;
import org.wangge.geo.LatticePoint;
import org.wangge.place.Ground;
import org.wangge.place.StreetClass;
import org.wangge.place.StreetGraph;

/**
 * The ground around a camera as seen from above, by daylight: earth, grass, water, pavements,
 * streets and their markings. Finer near the camera, where a pixel of its picture is small.
 */
final class TownGround {
  private static final Color EARTH = new Color(0xa8a294);
  private static final Color WATER = new Color(0x5d7f94);
  private static final Color GREEN = new Color(0x7d9a63);
  private static final Color PAVEMENT = new Color(0xb9b6ae);
  private static final Color ASPHALT = new Color(0x63666b);
  private static final Color MARKING = new Color(0xe4e2da);
  private static final double PAVEMENT_METERS = 3;
  private static final float DASH_METERS = 4;
  private static final double CLOSE_METERS = 30;
  private static final double CLOSE_SCALE = 10;
  private static final double FAR_SCALE = 2.5;

  private final Neighbourhood around;
  private final FootPlane plane;
  private final double reach;
  private final int[] close;
  private final int[] far;
  private final int closeSize;
  private final int farSize;

  TownGround(Neighbourhood around, double reachMeters) {
    this.around = around;
    plane = FootPlane.at(around.foot());
    reach = reachMeters;
    closeSize = (int) (2 * CLOSE_METERS * CLOSE_SCALE);
    farSize = (int) (2 * reach * FAR_SCALE);
    close = painted(closeSize, CLOSE_SCALE);
    far = painted(farSize, FAR_SCALE);
  }

  /** Colour of a place so many metres east and north of the foot of the camera. */
  int color(double east, double north) {
    boolean isClose = Math.max(Math.abs(east), Math.abs(north)) < CLOSE_METERS - 1;
    double scale = isClose ? CLOSE_SCALE : FAR_SCALE;
    int size = isClose ? closeSize : farSize;
    double x = size / 2.0 + east * scale - 0.5;
    double y = size / 2.0 - north * scale - 0.5;
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    if (column < 0 || column + 1 >= size || row < 0 || row + 1 >= size) {
      return EARTH.getRGB() & 0xffffff;
    }
    int[] map = isClose ? close : far;
    int at = row * size + column;
    if (map[at] == map[at + 1] && map[at] == map[at + size] && map[at] == map[at + size + 1]) {
      return map[at];
    }
    int upper = Light.mix(map[at], map[at + 1], x - column);
    int lower = Light.mix(map[at + size], map[at + size + 1], x - column);
    return Light.mix(upper, lower, y - row);
  }

  private int[] painted(int size, double scale) {
    BufferedImage map = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = map.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setColor(EARTH);
    canvas.fillRect(0, 0, size, size);
    canvas.transform(new AffineTransform(scale, 0, 0, -scale, size / 2.0, size / 2.0));
    around.grounds().forEach(ground -> paintGround(canvas, ground));
    canvas.setColor(PAVEMENT);
    for (StreetGraph.Edge street : around.streets()) {
      paintBand(canvas, street, halfWidth(street.streetClass()) + PAVEMENT_METERS);
    }
    canvas.setColor(ASPHALT);
    for (StreetGraph.Edge street : around.streets()) {
      paintBand(canvas, street, halfWidth(street.streetClass()));
    }
    canvas.setColor(MARKING);
    around.streets().forEach(street -> paintMarking(canvas, street));
    canvas.dispose();
    int[] colors = ((DataBufferInt) map.getRaster().getDataBuffer()).getData();
    return Arrays.stream(colors).map(color -> color & 0xffffff).toArray();
  }

  private void paintGround(Graphics2D canvas, Ground ground) {
    switch (ground.kind().layer()) {
      case WATER -> canvas.setColor(WATER);
      case GREEN -> canvas.setColor(GREEN);
      case BLOCK -> {
        return;
      }
    }
    Geometry shape = ground.shape().toDegrees();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Path2D path = new Path2D.Double();
      boolean isFirst = true;
      for (Coordinate at : ((Polygon) shape.getGeometryN(i)).getExteriorRing().getCoordinates()) {
        double east = (at.x - around.foot().lonDegrees()) * perDegree(plane.metersPerLon());
        double north = (at.y - around.foot().latDegrees()) * perDegree(plane.metersPerLat());
        to(path, isFirst, east, north);
        isFirst = false;
      }
      canvas.fill(path);
    }
  }

  private static double perDegree(double perUnit) {
    return perUnit * Lattice.UNITS_PER_DEGREE;
  }

  private void paintBand(Graphics2D canvas, StreetGraph.Edge street, double halfMeters) {
    canvas.setStroke(
        new BasicStroke((float) (2 * halfMeters), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    canvas.draw(line(street));
  }

  /** Dashes along the middle of streets where cars meet. */
  private void paintMarking(Graphics2D canvas, StreetGraph.Edge street) {
    if (halfWidth(street.streetClass()) >= 3) {
      float[] dashes = {DASH_METERS, DASH_METERS};
      canvas.setStroke(
          new BasicStroke(0.16f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
      canvas.draw(line(street));
    }
  }

  private Path2D line(StreetGraph.Edge street) {
    Path2D path = new Path2D.Double();
    boolean isFirst = true;
    for (LatticePoint at : street.line()) {
      double east = (at.lon() - around.foot().lon()) * plane.metersPerLon();
      double north = (at.lat() - around.foot().lat()) * plane.metersPerLat();
      to(path, isFirst, east, north);
      isFirst = false;
    }
    return path;
  }

  private static void to(Path2D path, boolean isFirst, double east, double north) {
    if (isFirst) {
      path.moveTo(east, north);
    } else {
      path.lineTo(east, north);
    }
  }

  private static double halfWidth(StreetClass streetClass) {
    return switch (streetClass) {
      case ARTERIAL -> 9;
      case COLLECTOR -> 6;
      case LOCAL -> 4;
      case LANE -> 2.2;
      case PATH -> 1.2;
    };
  }
}
