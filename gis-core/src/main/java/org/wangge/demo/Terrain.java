package org.wangge.demo;

/**
 * The lie of the land: a river that bends around the town from the south, and how the streets bend
 * with it. A place is named by u from the western (0) to the eastern limit (1) and v from the
 * river's edge (0) to the northern limit (1); values beyond lie outside the town.
 */
final class Terrain {
  private static final double WIDTH_METERS = 3_560;
  private static final double TURN = Math.toRadians(-6.5);

  private final double bend;
  private final double sway;
  private final double roll;

  Terrain(long seed) {
    Dice dice = Dice.of(seed, "terrain");
    bend = dice.between(-280, 320);
    sway = dice.between(0, 6.28);
    roll = dice.between(0, 6.28);
  }

  Spot at(double u, double v) {
    double x = WIDTH_METERS * (u - 0.5);
    double bank = bank(x);
    double y = bank + (north(x) - bank) * v;
    double lean = -0.32 * (bank(x + 1) - bank(x - 1)) / 2 * (y - bank) * Math.max(0, 1 - v);
    x += lean + 26 * StrictMath.sin(6.6 * v + sway + 2.4 * u) + 60 * (v - 0.5) * (u - 0.5);
    y += 24 * StrictMath.sin(8.5 * u + roll) * v + 13 * StrictMath.sin(21 * u + sway) * v * (1 - v);
    return new Spot(0, 0).move(TURN, x, y);
  }

  /** The river's northern edge; its southernmost point is at x = bend. */
  private double bank(double x) {
    return -985 - 255 * StrictMath.cos((x - bend) / 940) + 24 * StrictMath.sin(x / 310 + roll);
  }

  private double north(double x) {
    return 1_135 + 55 * StrictMath.sin(x / 900 + roll);
  }
}
