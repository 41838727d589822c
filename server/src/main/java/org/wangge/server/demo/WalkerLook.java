package org.wangge.server.demo;

import java.time.Instant;
import org.wangge.camera.picture.Sprite;

/**
 * How one person of the town looks, without a face.
 *
 * @param who the same for the same person, who so keeps their coat
 * @param staff of the town's staff, who wear a vest that is seen from afar
 * @param step how far a foot is ahead, metres; negative for the other foot
 */
record WalkerLook(String who, boolean staff, double step) implements Sprite.Look {
  static final double TALL_METERS = 1.7;
  static final double WIDE_METERS = 0.9;

  private static final double STEPS_PER_SECOND = 1.8;
  private static final double STRIDE_METERS = 0.28;
  private static final double STANDING_METERS = 0.08;
  private static final int SKIN = 0xb88f72;
  private static final int VEST = 0xf07f1e;
  private static final int REFLEX = 0xf4f1c8;
  private static final int TROUSERS = 0x2e3440;
  private static final int[] COATS = {0x3d5a80, 0x7a3e48, 0x4f6d4a, 0x3a3a42, 0x8a7a55, 0x6b5b95};

  /** How somebody looks at an instant. */
  static WalkerLook of(String who, boolean staff, boolean walking, Instant at) {
    double seconds = at.toEpochMilli() % 1_000_000 / 1000.0 + Math.floorMod(who.hashCode(), 100);
    double stride = Math.sin(2 * Math.PI * STEPS_PER_SECOND / 2 * seconds);
    return new WalkerLook(who, staff, walking ? stride * STRIDE_METERS : STANDING_METERS);
  }

  @Override
  public int color(double across, double up) {
    double x = (across - 0.5) * WIDE_METERS;
    double y = up * TALL_METERS;
    if (Math.hypot(x, y - 1.57) < 0.125) {
      return SKIN;
    }
    if (y > 0.77 && y < 1.45 && Math.abs(x) < 0.22) {
      return staff && y > 1.02 && y < 1.08 ? REFLEX : coat();
    }
    double knee = 1 - y / 0.8;
    boolean isLeg = Math.abs(x - step * knee) < 0.08 || Math.abs(x + step * knee) < 0.08;
    return y <= 0.8 && isLeg ? TROUSERS : NOTHING;
  }

  private int coat() {
    return staff ? VEST : COATS[Math.floorMod(who.hashCode(), COATS.length)];
  }
}
