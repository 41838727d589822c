package org.wangge.clock;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wangge.fault.Invalid;

/**
 * How long something may take.
 *
 * @param kind what is counted
 * @param amount how much of it: minutes of the hour kinds, up to those of a year; days of the day
 *     kinds, up to those of a leap year
 */
public record Limit(ClockKind kind, int amount) {
  private static final int MOST_MINUTES = 366 * 24 * 60;
  private static final int MOST_DAYS = 366;
  private static final int MINUTES_OF_HOUR = 60;
  private static final Pattern WORDS =
      Pattern.compile("([0-9]{1,9}) (urgent|working|calendar) (minute|hour|day)s?");

  /**
   * @throws Invalid with code {@code limit-amount} for less than one or more than can be
   */
  public Limit {
    int most = kind.isInDays() ? MOST_DAYS : MOST_MINUTES;
    if (amount < 1 || amount > most) {
      throw new Invalid(
          "amount", "limit-amount", Map.of("kind", kind.word(), "given", amount, "most", most));
    }
  }

  /** The counted time that may be spent. */
  public Duration time() {
    return kind.unit().multipliedBy(amount);
  }

  /**
   * The same amount of time counted day and night: a working day is its eight hours. Days of the
   * calendar are counted so already.
   */
  public Limit urgent() {
    return switch (kind) {
      case URGENT_HOURS, CALENDAR_DAYS -> this;
      case WORKING_HOURS, WORKING_DAYS ->
          new Limit(ClockKind.URGENT_HOURS, (int) time().toMinutes());
    };
  }

  /**
   * Reads what {@link #words} writes, such as {@code 4 working hours} or {@code 1 working day}.
   *
   * @throws Invalid with code {@code limit-words}, or {@code limit-amount}
   */
  public static Limit parse(String words) {
    Matcher found = WORDS.matcher(words);
    if (!found.matches()) {
      throw noLimit(words);
    }
    long amount = Long.parseLong(found.group(1));
    return switch (found.group(2) + " " + found.group(3)) {
      case "urgent minute" -> of(ClockKind.URGENT_HOURS, amount);
      case "urgent hour" -> of(ClockKind.URGENT_HOURS, amount * MINUTES_OF_HOUR);
      case "working minute" -> of(ClockKind.WORKING_HOURS, amount);
      case "working hour" -> of(ClockKind.WORKING_HOURS, amount * MINUTES_OF_HOUR);
      case "working day" -> of(ClockKind.WORKING_DAYS, amount);
      case "calendar day" -> of(ClockKind.CALENDAR_DAYS, amount);
      default -> throw noLimit(words);
    };
  }

  private static Limit of(ClockKind kind, long amount) {
    return new Limit(kind, (int) Math.min(amount, Integer.MAX_VALUE));
  }

  private static Invalid noLimit(String words) {
    return new Invalid("limit", "limit-words", Map.of("given", words));
  }

  /** How it is said, such as {@code 4 working hours}: whole hours where they are whole. */
  public String words() {
    boolean hours = !kind.isInDays() && amount % MINUTES_OF_HOUR == 0;
    int number = hours ? amount / MINUTES_OF_HOUR : amount;
    String unit = kind.isInDays() ? "day" : hours ? "hour" : "minute";
    String what = kind.word().substring(0, kind.word().indexOf('-')).toLowerCase(Locale.ROOT);
    return number + " " + what + " " + unit + (number == 1 ? "" : "s");
  }
}
