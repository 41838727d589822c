package org.wangge.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wangge.fault.Invalid;

/**
 * A part of a day in which is worked, [from, to) on the clock on the wall. One over midnight is
 * two.
 *
 * @param fromMinute of the day, from 0
 * @param toMinute of the day, up to 1,440
 */
public record WorkSession(int fromMinute, int toMinute) {
  private static final int DAY = 24 * 60;
  private static final int HOUR = 60;
  private static final int MOST = 12;
  private static final Pattern WORDS =
      Pattern.compile("([0-9]{2}):([0-5][0-9])-([0-9]{2}):([0-5][0-9])");

  /**
   * @throws Invalid with code {@code work-session}
   */
  public WorkSession {
    if (fromMinute < 0 || toMinute <= fromMinute || toMinute > DAY) {
      throw new Invalid("sessions", "work-session", Map.of("given", fromMinute + "-" + toMinute));
    }
  }

  /**
   * Reads one such as {@code 08:00-12:00}; a day ends at {@code 24:00}.
   *
   * @throws Invalid with code {@code work-session}
   */
  public static WorkSession parse(String words) {
    Matcher found = WORDS.matcher(words);
    if (!found.matches()) {
      throw new Invalid("sessions", "work-session", Map.of("given", words));
    }
    return new WorkSession(
        minute(found.group(1), found.group(2)), minute(found.group(3), found.group(4)));
  }

  private static int minute(String hour, String minute) {
    return Integer.parseInt(hour) * HOUR + Integer.parseInt(minute);
  }

  /** Reads what {@link #words(List)} writes; nothing for an empty text. */
  public static List<WorkSession> parseAll(String words) {
    List<WorkSession> sessions = new ArrayList<>();
    for (String one : words.split(" ", -1)) {
      if (!one.isEmpty()) {
        sessions.add(parse(one));
      }
    }
    return sessions;
  }

  /** How it is written, such as {@code 08:00-12:00}. */
  public String words() {
    return clock(fromMinute) + "-" + clock(toMinute);
  }

  /** Several, with blanks between them. */
  public static String words(List<WorkSession> sessions) {
    return sessions.stream().map(WorkSession::words).collect(Collectors.joining(" "));
  }

  private static String clock(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / HOUR, minute % HOUR);
  }

  /**
   * The sessions of a day, copied.
   *
   * @throws Invalid with code {@code work-sessions} where one begins before that before it has
   *     ended, or there are more than twelve
   */
  static List<WorkSession> ofDay(List<WorkSession> sessions) {
    int free = 0;
    for (WorkSession session : sessions) {
      if (session.fromMinute() < free || sessions.size() > MOST) {
        throw new Invalid("sessions", "work-sessions", Map.of("given", words(sessions)));
      }
      free = session.toMinute();
    }
    return List.copyOf(sessions);
  }
}
