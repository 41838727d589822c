package org.wangge.server.grid;

import java.time.Clock;
import java.util.List;
import org.wangge.grid.AreaRegister;
import org.wangge.grid.GridStore;
import org.wangge.server.storage.Database;

/** Puts the area feature together. */
public final class GridModule implements AutoCloseable {
  private final JdbcGridStore store = new JdbcGridStore();
  private final LiveAtlas atlas;
  private final GridHttp http;

  public GridModule(Database database, List<AreaCounts> counts, Clock clock) {
    atlas = new LiveAtlas(database, store, clock);
    database.afterCommit(atlas::changed);
    http = new GridHttp(new AreaRegister(database, store), atlas, database, counts, clock);
  }

  public void start() {
    atlas.start();
  }

  public GridStore store() {
    return store;
  }

  public LiveAtlas atlas() {
    return atlas;
  }

  public GridHttp http() {
    return http;
  }

  @Override
  public void close() {
    atlas.close();
  }
}
