package org.wangge.server.figure;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.wangge.event.Transactions;
import org.wangge.figure.FigureRegister;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.GridStore;
import org.wangge.incident.category.CategoryRegister;
import org.wangge.incident.dispatch.TaskRegister;
import org.wangge.people.PersonNames;

/** Puts the figures together. */
public final class FigureModule {
  private final FigureHttp http;
  private final FigureFileHttp files;

  /**
   * Puts them together.
   *
   * @param grids areas as they were
   * @param atlas what lies where now
   * @param generated whether a demonstration made this place up
   * @param zone of the place, in which days begin
   */
  public FigureModule(
      Transactions transactions,
      GridStore grids,
      Supplier<AreaAtlas> atlas,
      CategoryRegister categories,
      TaskRegister tasks,
      PersonNames people,
      BooleanSupplier generated,
      ZoneId zone,
      Clock clock) {
    FigureRegister register = new FigureRegister(transactions, new JdbcFigureStore(), grids, atlas);
    FigureNames names = new FigureNames(categories, tasks, people);
    FigureRequests requests = new FigureRequests(zone);
    http = new FigureHttp(register, names, requests, () -> atlas.get().partitions(), clock);
    files = new FigureFileHttp(register, names, requests, generated, zone, clock);
  }

  public FigureHttp http() {
    return http;
  }

  /** The same as files and on paper. */
  public FigureFileHttp files() {
    return files;
  }
}
