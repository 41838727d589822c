package org.wangge.server.plan.paper;

import java.util.List;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/**
 * What stands on the ground of a map, for orientation.
 *
 * @param water outlines
 * @param green outlines
 * @param buildings outlines
 * @param streets centre-lines
 */
record Surroundings(
    List<LatticeShape> water,
    List<LatticeShape> green,
    List<LatticeShape> buildings,
    List<List<LatticePoint>> streets) {
  static final Surroundings NONE = new Surroundings(List.of(), List.of(), List.of(), List.of());

  private static final double BUILDING_LINE = 0.08;
  private static final double STREET_LINE = 0.7;

  Surroundings {
    water = List.copyOf(water);
    green = List.copyOf(green);
    buildings = List.copyOf(buildings);
    streets = List.copyOf(streets);
  }

  void draw(Canvas canvas, PaperMap map, double unit) {
    green.forEach(shape -> canvas.fill(Tone.GREEN, map.onPage(shape)));
    water.forEach(shape -> canvas.fill(Tone.WATER, map.onPage(shape)));
    Pen street = Pen.of(Tone.STREET, STREET_LINE * unit);
    streets.forEach(line -> canvas.stroke(street, map.onPage(line)));
    Pen wall = Pen.of(Tone.STREET, BUILDING_LINE * unit);
    buildings.forEach(
        shape -> {
          canvas.fill(Tone.BUILDING, map.onPage(shape));
          canvas.stroke(wall, map.onPage(shape));
        });
  }
}
