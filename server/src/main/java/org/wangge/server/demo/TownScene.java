package org.wangge.server.demo;

import java.util.HashMap;
import java.util.Map;
import org.wangge.camera.picture.Scene;
import org.wangge.camera.sight.Blocker;
import org.wangge.place.Building;
import org.wangge.place.BuildingUse;

/** How the generated town looks around one camera. */
final class TownScene implements Scene {
  private static final double FLOOR_METERS = 3;
  private static final double BAY_METERS = 3.2;
  private static final double WINDOW_FROM = 0.25;
  private static final double WINDOW_TO = 0.75;
  private static final double SILL_METERS = 0.9;
  private static final double LINTEL_METERS = 2.3;

  /** A window that is not so many pixels wide is left out: it would only flicker. */
  private static final double WINDOW_PIXELS = 2;

  private static final int ROOF = 0x8f8a83;
  private static final int GLASS = 0x55636d;
  private static final int LAMP = 0xf0cf8a;
  private static final int[] WALLS = {0xd6cdbd, 0xc9b8a1, 0xbfc3c2, 0xd2bfb0};

  private final TownGround ground;
  private final Map<String, Building> buildings = new HashMap<>();

  /** How bright the sun makes each wall of a building, by the building's id. */
  private final Map<String, double[]> suns = new HashMap<>();

  TownScene(Neighbourhood around, double reachMeters) {
    ground = new TownGround(around, reachMeters);
    around.buildings().forEach(building -> buildings.put(building.id(), building));
  }

  @Override
  public int ground(double east, double north) {
    return ground.color(east, north);
  }

  @Override
  public Surface wall(Blocker blocker, int wall, double along, double up, double pixelMeters) {
    int paint = shaded(paint(blocker), sun(blocker, wall));
    if (BAY_METERS * (WINDOW_TO - WINDOW_FROM) < WINDOW_PIXELS * pixelMeters) {
      return new Surface(paint, Surface.DARK);
    }
    int floor = (int) (up / FLOOR_METERS);
    double above = up - floor * FLOOR_METERS;
    int bay = (int) (along / BAY_METERS);
    double aside = along / BAY_METERS - bay;
    boolean isWindow =
        above > SILL_METERS
            && above < LINTEL_METERS
            && aside > WINDOW_FROM
            && aside < WINDOW_TO
            && (floor + 1) * FLOOR_METERS * 100 <= blocker.heightCentimeters();
    if (!isWindow) {
      return new Surface(paint, Surface.DARK);
    }
    boolean isLit = isLit(blocker, floor, bay + wall * 37);
    return new Surface(GLASS, isLit ? LAMP : Surface.DARK);
  }

  @Override
  public int roof(Blocker blocker) {
    return ROOF;
  }

  private int paint(Blocker blocker) {
    Building building = buildings.get(blocker.id());
    boolean isHousing = building != null && building.use() == BuildingUse.HOUSING;
    return WALLS[(isHousing ? 0 : 2) + Math.floorMod(blocker.id().hashCode(), 2)];
  }

  /** Walls that look south get more of the sun than those to the north. */
  private double sun(Blocker blocker, int wall) {
    return suns.computeIfAbsent(blocker.id(), id -> suns(blocker))[wall];
  }

  private static double[] suns(Blocker blocker) {
    return blocker.walls().stream()
        .mapToDouble(
            ends -> {
              double east = (double) ends[2] - ends[0];
              double north = (double) ends[3] - ends[1];
              // The building is to the right of a wall: one that runs west looks south.
              return 0.82 - 0.18 * east / Math.max(1, Math.hypot(east, north));
            })
        .toArray();
  }

  /** Every third window is lit in the dark. */
  private static boolean isLit(Blocker blocker, int floor, int bay) {
    return Math.floorMod(blocker.id().hashCode() * 31 + floor * 7919 + bay * 104_729, 3) == 0;
  }

  private static int shaded(int color, double share) {
    int red = (int) (((color >> 16) & 0xff) * share);
    int green = (int) (((color >> 8) & 0xff) * share);
    int blue = (int) ((color & 0xff) * share);
    return (red << 16) | (green << 8) | blue;
  }
}
