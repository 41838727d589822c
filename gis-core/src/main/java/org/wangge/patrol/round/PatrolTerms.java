package org.wangge.patrol.round;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.wangge.fault.Invalid;

/**
 * What a plan of patrols asks for.
 *
 * @param name of the plan
 * @param staffCodes who walks, each for themselves
 * @param gridCodes which grids
 * @param streetIds the route: streets to be walked within these grids; none for all of them
 * @param days of the week, each once
 * @param timing when on those days, and how often
 * @param wanted how thoroughly
 */
public record PatrolTerms(
    String name,
    List<String> staffCodes,
    List<String> gridCodes,
    List<String> streetIds,
    List<DayOfWeek> days,
    Timing timing,
    Wanted wanted) {
  private static final int LONGEST_NAME = 60;
  private static final int MOST_PEOPLE = 50;
  private static final int MOST_GRIDS = 40;
  private static final int MOST_STREETS = 200;

  public PatrolTerms {
    require(!name.isBlank() && name.length() <= LONGEST_NAME, "name", "patrol-name", LONGEST_NAME);
    staffCodes = distinct(staffCodes);
    gridCodes = distinct(gridCodes);
    streetIds = distinct(streetIds);
    days = days.stream().distinct().sorted().toList();
    require(isUpTo(MOST_PEOPLE, staffCodes), "people", "patrol-people", MOST_PEOPLE);
    require(isUpTo(MOST_GRIDS, gridCodes), "grids", "patrol-grids", MOST_GRIDS);
    require(streetIds.size() <= MOST_STREETS, "streets", "patrol-streets", MOST_STREETS);
    require(!days.isEmpty(), "days", "patrol-days", 1);
    if (timing.per() == Per.WEEK) {
      require(timing.times() <= days.size(), "times", "patrol-times", days.size());
    }
  }

  /**
   * When on a day, and how often.
   *
   * @param from local time at which the window begins
   * @param to local time at which it ends; not after the begin for one that ends the next day
   * @param times how often, in the time that {@code per} names
   */
  public record Timing(LocalTime from, LocalTime to, int times, Per per) {
    private static final int MOST_TIMES = 12;

    public Timing {
      require(times >= 1 && times <= MOST_TIMES, "times", "patrol-times", MOST_TIMES);
    }
  }

  /**
   * How thoroughly each grid is to be walked.
   *
   * @param minutes in the grid at least
   * @param streetPercent of the length of its streets at least, 0 to 100
   * @param nearMeters so near to where somebody went a street counts as walked
   */
  public record Wanted(int minutes, int streetPercent, int nearMeters) {
    /** As far as phones are usually off in a street. */
    public static final int USUAL_NEAR_METERS = 15;

    private static final int LONGEST_MINUTES = 480;
    private static final int ALL = 100;
    private static final int LEAST_NEAR = 5;
    private static final int MOST_NEAR = 50;

    public Wanted {
      require(minutes >= 0 && minutes <= LONGEST_MINUTES, "minutes", "patrol-minutes", 480);
      require(streetPercent >= 0 && streetPercent <= ALL, "streets", "patrol-share", ALL);
      require(
          nearMeters >= LEAST_NEAR && nearMeters <= MOST_NEAR, "near", "patrol-near", MOST_NEAR);
    }
  }

  private static List<String> distinct(List<String> given) {
    return given.stream().filter(Predicate.not(String::isBlank)).distinct().sorted().toList();
  }

  private static boolean isUpTo(int most, List<String> given) {
    return !given.isEmpty() && given.size() <= most;
  }

  private static void require(boolean holds, String field, String code, int most) {
    if (!holds) {
      throw new Invalid(field, code, Map.of("most", most));
    }
  }
}
