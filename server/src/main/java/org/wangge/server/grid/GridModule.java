package org.wangge.server.grid;

import java.time.Clock;
import java.util.List;
import org.wangge.grid.AreaRegister;
import org.wangge.grid.GridStore;
import org.wangge.grid.SizeRuleRegister;
import org.wangge.people.PersonNames;
import org.wangge.server.storage.Database;

/** Puts the area feature together. */
public final class GridModule implements AutoCloseable {
  private final JdbcGridStore store = new JdbcGridStore();
  private final LiveAtlas atlas;
  private final Database database;
  private final Clock clock;

  public GridModule(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    atlas = new LiveAtlas(database, store, clock);
    database.afterCommit(atlas::changed);
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

  /**
   * Areas over HTTP.
   *
   * @param counts what the features have to say on an area's card
   * @param names of those in charge, for the card
   */
  public GridHttp http(List<AreaCounts> counts, PersonNames names) {
    return new GridHttp(new AreaRegister(database, store), atlas, database, counts, names, clock);
  }

  /** The rules of size over HTTP. */
  public SizeRuleHttp sizeRules() {
    return new SizeRuleHttp(new SizeRuleRegister(database, new JdbcSizeRuleStore(), store));
  }

  @Override
  public void close() {
    atlas.close();
  }
}
