package org.wangge.wall;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.wangge.access.Caller;
import org.wangge.figure.FigureRegister;
import org.wangge.figure.FigureTable;
import org.wangge.figure.Filter;
import org.wangge.figure.Grouping;
import org.wangge.figure.Period;
import org.wangge.figure.Question;
import org.wangge.figure.Tally;
import org.wangge.grid.Level;

/**
 * Figures at a glance: of a month by areas, and of the last days. Who may look at a wall learns
 * nothing here of single cases or of people. Thread-safe.
 */
public final class WallFigures {
  /** So many days, the last of them today. */
  public static final int DAYS = 14;

  private final FigureRegister register;
  private final ZoneId zone;

  /**
   * Makes it.
   *
   * @param register asks for {@link org.wangge.access.Right#READ_WALL}
   * @param zone of the place, in which days begin
   */
  public WallFigures(FigureRegister register, ZoneId zone) {
    this.register = register;
    this.zone = zone;
  }

  /**
   * Figures at a glance.
   *
   * @param month of the month that lasts, by areas
   * @param days the last days, the oldest first
   * @param counted what was counted in each of them
   */
  public record Glance(FigureTable month, List<Period> days, List<Tally> counted) {
    public Glance {
      days = List.copyOf(days);
      counted = List.copyOf(counted);
    }
  }

  /**
   * Those of an instant.
   *
   * @param level of the areas
   */
  public Glance at(Caller caller, Instant now, Level level) {
    FigureTable month =
        register.table(
            caller,
            new Question(
                Period.at(Period.Kind.MONTH, now, zone),
                Filter.ALL,
                new Grouping(Grouping.Kind.LEVEL, level.word())));
    List<Period> days = Period.at(Period.Kind.DAY, now, zone).series(DAYS);
    return new Glance(month, days, register.series(caller, Filter.ALL, days));
  }
}
