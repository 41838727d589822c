package org.wangge.camera.picture;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wangge.camera.sight.Blocker;
import org.wangge.camera.sight.Sight;

/**
 * The buildings that a ray over the ground passes through, from near to far. The ray starts at the
 * foot of a camera; a building that the camera is in is looked out of as {@link Blocker} has it.
 * Not thread-safe: one for each renderer, cast anew for each direction.
 */
final class Column {
  private final Prism[] prisms;
  private final double mount;
  private final boolean indoor;
  private Stretch[] stretches = new Stretch[16];
  private int count;
  private double end;
  private double[] crossings = new double[16];
  private int[] walls = new int[16];

  /** A stretch of the ray within a building. */
  static final class Stretch {
    private Prism prism;
    private double from;
    private double to;
    private int wall;

    private Stretch(Prism prism) {
      this.prism = prism;
    }

    Prism prism() {
      return prism;
    }

    /** Where it goes in, metres from the foot of the camera. */
    double from() {
      return from;
    }

    double to() {
      return to;
    }

    /** The wall that it goes in by; -1 where it begins inside. */
    int wall() {
      return wall;
    }
  }

  Column(Sight sight) {
    prisms = Prism.around(sight);
    mount = sight.eye().mountCentimeters() / 100.0;
    indoor = sight.eye().indoor();
  }

  /** Casts a ray in a direction of length 1. */
  void cast(double east, double north) {
    count = 0;
    end = Double.POSITIVE_INFINITY;
    for (Prism prism : prisms) {
      if (prism.mayMeet(east, north)) {
        meet(prism, east, north);
      }
    }
    Arrays.sort(stretches, 0, count, (a, b) -> Double.compare(a.from, b.from));
  }

  int count() {
    return count;
  }

  Stretch stretch(int i) {
    return stretches[i];
  }

  /** Where the walls around an indoor camera end the ray; else infinite. */
  double end() {
    return end;
  }

  /**
   * How far away what is seen in a direction of elevation is, on the ground.
   *
   * @param tangent of the elevation; below 0 it meets the ground at last
   */
  double depth(double tangent) {
    double nearest = tangent < 0 ? mount / -tangent : Double.POSITIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      Stretch one = stretches[i];
      double roof = one.prism.heightMeters();
      if (mount + tangent * one.from < roof) {
        nearest = Math.min(nearest, one.from);
      } else if (mount + tangent * one.to < roof) {
        nearest = Math.min(nearest, (roof - mount) / tangent);
      }
    }
    return Math.min(nearest, end);
  }

  private void meet(Prism prism, double east, double north) {
    int met = crossings(prism, east, north);
    int ahead = 0;
    boolean atWall = false;
    while (ahead < met && crossings[ahead] <= 0) {
      atWall |= crossings[ahead++] == 0;
    }
    boolean inside = (ahead & 1) == 1;
    if (inside && indoor) {
      end = Math.min(end, crossings[ahead]);
    }
    boolean looksOut = inside && !atWall && prism.heightMeters() >= mount;
    if (inside && !looksOut) {
      add(prism, 0, crossings[ahead], -1);
    }
    for (int i = inside ? ahead + 1 : ahead; i + 1 < met; i += 2) {
      add(prism, crossings[i], crossings[i + 1], walls[i]);
    }
  }

  /** Where the ray's line crosses the walls, sorted; negative behind the camera. */
  private int crossings(Prism prism, double east, double north) {
    int met = 0;
    for (int wall = 0; wall < prism.walls(); wall++) {
      double a = east * prism.fromNorth(wall) - north * prism.fromEast(wall);
      double b = east * prism.toNorth(wall) - north * prism.toEast(wall);
      if (a >= 0 != b >= 0) {
        double turned =
            prism.fromEast(wall) * prism.toNorth(wall) - prism.fromNorth(wall) * prism.toEast(wall);
        insert(met++, turned / (b - a), wall);
      }
    }
    return met;
  }

  private void insert(int met, double at, int wall) {
    if (met == crossings.length) {
      crossings = Arrays.copyOf(crossings, met * 2);
      walls = Arrays.copyOf(walls, met * 2);
    }
    int i = met;
    for (; i > 0 && crossings[i - 1] > at; i--) {
      crossings[i] = crossings[i - 1];
      walls[i] = walls[i - 1];
    }
    crossings[i] = at;
    walls[i] = wall;
  }

  private void add(Prism prism, double from, double to, int wall) {
    if (count == stretches.length) {
      stretches = Arrays.copyOf(stretches, count * 2);
    }
    @Nullable Stretch one = stretches[count];
    if (one == null) {
      one = new Stretch(prism);
      stretches[count] = one;
    }
    one.prism = prism;
    one.from = from;
    one.to = to;
    one.wall = wall;
    count++;
  }
}
