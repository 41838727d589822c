package org.wangge.server.demo;

import java.util.List;
import org.wangge.camera.picture.Box;
import org.wangge.camera.picture.Box.Face;
import org.wangge.camera.picture.Scene.Surface;

/**
 * How a car of the town looks: a body on wheels with a cabin on it. Its number plates are blank.
 *
 * @param number the same for the same car, which so keeps its colour
 * @param lampsOn whether its lamps shine in the dark
 */
record CarLook(long number, boolean lampsOn) {
  /** Half of its diagonal: nothing of it is farther from its middle. */
  static final double REACH_METERS = 2.6;

  private static final double LONG_METERS = 4.5;
  private static final double WIDE_METERS = 1.8;
  private static final double WAIST_METERS = 0.9;
  private static final double CABIN_LONG_METERS = 2.3;
  private static final double CABIN_WIDE_METERS = 1.6;
  private static final double CABIN_BEHIND_METERS = 0.25;
  private static final double TALL_METERS = 1.45;
  private static final double WHEEL_METERS = 0.32;
  private static final double AXLE_METERS = 1.35;
  private static final double SKIRT_METERS = 0.2;

  private static final int SHADOW = 0x2b2b2c;
  private static final int TYRE = 0x1a1a1b;
  private static final int RIM = 0x8d9093;
  private static final int GLASS = 0x3d4850;
  private static final int GRILLE = 0x26282a;
  private static final int PLATE = 0x2f55a4;
  private static final int HEADLAMP = 0xdfe4e8;
  private static final int HEADLAMP_SHINES = 0xfff3cc;
  private static final int TAIL_LAMP = 0x8c2024;
  private static final int TAIL_LAMP_SHINES = 0xff3a2c;
  private static final int[] PAINTS = {
    0xe8e8e6, 0xe8e8e6, 0xe8e8e6, 0x1f2124, 0x1f2124, 0xa9adb1, 0x6e7276, 0x7d2329, 0x27406b
  };

  /** The car with its middle so many metres east and north of the foot of a camera. */
  List<Box> at(double east, double north, double headingDegrees) {
    double heading = Math.toRadians(headingDegrees);
    double behindEast = -CABIN_BEHIND_METERS * Math.sin(heading);
    double behindNorth = -CABIN_BEHIND_METERS * Math.cos(heading);
    return List.of(
        new Box(east, north, heading, LONG_METERS, WIDE_METERS, 0, WAIST_METERS, new Body(this)),
        new Box(
            east + behindEast,
            north + behindNorth,
            heading,
            CABIN_LONG_METERS,
            CABIN_WIDE_METERS,
            WAIST_METERS,
            TALL_METERS,
            new Cabin(this)));
  }

  private int paint() {
    return PAINTS[(int) Math.floorMod(number >> 7, (long) PAINTS.length)];
  }

  /** Up to the lower edge of the windows. */
  private record Body(CarLook car) implements Box.Look {
    @Override
    public int color(Face face, double across, double up) {
      double height = up * WAIST_METERS;
      return switch (face) {
        case LEFT, RIGHT -> side((across - 0.5) * LONG_METERS, height);
        case FRONT -> front((across - 0.5) * WIDE_METERS, height);
        case BACK -> back((across - 0.5) * WIDE_METERS, height);
        case TOP -> car.paint();
      };
    }

    @Override
    public int shine(Face face, double across, double up) {
      double aside = (across - 0.5) * WIDE_METERS;
      if (!car.lampsOn() || !isLamp(aside, up * WAIST_METERS)) {
        return Surface.DARK;
      }
      return switch (face) {
        case FRONT -> HEADLAMP_SHINES;
        case BACK -> TAIL_LAMP_SHINES;
        default -> Surface.DARK;
      };
    }

    private int side(double along, double height) {
      double toAxle = Math.hypot(Math.abs(along) - AXLE_METERS, height - WHEEL_METERS);
      if (toAxle < WHEEL_METERS) {
        return toAxle < WHEEL_METERS / 2 ? RIM : TYRE;
      }
      return height < SKIRT_METERS ? SHADOW : car.paint();
    }

    private int front(double aside, double height) {
      if (isLamp(aside, height)) {
        return HEADLAMP;
      }
      boolean isGrille = height > 0.5 && height < 0.72 && Math.abs(aside) < 0.5;
      return isGrille ? GRILLE : below(aside, height);
    }

    private int back(double aside, double height) {
      return isLamp(aside, height) ? TAIL_LAMP : below(aside, height);
    }

    private int below(double aside, double height) {
      boolean isPlate = height > 0.3 && height < 0.45 && Math.abs(aside) < 0.24;
      if (isPlate) {
        return PLATE;
      }
      return height < SKIRT_METERS ? lowest(aside) : car.paint();
    }

    private static int lowest(double aside) {
      return Math.abs(aside) > 0.65 ? TYRE : SHADOW;
    }

    private static boolean isLamp(double aside, double height) {
      return height > 0.54 && height < 0.74 && Math.abs(aside) > 0.55 && Math.abs(aside) < 0.86;
    }
  }

  /** Windows all round between pillars, and the roof. */
  private record Cabin(CarLook car) implements Box.Look {
    @Override
    public int color(Face face, double across, double up) {
      boolean isGlass =
          switch (face) {
            case LEFT, RIGHT -> up < 0.82 && Math.abs(across - 0.5) < 0.46 && !isPillar(across);
            case FRONT, BACK -> up < 0.86 && Math.abs(across - 0.5) < 0.44;
            case TOP -> false;
          };
      return isGlass ? GLASS : car.paint();
    }

    private static boolean isPillar(double across) {
      return Math.abs(across - 0.5) < 0.03;
    }

    @Override
    public int shine(Face face, double across, double up) {
      return Surface.DARK;
    }
  }
}
