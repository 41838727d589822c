package org.wangge.server.camera;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.wangge.access.Caller;
import org.wangge.camera.cover.CoverGround;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.patrol.Fix;
import org.wangge.patrol.Track;
import org.wangge.patrol.TrackQuery;
import org.wangge.patrol.TrackRegister;

/** Walks of patrols, read some at a time: of a month there are too many to hold. */
final class PatrolWalks implements CoverGround.Walks {
  private static final int AT_ONCE = 200;

  private final TrackRegister tracks;

  PatrolWalks(TrackRegister tracks) {
    this.tracks = tracks;
  }

  @Override
  public void in(
      LatticeBox box, Instant from, Instant to, Consumer<List<List<LatticePoint>>> each) {
    String after = "";
    List<Track> some;
    do {
      TrackQuery query = new TrackQuery(null, box, from, to, Set.of(), after, AT_ONCE);
      // What becomes of it are numbers of squares that may be told; nobody sees whose walk it was.
      some = tracks.list(Caller.upkeep(), query);
      for (Track track : some) {
        each.accept(stretches(track));
        after = track.id();
      }
    } while (some.size() == AT_ONCE);
  }

  /** Cut where the device was silent or cannot have gone. */
  private static List<List<LatticePoint>> stretches(Track track) {
    List<List<LatticePoint>> stretches = new ArrayList<>();
    Fix before = null;
    for (Fix fix : track.fixes()) {
      if (before == null || fix.isAfterSilence(before) || fix.isJumpFrom(before)) {
        stretches.add(new ArrayList<>());
      }
      stretches.get(stretches.size() - 1).add(fix.location());
      before = fix;
    }
    return stretches;
  }
}
