package org.wangge.server.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.wangge.camera.Perspective;
import org.wangge.camera.Perspective.Pixel;
import org.wangge.camera.Perspective.Spot;
import org.wangge.geo.LatticePoint;
import org.wangge.place.Ground;
import org.wangge.place.StreetClass;
import org.wangge.place.StreetGraph;

/** Paints what stands still around a camera: sky, ground, streets, and houses from far to near. */
final class Scenery {
  private static final Color EARTH = new Color(0xa8a294);
  private static final Color WATER = new Color(0x5d7f94);
  private static final Color GREEN = new Color(0x7d9a63);
  private static final Color PAVEMENT = new Color(0xb9b6ae);
  private static final Color ASPHALT = new Color(0x63666b);
  private static final Color MARKING = new Color(0xe4e2da);
  private static final double PAVEMENT_METERS = 3;
  private static final double DASH_METERS = 4;

  private final Perspective view;
  private final List<Ground> grounds;
  private final List<StreetGraph.Edge> streets;
  private final List<HouseFront> houses;

  Scenery(Perspective view, Neighbourhood around) {
    this.view = view;
    grounds = around.grounds();
    streets = around.streets();
    houses =
        around.buildings().stream()
            .map(building -> new HouseFront(view, building))
            .sorted(Comparator.comparingDouble(HouseFront::distanceMeters).reversed())
            .toList();
  }

  void paint(Graphics2D canvas, Daylight light, int width, int height) {
    int horizon = (int) Math.round(view.horizonY());
    canvas.setPaint(new GradientPaint(0, 0, light.zenith(), 0, horizon, light.horizon()));
    canvas.fillRect(0, 0, width, height);
    canvas.setColor(light.on(EARTH));
    canvas.fillRect(0, horizon, width, height - horizon);
    for (Ground ground : grounds) {
      paintGround(canvas, light, ground);
    }
    for (StreetGraph.Edge street : streets) {
      band(canvas, street, halfWidth(street.streetClass()) + PAVEMENT_METERS, light.on(PAVEMENT));
    }
    for (StreetGraph.Edge street : streets) {
      band(canvas, street, halfWidth(street.streetClass()), light.on(ASPHALT));
    }
    for (StreetGraph.Edge street : streets) {
      paintMarking(canvas, light, street);
    }
    houses.forEach(house -> house.paint(canvas, light));
  }

  private void paintGround(Graphics2D canvas, Daylight light, Ground ground) {
    switch (ground.kind().layer()) {
      case WATER -> canvas.setColor(light.on(WATER));
      case GREEN -> canvas.setColor(light.on(GREEN));
      case BLOCK -> {
        return;
      }
    }
    Geometry shape = ground.shape().toDegrees();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Coordinate[] ring = ((Polygon) shape.getGeometryN(i)).getExteriorRing().getCoordinates();
      List<Spot> spots = new ArrayList<>();
      for (int k = 1; k < ring.length; k++) {
        spots.add(view.spot(ring[k].x, ring[k].y, 0));
      }
      fill(canvas, view.outline(spots));
    }
  }

  private void band(Graphics2D canvas, StreetGraph.Edge street, double halfMeters, Color color) {
    canvas.setColor(color);
    List<Spot> line = spots(street);
    for (int i = 1; i < line.size(); i++) {
      fill(canvas, view.outline(strip(line.get(i - 1), line.get(i), halfMeters, halfMeters)));
    }
  }

  /** Dashes along the middle of streets where cars meet. */
  private void paintMarking(Graphics2D canvas, Daylight light, StreetGraph.Edge street) {
    if (halfWidth(street.streetClass()) < 3) {
      return;
    }
    canvas.setColor(light.on(MARKING));
    List<Spot> line = spots(street);
    for (int i = 1; i < line.size(); i++) {
      Spot from = line.get(i - 1);
      Spot to = line.get(i);
      double length =
          Math.hypot(to.eastMeters() - from.eastMeters(), to.northMeters() - from.northMeters());
      for (double at = 0; at + DASH_METERS < length; at += 2 * DASH_METERS) {
        Spot begin = between(from, to, at / length);
        Spot end = between(from, to, (at + DASH_METERS) / length);
        fill(canvas, view.outline(strip(begin, end, 0.08, 0)));
      }
    }
  }

  private static Spot between(Spot from, Spot to, double share) {
    return new Spot(
        from.eastMeters() + share * (to.eastMeters() - from.eastMeters()),
        from.northMeters() + share * (to.northMeters() - from.northMeters()),
        0);
  }

  private List<Spot> spots(StreetGraph.Edge street) {
    List<Spot> spots = new ArrayList<>();
    for (LatticePoint point : street.line()) {
      spots.add(view.spot(point, 0));
    }
    return spots;
  }

  /** A strip along a line, so wide to both sides and so much longer at both ends. */
  private static List<Spot> strip(Spot from, Spot to, double halfMeters, double beyondMeters) {
    double east = to.eastMeters() - from.eastMeters();
    double north = to.northMeters() - from.northMeters();
    double length = Math.max(1e-6, Math.hypot(east, north));
    double alongEast = east / length;
    double alongNorth = north / length;
    double beyond = beyondMeters * 0.5;
    List<Spot> corners = new ArrayList<>();
    double[][] sides = {{-beyond, 1}, {length + beyond, 1}, {length + beyond, -1}, {-beyond, -1}};
    for (double[] side : sides) {
      corners.add(
          new Spot(
              from.eastMeters() + alongEast * side[0] + alongNorth * side[1] * halfMeters,
              from.northMeters() + alongNorth * side[0] - alongEast * side[1] * halfMeters,
              0));
    }
    return corners;
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

  /** Fills an outline of a picture. */
  static void fill(Graphics2D canvas, List<Pixel> outline) {
    if (outline.isEmpty()) {
      return;
    }
    Path2D path = new Path2D.Double();
    path.moveTo(outline.get(0).x(), outline.get(0).y());
    outline.subList(1, outline.size()).forEach(corner -> path.lineTo(corner.x(), corner.y()));
    path.closePath();
    canvas.fill(path);
  }
}
