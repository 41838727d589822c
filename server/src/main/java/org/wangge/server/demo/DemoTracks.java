package org.wangge.server.demo;

import java.time.Instant;
import java.util.List;
import org.wangge.access.Caller;
import org.wangge.demo.DemoTown;
import org.wangge.event.Tx;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.patrol.Track;
import org.wangge.patrol.TrackRegister;

/** What the town's grid workers walk. */
public final class DemoTracks implements DemoPart {
  private final TrackRegister tracks;

  public DemoTracks(TrackRegister tracks) {
    this.tracks = tracks;
  }

  @Override
  public void happen(Tx tx, Caller caller, DemoTown town, Instant after, Instant now) {
    AreaAtlas atlas = AreaAtlas.of(town.areas(), town.partitions(), 0);
    List<Track> walks =
        DemoDays.of(after, now).stream()
            .flatMap(day -> town.tracksOf(day, now).stream())
            .filter(track -> track.to().isAfter(after))
            .toList();
    tracks.load(
        tx,
        caller,
        walks,
        point -> atlas.ownerAt(Partition.TREE, Level.GRID, point).map(Area::code));
  }
}
