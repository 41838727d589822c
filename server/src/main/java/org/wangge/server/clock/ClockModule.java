package org.wangge.server.clock;

import java.time.Clock;
import java.util.List;
import org.wangge.clock.CalendarFollower;
import org.wangge.clock.CalendarRegister;
import org.wangge.clock.Calendars;
import org.wangge.clock.TimerStore;
import org.wangge.geo.AsOf;
import org.wangge.grid.AreaKey;
import org.wangge.grid.GridStore;
import org.wangge.server.storage.Database;

/** Puts calendars and timers together. */
public final class ClockModule implements AutoCloseable {
  private final JdbcCalendarStore store = new JdbcCalendarStore();
  private final Calendars calendars = new Calendars(store);
  private final TimerStore timerStore = new JdbcTimerStore();
  private final ClockTimers timers;
  private final Database database;
  private final GridStore grids;
  private final Clock clock;

  public ClockModule(Database database, GridStore grids, Clock clock) {
    this.database = database;
    this.grids = grids;
    this.clock = clock;
    timers = new ClockTimers(database, timerStore, clock);
  }

  /** Lets timers ring, when everybody who is told of them has said so. */
  public void start() {
    timers.start();
  }

  /** The calendars at hand, for whoever starts clocks. */
  public Calendars calendars() {
    return calendars;
  }

  /** What is to ring, for whoever arms it with the clocks they keep. */
  public TimerStore timerStore() {
    return timerStore;
  }

  /** Who rings it, for whoever wants to be told. */
  public ClockTimers timers() {
    return timers;
  }

  /**
   * Calendars over HTTP.
   *
   * @param followers whose clocks run by them
   */
  public CalendarHttp http(List<CalendarFollower> followers) {
    CalendarRegister register =
        new CalendarRegister(
            database,
            store,
            calendars,
            (tx, caller, area) ->
                area.isEmpty()
                    || grids.find(tx, caller, AreaKey.tree(area), AsOf.now(tx.now())).isPresent(),
            followers);
    return new CalendarHttp(register, clock);
  }

  @Override
  public void close() {
    timers.close();
  }
}
