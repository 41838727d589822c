package org.wangge.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the desk has before it. Every alarm that nobody has acknowledged is in exactly one row or
 * shelved; an emergency stays, in its own row, until its matter is over. What was gathered once,
 * while a source chattered or in a flood, stays gathered and draws its like, so that rows do not
 * jump. Immutable and pure.
 *
 * @param emergencies a row each: those that nobody has acknowledged first, then the newest first
 * @param rows the others, the higher priority first, then the newest first; the rest last
 * @param shelved how many are kept from the desk
 * @param flood the flood that lasts; empty in quiet times
 * @param gathered how many stand in rows of groups and of the rest
 */
public record AlarmBoard(
    List<AlarmRow> emergencies,
    List<AlarmRow> rows,
    int shelved,
    Optional<Lasting> flood,
    int gathered) {
  private static final String REST = "rest";

  /**
   * A flood that lasts.
   *
   * @param since when it began
   * @param until when it is over if nothing rings any more
   */
  public record Lasting(Instant since, Instant until) {}

  public AlarmBoard {
    emergencies = List.copyOf(emergencies);
    rows = List.copyOf(rows);
  }

  /**
   * Makes it.
   *
   * @param alarms those that stand, and the emergencies whose matter is not over, the oldest first
   * @param shelves those that last
   */
  public static AlarmBoard of(List<Alarm> alarms, List<Shelf> shelves, Optional<Lasting> flood) {
    List<AlarmRow> emergencies = new ArrayList<>();
    List<Alarm> shown = new ArrayList<>();
    int shelved = 0;
    for (Alarm alarm : alarms) {
      if (alarm.isEmergency()) {
        emergencies.add(alone(alarm));
      } else if (shelves.stream().anyMatch(one -> one.holds(alarm.cause(), alarm.priority()))) {
        shelved++;
      } else {
        shown.add(alarm);
      }
    }
    emergencies.sort(
        Comparator.comparing((AlarmRow row) -> row.first().state())
            .thenComparing(row -> row.first().id(), Comparator.reverseOrder()));
    List<AlarmRow> rows = rows(shown);
    int gathered =
        rows.stream()
            .filter(row -> row.showing() == Alarm.Showing.GROUP || isRest(row))
            .mapToInt(AlarmRow::count)
            .sum();
    return new AlarmBoard(emergencies, rows, shelved, flood, gathered);
  }

  private static AlarmRow alone(Alarm alarm) {
    return new AlarmRow(
        "alarm~" + alarm.id(), Alarm.Showing.ALONE, alarm.priority(), List.of(alarm));
  }

  private static boolean isRest(AlarmRow row) {
    return row.showing() == Alarm.Showing.REST;
  }

  private static List<AlarmRow> rows(List<Alarm> shown) {
    Set<String> gathering = new HashSet<>();
    for (Alarm alarm : shown) {
      gatherer(alarm).ifPresent(gathering::add);
    }
    Map<String, List<Alarm>> byKey = new LinkedHashMap<>();
    for (Alarm alarm : shown) {
      byKey.computeIfAbsent(key(alarm, gathering), key -> new ArrayList<>()).add(alarm);
    }
    List<AlarmRow> rows = new ArrayList<>();
    byKey.forEach((key, alarms) -> rows.add(row(key, alarms)));
    rows.sort(
        Comparator.comparing(AlarmBoard::isRest)
            .thenComparing(AlarmRow::priority)
            .thenComparing(row -> row.last().id(), Comparator.reverseOrder()));
    return rows;
  }

  private static Optional<String> gatherer(Alarm alarm) {
    return switch (alarm.showing()) {
      case SOURCE -> Optional.of(Alarm.source(alarm.cause().source()));
      case GROUP -> Optional.of(alarm.group());
      case ALONE, REST -> Optional.empty();
    };
  }

  private static String key(Alarm alarm, Set<String> gathering) {
    String source = Alarm.source(alarm.cause().source());
    if (gathering.contains(source)) {
      return source;
    }
    if (gathering.contains(alarm.group())) {
      return alarm.group();
    }
    return alarm.showing() == Alarm.Showing.REST ? REST : "alarm~" + alarm.id();
  }

  private static AlarmRow row(String key, List<Alarm> alarms) {
    Alarm.Showing showing =
        key.equals(REST)
            ? Alarm.Showing.REST
            : key.startsWith("source~")
                ? Alarm.Showing.SOURCE
                : key.startsWith("group~") ? Alarm.Showing.GROUP : Alarm.Showing.ALONE;
    AlarmPriority highest =
        alarms.stream()
            .map(Alarm::priority)
            .min(Comparator.naturalOrder())
            .orElse(AlarmPriority.LOW);
    return new AlarmRow(key, showing, highest, alarms);
  }

  /** The row of a key. */
  public Optional<AlarmRow> find(String key) {
    AlarmRow found = find(rows, key);
    return Optional.ofNullable(found == null ? find(emergencies, key) : found);
  }

  private static @Nullable AlarmRow find(List<AlarmRow> among, String key) {
    return among.stream().filter(row -> row.key().equals(key)).findFirst().orElse(null);
  }

  /** How many wait for somebody, by priority. */
  public Map<AlarmPriority, Integer> waiting() {
    Map<AlarmPriority, Integer> waiting = new LinkedHashMap<>();
    for (AlarmPriority priority : AlarmPriority.values()) {
      waiting.put(priority, 0);
    }
    List<AlarmRow> all = new ArrayList<>(emergencies);
    all.addAll(rows);
    for (AlarmRow row : all) {
      for (Alarm alarm : row.alarms()) {
        if (alarm.state() == Alarm.State.STANDING) {
          waiting.merge(alarm.priority(), 1, Integer::sum);
        }
      }
    }
    return waiting;
  }
}
