package org.wangge.server.demo;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.demo.DemoTown;
import org.wangge.event.Tx;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.patrol.Fix;
import org.wangge.patrol.Track;
import org.wangge.patrol.TrackRegister;
import org.wangge.patrol.TrackStore.Walked;

/** What the town's grid workers walk. */
public final class DemoTracks implements DemoPart {
  private final TrackRegister tracks;

  public DemoTracks(TrackRegister tracks) {
    this.tracks = tracks;
  }

  @Override
  public void happen(Tx tx, Caller caller, DemoTown town, Instant after, Instant now) {
    AreaAtlas atlas = AreaAtlas.of(town.areas(), town.partitions(), 0);
    List<Walked> walked =
        DemoDays.of(after, now).stream()
            .flatMap(day -> town.tracksOf(day, now).stream())
            .filter(track -> track.from().isAfter(after))
            .map(track -> new Walked(track, gridsOf(track, atlas)))
            .toList();
    tracks.load(tx, caller, walked);
  }

  private static Set<String> gridsOf(Track track, AreaAtlas atlas) {
    Set<String> codes = new HashSet<>();
    for (Fix fix : track.fixes()) {
      atlas
          .ownerAt(Partition.TREE, Level.GRID, fix.location())
          .map(Area::code)
          .ifPresent(codes::add);
    }
    return codes;
  }
}
