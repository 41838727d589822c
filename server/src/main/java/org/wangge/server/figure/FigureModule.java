package org.wangge.server.figure;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.wangge.event.Transactions;
import org.wangge.figure.FigureRegister;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.GridStore;
import org.wangge.incident.IncidentRegister;
import org.wangge.incident.dispatch.TaskRegister;
import org.wangge.people.PersonNames;

/** Puts the figures together. */
public final class FigureModule {
  private final FigureHttp http;

  /**
   * Puts them together.
   *
   * @param grids areas as they were
   * @param atlas what lies where now
   * @param zone of the place, in which days begin
   */
  public FigureModule(
      Transactions transactions,
      GridStore grids,
      Supplier<AreaAtlas> atlas,
      IncidentRegister incidents,
      TaskRegister tasks,
      PersonNames people,
      ZoneId zone,
      Clock clock) {
    FigureRegister register = new FigureRegister(transactions, new JdbcFigureStore(), grids, atlas);
    http =
        new FigureHttp(
            register, new FigureNames(incidents, tasks, people), new FigureRequests(zone), clock);
  }

  public FigureHttp http() {
    return http;
  }
}
