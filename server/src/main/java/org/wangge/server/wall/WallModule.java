package org.wangge.server.wall;

import java.time.Clock;
import java.time.ZoneId;
import org.wangge.event.Transactions;
import org.wangge.figure.FigureRegister;
import org.wangge.wall.PastRegister;
import org.wangge.wall.SavedViewRegister;
import org.wangge.wall.WallFigures;

/** Puts the wall together. */
public final class WallModule {
  private final WallHttp http;
  private final SavedViewHttp views;

  /**
   * Puts it together.
   *
   * @param figures read by who may look at a wall
   * @param zone of the place, in which days begin
   */
  public WallModule(Transactions transactions, FigureRegister figures, ZoneId zone, Clock clock) {
    http =
        new WallHttp(
            new WallFigures(figures, zone),
            new PastRegister(transactions, new JdbcPastStore()),
            clock);
    views = new SavedViewHttp(new SavedViewRegister(transactions, new JdbcSavedViewStore()));
  }

  public WallHttp http() {
    return http;
  }

  /** What people keep of it. */
  public SavedViewHttp views() {
    return views;
  }
}
