package org.wangge.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.wangge.place.GroundKind;

/** The river with its island, the canal, and lakes in parks. */
final class Waters {
  private static final int STEPS_PER_COLUMN = 12;
  private static final double CANAL_FROM_STREET_METERS = 16;

  private final Terrain terrain;
  private final GroundDrafts grounds;
  private final MadeUpNames names;
  private final Dice dice;

  Waters(Terrain terrain, GroundDrafts grounds, MadeUpNames names, Dice dice) {
    this.terrain = terrain;
    this.grounds = grounds;
    this.names = names;
    this.dice = dice;
  }

  /** Its northern edge runs through the same places as the town's outline. */
  void river() {
    List<Double> us = new ArrayList<>();
    for (double u = -0.42; u < -0.001; u += 0.02) {
      us.add(u);
    }
    for (int i = 0; i + 1 < Skeleton.U.length; i++) {
      for (int k = 0; k < STEPS_PER_COLUMN; k++) {
        us.add(Skeleton.U[i] + (Skeleton.U[i + 1] - Skeleton.U[i]) * k / STEPS_PER_COLUMN);
      }
    }
    for (double u = 1; u < 1.42; u += 0.02) {
      us.add(u);
    }
    List<Spot> corners = new ArrayList<>();
    us.forEach(u -> corners.add(terrain.at(u, farBank(u))));
    Collections.reverse(us);
    us.forEach(u -> corners.add(terrain.at(u, 0)));
    MadeUpNames.Name name = names.next();
    grounds.add(
        GroundKind.RIVER, name.zh() + "江", name.pinyin() + " River", new Ring(corners).polygon());
    double u = dice.between(0.2, 0.34);
    grounds.add(
        GroundKind.GRASS, blob(terrain.at(u, -0.085), terrain.at(u + 0.1, -0.085), 0.22).polygon());
  }

  /** Where the other side of the river is. */
  static double farBank(double u) {
    return -0.165 - 0.018 * StrictMath.sin(9 * u) - 0.008 * StrictMath.sin(31 * u);
  }

  /** A canal along the left side of a street, down to the river. */
  void canal(Mesh mesh, List<Integer> street, double width) {
    List<Spot> line = new ArrayList<>(street.stream().map(mesh::spot).toList());
    if (line.get(0).y() > line.get(line.size() - 1).y()) {
      Collections.reverse(line);
    }
    line.add(0, terrain.at(Skeleton.U[Skeleton.CANAL_LINE], -0.008));
    line.add(terrain.at(Skeleton.U[Skeleton.CANAL_LINE], 1.3));
    List<Spot> near = new ArrayList<>();
    List<Spot> far = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      Spot before = line.get(Math.max(0, i - 1));
      double direction = before.directionTo(line.get(Math.min(line.size() - 1, i + 1)));
      near.add(line.get(i).move(direction, 0, CANAL_FROM_STREET_METERS));
      far.add(line.get(i).move(direction, 0, CANAL_FROM_STREET_METERS + width));
    }
    Collections.reverse(far);
    near.addAll(far);
    MadeUpNames.Name name = names.next();
    Ring ring = new Ring(near);
    grounds.add(GroundKind.CANAL, name.zh() + "渠", name.pinyin() + " Canal", ring.polygon());
  }

  /** A lake in a park big enough, and the footpaths around it and out to the streets. */
  List<List<Spot>> lake(Polygon park) {
    if (park.getArea() < 60_000) {
      return List.of();
    }
    Ring ring = Ring.of(park);
    double axis = ring.longAxis();
    double reach = ring.extent(axis) * 0.3;
    Spot center = ring.centroid();
    double flat = ring.extent(axis + Math.PI / 2) / ring.extent(axis);
    Ring lake = blob(center.move(axis, -reach, 0), center.move(axis, reach, 0), flat);
    MadeUpNames.Name name = names.next();
    grounds.add(GroundKind.LAKE, name.zh() + "湖", name.pinyin() + " Lake", lake.polygon());
    List<Spot> path = new ArrayList<>();
    lake.corners().forEach(corner -> path.add(center.toward(corner, 1.12)));
    List<List<Spot>> paths = new ArrayList<>();
    for (int i = 3; i < path.size(); i += 8) {
      Spot out = path.get(i);
      double outward = center.directionTo(out);
      while (Ring.METERS.createPoint(new Coordinate(out.x(), out.y())).within(park)) {
        out = out.move(outward, 4, 0);
      }
      paths.add(List.of(path.get(i), out));
    }
    path.add(path.get(0));
    paths.add(path);
    return paths;
  }

  /** A rounded, uneven shape from one place to another. */
  private Ring blob(Spot from, Spot to, double flat) {
    Spot center = from.toward(to, 0.5);
    double direction = from.directionTo(to);
    double radius = from.distance(to) / 2;
    double first = dice.between(0, 6.28);
    double second = dice.between(0, 6.28);
    List<Spot> corners = new ArrayList<>();
    for (int i = 0; i < 48; i++) {
      double turn = Math.toRadians(7.5 * i);
      double uneven =
          1 + 0.13 * StrictMath.sin(2 * turn + first) + 0.07 * StrictMath.sin(5 * turn + second);
      corners.add(
          center.move(
              direction,
              radius * uneven * StrictMath.cos(turn),
              radius * uneven * flat * StrictMath.sin(turn)));
    }
    return new Ring(corners);
  }
}
