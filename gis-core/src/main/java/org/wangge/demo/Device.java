package org.wangge.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wangge.patrol.Fix;

/**
 * What a person's phone says of where they are: off by a few metres that drift, more seldom while
 * they stand.
 */
final class Device {
  private static final int WALKING_SECONDS = 20;
  private static final int STANDING_SECONDS = 60;
  private static final double STAYS = 0.85;
  private static final double DRIFTS_METERS = 0.95;

  private final LocalFrame frame;
  private final Dice dice;
  private double offX;
  private double offY;

  Device(LocalFrame frame, Dice dice) {
    this.frame = frame;
    this.dice = dice;
  }

  /** The fixes of a whole walk. */
  List<Fix> follow(WalkedPath path) {
    List<Fix> fixes = new ArrayList<>();
    Instant at = path.start();
    while (path.holds(at)) {
      WalkedPath.Moment moment = path.at(at);
      offX = STAYS * offX + DRIFTS_METERS * dice.bell();
      offY = STAYS * offY + DRIFTS_METERS * dice.bell();
      Spot spot = moment.spot();
      fixes.add(new Fix(frame.at(spot.x() + offX, spot.y() + offY), at));
      at = at.plusSeconds(moment.walking() ? WALKING_SECONDS : STANDING_SECONDS);
    }
    return fixes;
  }
}
