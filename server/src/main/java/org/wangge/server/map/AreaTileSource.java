package org.wangge.server.map;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.server.grid.LiveAtlas;
import org.wangge.tiles.AreaTiles;
import org.wangge.tiles.AreaZooms;
import org.wangge.tiles.TileSource;

/** The area tiles of the atlas as it is now, made anew when it has changed. Thread-safe. */
public final class AreaTileSource implements Supplier<TileSource> {
  private final LiveAtlas live;
  private volatile @Nullable Made made;

  public AreaTileSource(LiveAtlas live) {
    this.live = live;
  }

  private record Made(AreaAtlas from, AreaTiles tiles) {}

  @Override
  public TileSource get() {
    AreaAtlas now = live.now();
    Made last = made;
    return last != null && last.from() == now ? last.tiles() : make(now);
  }

  private synchronized TileSource make(AreaAtlas now) {
    Made last = made;
    if (last != null && last.from() == now) {
      return last.tiles();
    }
    AreaTiles tiles =
        AreaTiles.of(
            String.valueOf(now.coverageVersion()),
            now.areas(),
            this::verdict,
            AreaZooms.standard());
    made = new Made(now, tiles);
    return tiles;
  }

  private String verdict(Area area) {
    return live.sizeRule(area).map(rule -> rule.judge(area.households()).word()).orElse("none");
  }
}
