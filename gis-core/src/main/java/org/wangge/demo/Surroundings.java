package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.wangge.geo.LatticePoint;
import org.wangge.place.GroundKind;
import org.wangge.place.Street;

/**
 * What lies around the town, so that the map does not end at its border: main streets that go on, a
 * bridge, fields.
 */
final class Surroundings {
  private static final double REACH = 0.3;

  private final Terrain terrain;
  private final LocalFrame frame;

  Surroundings(Terrain terrain, LocalFrame frame) {
    this.terrain = terrain;
    this.frame = frame;
  }

  /** The main streets beyond the border. */
  List<Street> streets(Skeleton skeleton) {
    List<Street> streets = new ArrayList<>();
    for (int row = 1; row < Skeleton.V.length; row++) {
      double v = Skeleton.V[row];
      Strand strand = skeleton.along(row);
      boolean main = Land.busy(strand);
      if (main) {
        streets.add(street(strand, "west", 0, v, -REACH, v));
        streets.add(street(strand, "east", 1, v, 1 + REACH, v));
      }
    }
    for (int line = 0; line < Skeleton.U.length; line++) {
      double u = Skeleton.U[line];
      Strand strand = skeleton.across(line);
      streets.add(street(strand, "north", u, 1, u, 1 + REACH));
      if (line == Skeleton.BRIDGE_LINE) {
        streets.add(street(strand, "bridge", u, 0, u, -0.36));
      }
    }
    return streets;
  }

  private Street street(Strand strand, String where, double u1, double v1, double u2, double v2) {
    List<LatticePoint> line = new ArrayList<>();
    for (int i = 0; i <= 8; i++) {
      double t = i / 8.0;
      Spot spot = terrain.at(u1 + (u2 - u1) * t, v1 + (v2 - v1) * t);
      line.add(frame.at(spot.x(), spot.y()));
    }
    return StreetLines.street(strand, "street-%03d-%s".formatted(strand.number() + 1, where), line);
  }

  /** Fields between the streets that go on, and beyond the river. */
  void fields(GroundDrafts grounds) {
    double[] us =
        DoubleStream.concat(
                DoubleStream.of(-REACH, -0.15),
                DoubleStream.concat(DoubleStream.of(Skeleton.U), DoubleStream.of(1.15, 1 + REACH)))
            .toArray();
    double[] vs =
        DoubleStream.concat(
                DoubleStream.of(-0.36),
                DoubleStream.concat(DoubleStream.of(Skeleton.V), DoubleStream.of(1 + REACH)))
            .toArray();
    for (int i = 0; i + 1 < us.length; i++) {
      for (int j = 0; j + 1 < vs.length; j++) {
        boolean inTown = us[i] >= 0 && us[i + 1] <= 1 && vs[j] >= 0 && vs[j + 1] <= 1;
        if (!inTown) {
          field(grounds, us[i], vs[j], us[i + 1], vs[j + 1]);
        }
      }
    }
  }

  private void field(GroundDrafts grounds, double west, double south, double east, double north) {
    List<Spot> corners = new ArrayList<>();
    boolean acrossRiver = south < 0;
    double du = 0.006;
    double dv = 0.009;
    for (int i = 0; i <= 8; i++) {
      double u = west + du + (east - west - 2 * du) * i / 8;
      corners.add(terrain.at(u, south + dv));
    }
    for (int i = 8; i >= 0; i--) {
      double u = west + du + (east - west - 2 * du) * i / 8;
      corners.add(terrain.at(u, acrossRiver ? Waters.farBank(u) - dv : north - dv));
    }
    grounds.add(GroundKind.FARMLAND, new Ring(corners).polygon());
  }
}
