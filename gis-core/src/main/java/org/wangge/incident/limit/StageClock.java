package org.wangge.incident.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.clock.Alarm;
import org.wangge.clock.ClockKind;
import org.wangge.clock.Countdown;
import org.wangge.clock.Pause;
import org.wangge.clock.WorkCalendar;

/**
 * The clock of a stage, with when it is due: so whoever lists incidents needs no calendar.
 * Immutable.
 *
 * @param stage which
 * @param warnPercents at which parts of its time is warned
 * @param countdown what was done to it
 * @param due when it is due, as worked out last; while it stands still, when it would be if it went
 *     on at the instant it was stopped at
 * @param warnsOrNull when it warns first, as worked out last; null where it does not warn
 */
public record StageClock(
    Stage stage,
    List<Integer> warnPercents,
    Countdown countdown,
    Instant due,
    @Nullable Instant warnsOrNull) {
  private static final Pattern BAR = Pattern.compile("\\|");
  private static final int PARTS = 3;
  private static final String WARNS = " from ";

  public StageClock {
    warnPercents = List.copyOf(warnPercents);
  }

  /** One that starts to run. */
  public static StageClock start(StageLimit limit, WorkCalendar calendar, Instant now) {
    return of(
        limit.scope().stage(),
        limit.warnPercents(),
        Countdown.start(limit.limit(), calendar, now),
        calendar);
  }

  private static StageClock of(
      Stage stage, List<Integer> percents, Countdown countdown, WorkCalendar calendar) {
    Countdown going =
        countdown.due(calendar).isPresent() ? countdown : countdown.resume(Instant.EPOCH);
    Instant due = going.due(calendar).orElseThrow();
    return new StageClock(stage, percents, countdown, due, warns(going, calendar, percents));
  }

  private static @Nullable Instant warns(
      Countdown going, WorkCalendar calendar, List<Integer> percents) {
    return going.alarms(calendar, percents).stream()
        .filter(one -> !one.mark().equals(Alarm.DUE))
        .map(Alarm::at)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  public boolean isPaused() {
    return countdown.state() == Countdown.State.PAUSED;
  }

  /** Whether it was due by an instant, or by when it was stopped or stood still. */
  public boolean isOverdue(Instant now) {
    Instant until = countdown.stopped().orElse(now);
    List<Pause> pauses = countdown.pauses();
    if (!pauses.isEmpty()) {
      Pause last = pauses.get(pauses.size() - 1);
      // What was stopped while it stood still has a pause until then.
      boolean stood = last.lasts() || last.to().equals(countdown.stopped());
      until = stood ? last.from() : until;
    }
    return !due.isAfter(until);
  }

  /** The same standing still, unless it does or is stopped. */
  public StageClock pause(Instant now) {
    return countdown.state() == Countdown.State.RUNNING
        ? new StageClock(stage, warnPercents, countdown.pause(now), due, warnsOrNull)
        : this;
  }

  /** The same running on, unless it does or is stopped. */
  public StageClock resume(WorkCalendar calendar, Instant now) {
    return isPaused() ? changed(one -> one.resume(now), calendar) : this;
  }

  /**
   * The same with its limit once more.
   *
   * @throws org.wangge.fault.Conflict as {@link Countdown#extend}
   */
  public StageClock extend(WorkCalendar calendar, Instant now, int most) {
    return changed(one -> one.extend(calendar, now, most), calendar);
  }

  /** The same ended for good, if it is not yet. */
  public StageClock stop(Instant now) {
    return countdown.state() == Countdown.State.STOPPED
        ? this
        : new StageClock(stage, warnPercents, countdown.stop(now), due, warnsOrNull);
  }

  /**
   * The same by the newest version of its calendar. One that runs round the clock, or is stopped,
   * has nothing to do with that.
   */
  public StageClock follow(WorkCalendar newest) {
    return countdown.calendar().equals(newest.id())
            || countdown.state() == Countdown.State.STOPPED
            || countdown.limit().kind() == ClockKind.URGENT_HOURS
        ? this
        : changed(one -> one.follow(newest), newest);
  }

  private StageClock changed(UnaryOperator<Countdown> change, WorkCalendar calendar) {
    // Round the clock every calendar counts alike, so it may be of any version until it is changed.
    Countdown next = change.apply(countdown.follow(calendar));
    return of(stage, warnPercents, next, calendar);
  }

  /** What it is to ring for; nothing while it stands still, or once it is stopped. */
  public List<Alarm> alarms(WorkCalendar calendar) {
    return countdown.follow(calendar).alarms(calendar, warnPercents);
  }

  /** The limit with its extensions, as counted time. */
  public Duration allowed() {
    return countdown.allowed();
  }

  /** Whether another is this one, whatever was done to it since. */
  public boolean isSame(StageClock other) {
    return stage == other.stage && countdown.started().equals(other.countdown.started());
  }

  /** One line that {@link #parse} reads, without when it is due. */
  public String print() {
    String percents = warnPercents.stream().map(String::valueOf).collect(Collectors.joining(" "));
    String warns = warnsOrNull == null ? "" : WARNS + warnsOrNull;
    return stage.word() + "|" + percents + warns + "|" + countdown.print();
  }

  /** Reads what {@link #print} writes. */
  public static StageClock parse(String line, Instant due) {
    String[] parts = BAR.split(line, PARTS);
    // What was kept before clocks knew when they warn has only the percents.
    int warns = parts[1].indexOf(WARNS);
    String percents = warns < 0 ? parts[1] : parts[1].substring(0, warns);
    return new StageClock(
        Stage.find(parts[0]).orElseThrow(),
        percents(percents),
        Countdown.parse(parts[2]),
        due,
        warns < 0 ? null : Instant.parse(parts[1].substring(warns + WARNS.length())));
  }

  private static List<Integer> percents(String text) {
    return text.isEmpty()
        ? List.of()
        : Stream.of(text.split(" ", -1)).map(Integer::valueOf).toList();
  }

  /** When it was stopped; empty before. */
  public Optional<Instant> stopped() {
    return countdown.stopped();
  }
}
