package org.wangge.alarm;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides, alarm after alarm, how each is put before the desk: emergencies each apart and always;
 * what is shelved not at all; others in a row each, until more than ten rang within ten minutes;
 * then by grid and kind, and in one row of the rest where no row is left to be pushed. What
 * chatters joins the row of its source. Nothing is dropped. Pure; not thread-safe.
 *
 * <p>The discipline and its numbers are those of ISA-18.2 (IEC 62682) and EEMUA 191; see {@link
 * AlarmDiscipline}. It is kept for the whole installation, so that no operator, whatever their
 * scope, is pushed more.
 */
public final class AlarmFlow {
  private final AlarmDiscipline discipline;
  private final Deque<Instant> pushed;
  private final Deque<Instant> latest;
  private final Set<String> rows;
  private final Map<String, Deque<Instant>> sources = new HashMap<>();
  private final Function<String, List<Instant>> before;
  private @Nullable Flood flood;
  private final List<Flood> floods = new ArrayList<>();

  /**
   * What went before, of all but emergencies and what was shelved.
   *
   * @param pushed when the newest rows were pushed, the oldest first
   * @param latest when the newest alarms rang, the oldest first: as many as tell a flood
   * @param rows keys of the rows that stand, also those that others of a source or group may join
   * @param floodOrNull the one that has not been said to be over
   */
  public record Past(
      List<Instant> pushed,
      List<Instant> latest,
      Collection<String> rows,
      @Nullable Flood floodOrNull) {}

  /**
   * How an alarm is put before the desk.
   *
   * @param showing in which kind of row
   * @param pushed whether that row is a new one
   * @param shelved whether it is kept from the desk
   */
  public record Decision(Alarm.Showing showing, boolean pushed, boolean shelved) {}

  /**
   * Goes on after what went before.
   *
   * @param before when a source rang last, the oldest first; at least as many as tell that it
   *     chatters
   */
  public AlarmFlow(AlarmDiscipline discipline, Past past, Function<String, List<Instant>> before) {
    this.discipline = discipline;
    this.before = before;
    pushed = new ArrayDeque<>(past.pushed());
    latest = new ArrayDeque<>(past.latest());
    rows = new HashSet<>(past.rows());
    flood = past.floodOrNull();
  }

  /**
   * Decides about the next one.
   *
   * @param now not before the one before
   */
  public Decision ring(AlarmCause cause, AlarmPriority priority, boolean shelved, Instant now) {
    if (priority == AlarmPriority.EMERGENCY) {
      return new Decision(Alarm.Showing.ALONE, true, false);
    }
    boolean chatters = chatters(cause.source(), now);
    if (shelved) {
      return new Decision(Alarm.Showing.GROUP, false, true);
    }
    boolean flooded = flooded(now);
    if (chatters && rows.contains(Alarm.source(cause.source()))) {
      return new Decision(Alarm.Showing.SOURCE, false, false);
    }
    if (flooded && rows.contains(Alarm.group(cause.place().grid(), cause.kind()))) {
      return new Decision(Alarm.Showing.GROUP, false, false);
    }
    if (!isRowLeft(flooded ? priority : AlarmPriority.HIGH, now)) {
      return new Decision(Alarm.Showing.REST, false, false);
    }
    Alarm.Showing showing =
        chatters ? Alarm.Showing.SOURCE : flooded ? Alarm.Showing.GROUP : Alarm.Showing.ALONE;
    pushed.addLast(now);
    rows.addAll(rowsOf(showing, cause.source(), cause.place().grid(), cause.kind()));
    return new Decision(showing, true, false);
  }

  /**
   * The keys by which others may join the row of an alarm that stands: what stands alone may be
   * joined by its like of either sort.
   */
  public static List<String> rowsOf(
      Alarm.Showing showing, String source, String grid, AlarmKind kind) {
    return switch (showing) {
      case ALONE -> List.of(Alarm.source(source), Alarm.group(grid, kind));
      case SOURCE -> List.of(Alarm.source(source));
      case GROUP -> List.of(Alarm.group(grid, kind));
      case REST -> List.of();
    };
  }

  private boolean isRowLeft(AlarmPriority priority, Instant now) {
    forget(pushed, now.minus(discipline.window()));
    int most = priority == AlarmPriority.LOW ? discipline.lowRows() : discipline.rows();
    return pushed.size() < most;
  }

  private boolean chatters(String source, Instant now) {
    Deque<Instant> times =
        sources.computeIfAbsent(source, key -> new ArrayDeque<>(before.apply(key)));
    times.addLast(now);
    forget(times, now.minus(discipline.chatterWindow()));
    while (times.size() > discipline.chatter()) {
      times.removeFirst();
    }
    return times.size() >= discipline.chatter();
  }

  private boolean flooded(Instant now) {
    Flood lasting = flood;
    if (lasting != null) {
      Optional<Instant> end = endOf(discipline, latest, now);
      if (end.isPresent()) {
        floods.add(new Flood(lasting.since(), end.get()));
        flood = null;
      }
    }
    latest.addLast(now);
    while (latest.size() > discipline.floodAbove() + 1) {
      latest.removeFirst();
    }
    if (flood == null && within(now) > discipline.floodAbove()) {
      flood = new Flood(now, null);
      floods.add(flood);
    }
    return flood != null;
  }

  private long within(Instant now) {
    Instant from = now.minus(discipline.window());
    return latest.stream().filter(at -> at.isAfter(from)).count();
  }

  /**
   * When a flood was over, where it is by now.
   *
   * @param latest when the newest alarms rang, the oldest first
   */
  static Optional<Instant> endOf(
      AlarmDiscipline discipline, Collection<Instant> latest, Instant now) {
    if (latest.size() < discipline.floodBelow()) {
      return Optional.of(now);
    }
    Instant end = endOf(discipline, latest);
    return end.isAfter(now) ? Optional.empty() : Optional.of(end);
  }

  /** When a flood is over if nothing rings any more; of as many as it takes to keep one up. */
  static Instant endOf(AlarmDiscipline discipline, Collection<Instant> latest) {
    return List.copyOf(latest)
        .get(latest.size() - discipline.floodBelow())
        .plus(discipline.window());
  }

  private static void forget(Deque<Instant> times, Instant until) {
    while (!times.isEmpty() && !times.getFirst().isAfter(until)) {
      times.removeFirst();
    }
  }

  /** The floods that began or ended since this was made, in that order. */
  public List<Flood> floods() {
    return List.copyOf(floods);
  }
}
