package org.wangge.server.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.wangge.camera.Perspective;
import org.wangge.camera.Perspective.Spot;
import org.wangge.place.Building;
import org.wangge.place.BuildingUse;

/** The walls of one building that face a camera, with their windows. */
final class HouseFront {
  private static final double FLOOR_METERS = 3;
  private static final double BAY_METERS = 3.2;
  private static final double WINDOW_FROM = 0.25;
  private static final double WINDOW_TO = 0.75;
  private static final double SILL_METERS = 0.9;
  private static final double LINTEL_METERS = 2.3;

  /** Beyond this a window is less than a few pixels. */
  private static final double WINDOWS_SEEN_METERS = 160;

  private static final Color GLASS = new Color(0x55636d);
  private static final Color LAMP = new Color(0xf0cf8a);
  private static final Color[] WALLS = {
    new Color(0xd6cdbd), new Color(0xc9b8a1), new Color(0xbfc3c2), new Color(0xd2bfb0)
  };

  private final Perspective view;
  private final Building building;
  private final List<Spot> ring;
  private final double distanceMeters;

  HouseFront(Perspective view, Building building) {
    this.view = view;
    this.building = building;
    ring = ring(view, building);
    distanceMeters =
        ring.stream()
            .mapToDouble(spot -> Math.hypot(spot.eastMeters(), spot.northMeters()))
            .average()
            .orElse(0);
  }

  /** Corners of the footprint counter-clockwise, each once. */
  private static List<Spot> ring(Perspective view, Building building) {
    Polygon outline = (Polygon) building.footprint().toDegrees().getGeometryN(0);
    Coordinate[] corners = outline.getExteriorRing().getCoordinates();
    List<Coordinate> ordered = new ArrayList<>(Arrays.asList(corners).subList(1, corners.length));
    if (!Orientation.isCCW(corners)) {
      Collections.reverse(ordered);
    }
    return ordered.stream().map(corner -> view.spot(corner.x, corner.y, 0)).toList();
  }

  double distanceMeters() {
    return distanceMeters;
  }

  void paint(Graphics2D canvas, Daylight light) {
    Color wall =
        building.use() == BuildingUse.HOUSING
            ? WALLS[Math.floorMod(building.id().hashCode(), 2)]
            : WALLS[2 + Math.floorMod(building.id().hashCode(), 2)];
    for (int i = 0; i < ring.size(); i++) {
      Spot from = ring.get(i);
      Spot to = ring.get((i + 1) % ring.size());
      if (faces(from, to)) {
        paintWall(canvas, light, wall, from, to);
      }
    }
  }

  /** Whether the outer side of a wall is turned to the camera. */
  private static boolean faces(Spot from, Spot to) {
    double east = to.eastMeters() - from.eastMeters();
    double north = to.northMeters() - from.northMeters();
    return north * -from.eastMeters() - east * -from.northMeters() > 0;
  }

  private void paintWall(Graphics2D canvas, Daylight light, Color color, Spot from, Spot to) {
    double east = to.eastMeters() - from.eastMeters();
    double north = to.northMeters() - from.northMeters();
    double length = Math.hypot(east, north);
    // Walls that look south, whose corners run east, get more of the sun than those to the north.
    double sun = 0.82 + 0.18 * east / Math.max(length, 1e-6);
    canvas.setColor(Daylight.shaded(light.on(color), sun));
    Scenery.fill(canvas, view.outline(panel(from, to, 0, 1, 0, building.heightMeters())));
    if (distanceMeters > WINDOWS_SEEN_METERS) {
      return;
    }
    int bays = (int) (length / BAY_METERS);
    int floors = (int) (building.heightMeters() / FLOOR_METERS);
    for (int floor = 0; floor < floors; floor++) {
      for (int bay = 0; bay < bays; bay++) {
        canvas.setColor(isLit(floor, bay, light) ? LAMP : light.on(GLASS));
        double foot = floor * FLOOR_METERS;
        Scenery.fill(
            canvas,
            view.outline(
                panel(
                    from,
                    to,
                    (bay + WINDOW_FROM) / bays,
                    (bay + WINDOW_TO) / bays,
                    foot + SILL_METERS,
                    foot + LINTEL_METERS)));
      }
    }
  }

  /** Every third window is lit in the dark. */
  private boolean isLit(int floor, int bay, Daylight light) {
    return light.isDark()
        && Math.floorMod(building.id().hashCode() * 31 + floor * 7919 + bay * 104_729, 3) == 0;
  }

  private static List<Spot> panel(
      Spot from, Spot to, double begin, double end, double bottom, double top) {
    return List.of(
        at(from, to, begin, bottom),
        at(from, to, end, bottom),
        at(from, to, end, top),
        at(from, to, begin, top));
  }

  private static Spot at(Spot from, Spot to, double share, double up) {
    return new Spot(
        from.eastMeters() + share * (to.eastMeters() - from.eastMeters()),
        from.northMeters() + share * (to.northMeters() - from.northMeters()),
        up);
  }
}
