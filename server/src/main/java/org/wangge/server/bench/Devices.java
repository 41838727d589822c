package org.wangge.server.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.InCharge;
import org.wangge.grid.Level;

/**
 * The devices of a city's staff, each walking a circle about its grid. Where one is at a step
 * depends on nothing else, so that what was stored can be compared with what was sent. Immutable.
 */
final class Devices {
  /** 200 m. */
  private static final double RADIUS_UNITS = 20_000;

  /** 3 m a step. */
  private static final double RADIANS_A_STEP = 0.0155;

  private final List<String> staffCodes = new ArrayList<>();
  private final List<LatticePoint> centers = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  Devices(List<Area> areas) {
    for (Area grid : areas) {
      if (grid.level() == Level.GRID) {
        LatticeBox box = grid.shape().orElseThrow().bounds();
        LatticePoint center =
            new LatticePoint(middle(box.west(), box.east()), middle(box.south(), box.north()));
        for (InCharge one : grid.inCharge()) {
          numbers.put(one.staffCode(), staffCodes.size());
          staffCodes.add(one.staffCode());
          centers.add(center);
        }
      }
    }
  }

  private static int middle(int from, int to) {
    return (int) (((long) from + to) / 2);
  }

  int count() {
    return staffCodes.size();
  }

  String staffCode(int device) {
    return staffCodes.get(device);
  }

  /** The number of the device of a code. */
  int number(String staffCode) {
    Integer number = numbers.get(staffCode);
    if (number == null) {
      throw new IllegalArgumentException("nobody of the city: " + staffCode);
    }
    return number;
  }

  LatticePoint at(int device, int step) {
    LatticePoint center = centers.get(device);
    double angle = device + RADIANS_A_STEP * step;
    return new LatticePoint(
        center.lon() + (int) (RADIUS_UNITS * Math.cos(angle)),
        center.lat() + (int) (RADIUS_UNITS * Math.sin(angle)));
  }

  Stream<String> staffCodes() {
    return staffCodes.stream();
  }
}
