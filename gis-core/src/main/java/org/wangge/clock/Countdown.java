package org.wangge.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Conflict;
import org.wangge.word.Word;

/**
 * One clock: what it was started with and what was done to it. Due times are worked out of that,
 * never kept in it. Immutable and thread-safe. An instant given that lies before the last change
 * counts as that change, so that a machine whose clock was set back still gets its work done; no
 * instant given is ever before the start.
 *
 * @param limit what it was given
 * @param calendar by which it counts; while it runs it {@linkplain #follow follows} the newest
 *     version, and keeps that by which it was stopped
 * @param started when
 * @param pauses in their order; none lasts but the last
 * @param extensions when the limit was added once more, in their order
 * @param stoppedOrNull when it was stopped; null before
 */
public record Countdown(
    Limit limit,
    CalendarVersion calendar,
    Instant started,
    List<Pause> pauses,
    List<Instant> extensions,
    @Nullable Instant stoppedOrNull) {
  /** More pauses than this are some mistake, and would make a clock too long to keep. */
  public static final int MOST_PAUSES = 60;

  private static final int WHOLE = 100;

  /** How a clock is. */
  public enum State implements Word {
    RUNNING,
    PAUSED,
    STOPPED;
  }

  public Countdown {
    pauses = List.copyOf(pauses);
    extensions = List.copyOf(extensions);
    Instant free = started;
    for (int i = 0; i < pauses.size(); i++) {
      Pause pause = pauses.get(i);
      boolean last = i == pauses.size() - 1;
      if (pause.from().isBefore(free) || (pause.lasts() && (!last || stoppedOrNull != null))) {
        throw new IllegalArgumentException("pauses out of their order: " + pauses);
      }
      free = pause.to().orElse(pause.from());
    }
    if (stoppedOrNull != null && stoppedOrNull.isBefore(free)) {
      throw new IllegalArgumentException("stopped before its last pause: " + stoppedOrNull);
    }
  }

  /** A clock that starts to run. */
  public static Countdown start(Limit limit, WorkCalendar calendar, Instant at) {
    return new Countdown(
        limit, calendar.id(), at.truncatedTo(ChronoUnit.MICROS), List.of(), List.of(), null);
  }

  public State state() {
    if (stoppedOrNull != null) {
      return State.STOPPED;
    }
    return !pauses.isEmpty() && pauses.get(pauses.size() - 1).lasts()
        ? State.PAUSED
        : State.RUNNING;
  }

  /** When it was stopped; empty before. */
  public Optional<Instant> stopped() {
    return Optional.ofNullable(stoppedOrNull);
  }

  /**
   * Lets it stand still from an instant on.
   *
   * @throws Conflict with code {@code clock-not-running}, or {@code clock-paused-often}
   */
  public Countdown pause(Instant at) {
    require("pause", State.RUNNING);
    if (pauses.size() == MOST_PAUSES) {
      throw new Conflict("clock-paused-often", Map.of("most", MOST_PAUSES));
    }
    List<Pause> more = new ArrayList<>(pauses);
    more.add(new Pause(notBeforeLastChange(at), null));
    return new Countdown(limit, calendar, started, more, extensions, null);
  }

  /**
   * Lets it run again.
   *
   * @throws Conflict with code {@code clock-not-paused}
   */
  public Countdown resume(Instant at) {
    require("resume", State.PAUSED);
    return new Countdown(
        limit, calendar, started, pausesUntil(notBeforeLastChange(at)), extensions, null);
  }

  /**
   * Adds the limit once more.
   *
   * @param newest by which it counts
   * @param most how often that can be done with one clock
   * @throws Conflict with code {@code clock-not-running} when it is stopped, {@code clock-overdue},
   *     or {@code clock-extended}
   */
  public Countdown extend(WorkCalendar newest, Instant at, int most) {
    if (state() == State.STOPPED) {
      require("extend", State.RUNNING);
    }
    if (isOverdue(newest, at)) {
      throw new Conflict("clock-overdue", Map.of("due", due(newest).orElseThrow().toString()));
    }
    if (extensions.size() >= most) {
      throw new Conflict("clock-extended", Map.of("most", most));
    }
    List<Instant> more = new ArrayList<>(extensions);
    more.add(notBeforeLastChange(at));
    return new Countdown(limit, calendar, started, pauses, more, null);
  }

  /**
   * Ends it for good, paused or not; nothing about it changes any more.
   *
   * @throws Conflict with code {@code clock-not-running}
   */
  public Countdown stop(Instant at) {
    if (state() == State.STOPPED) {
      require("stop", State.RUNNING);
    }
    Instant end = notBeforeLastChange(at);
    return new Countdown(limit, calendar, started, pausesUntil(end), extensions, end);
  }

  /** The same by another version of its calendar, or by another calendar; as it is when stopped. */
  public Countdown follow(WorkCalendar newest) {
    return state() == State.STOPPED
        ? this
        : new Countdown(limit, newest.id(), started, pauses, extensions, null);
  }

  private void require(String deed, State wanted) {
    State state = state();
    if (state != wanted) {
      throw new Conflict(
          wanted == State.RUNNING ? "clock-not-running" : "clock-not-paused",
          Map.of("deed", deed, "state", state.word()));
    }
  }

  private List<Pause> pausesUntil(Instant end) {
    List<Pause> ended = new ArrayList<>(pauses);
    int last = ended.size() - 1;
    if (last >= 0 && ended.get(last).lasts()) {
      ended.set(last, new Pause(ended.get(last).from(), end));
    }
    return ended;
  }

  private Instant notBeforeLastChange(Instant at) {
    Instant last = started;
    if (!pauses.isEmpty()) {
      Pause pause = pauses.get(pauses.size() - 1);
      last = pause.to().orElse(pause.from());
    }
    if (!extensions.isEmpty() && extensions.get(extensions.size() - 1).isAfter(last)) {
      last = extensions.get(extensions.size() - 1);
    }
    Instant cut = at.truncatedTo(ChronoUnit.MICROS);
    return cut.isBefore(last) ? last : cut;
  }

  /** The limit with its extensions, as counted time. */
  public Duration allowed() {
    return limit.time().multipliedBy(1L + extensions.size());
  }

  /**
   * The first instant at which all that is allowed is spent; from then on it is overdue. Empty
   * while it is paused with time left.
   *
   * @param by the calendar it counts by
   */
  public Optional<Instant> due(WorkCalendar by) {
    return when(by, allowed());
  }

  /**
   * When so many per cent of what is allowed are spent. Empty while it is paused before that.
   *
   * @param percent from 1 to 100
   */
  public Optional<Instant> warningAt(WorkCalendar by, int percent) {
    return when(by, allowed().multipliedBy(percent).dividedBy(WHOLE));
  }

  /** What it is to ring for: each warning and the end; nothing once it is stopped. */
  public List<Alarm> alarms(WorkCalendar by, List<Integer> warnPercents) {
    List<Alarm> alarms = new ArrayList<>();
    if (state() != State.STOPPED) {
      for (int percent : warnPercents) {
        warningAt(by, percent).ifPresent(at -> alarms.add(new Alarm(Alarm.warning(percent), at)));
      }
      due(by).ifPresent(at -> alarms.add(new Alarm(Alarm.DUE, at)));
    }
    return alarms;
  }

  private Optional<Instant> when(WorkCalendar by, Duration amount) {
    requireOwn(by);
    Duration left = amount;
    for (Pause run : runs()) {
      if (run.lasts()) {
        return Optional.of(by.plus(limit.kind(), run.from(), left));
      }
      Duration counted = by.counted(limit.kind(), run.from(), run.to().orElseThrow());
      if (counted.compareTo(left) >= 0) {
        return Optional.of(by.plus(limit.kind(), run.from(), left));
      }
      left = left.minus(counted);
    }
    return Optional.empty();
  }

  /**
   * The spans between the pauses. The last is open unless a pause lasts: also of a stopped clock,
   * whose due time says when it would have been.
   */
  private List<Pause> runs() {
    List<Pause> runs = new ArrayList<>();
    Instant from = started;
    for (Pause pause : pauses) {
      runs.add(new Pause(from, pause.from()));
      if (pause.lasts()) {
        return runs;
      }
      from = pause.to().orElseThrow();
    }
    runs.add(new Pause(from, null));
    return runs;
  }

  /** What was counted by an instant, or by when it was stopped. */
  public Duration spent(WorkCalendar by, Instant now) {
    requireOwn(by);
    Instant until = stoppedOrNull != null && stoppedOrNull.isBefore(now) ? stoppedOrNull : now;
    Duration sum = Duration.ZERO;
    for (Pause run : runs()) {
      Instant end = run.to().filter(to -> to.isBefore(until)).orElse(until);
      sum = sum.plus(by.counted(limit.kind(), run.from(), end));
    }
    return sum;
  }

  /** What is left of what is allowed; negative when overdue. */
  public Duration left(WorkCalendar by, Instant now) {
    return allowed().minus(spent(by, now));
  }

  /** Whether it was due by an instant, or by when it was stopped: what is done then is late. */
  public boolean isOverdue(WorkCalendar by, Instant now) {
    Instant until = stoppedOrNull != null && stoppedOrNull.isBefore(now) ? stoppedOrNull : now;
    return due(by).filter(due -> !due.isAfter(until)).isPresent();
  }

  /** Why it is due when it is. */
  public DueReason explain(WorkCalendar by, Instant now) {
    @Nullable Instant due = due(by).orElse(null);
    List<Counted> counted = new ArrayList<>();
    for (Pause run : runs()) {
      Instant end = run.to().orElse(due);
      if (end != null) {
        Instant until = due != null && due.isBefore(end) ? due : end;
        counted.addAll(by.intervals(limit.kind(), run.from(), until));
      }
    }
    return new DueReason(
        this, allowed(), counted, due, spent(by, now), left(by, now), isOverdue(by, now));
  }

  private void requireOwn(WorkCalendar by) {
    if (!by.id().equals(calendar)) {
      throw new IllegalArgumentException("counts by " + calendar + ", not by " + by.id());
    }
  }

  /** One line of at most 4,000 characters that {@link #parse} reads. */
  public String print() {
    return CountdownText.print(this);
  }

  /** Reads what {@link #print} writes. */
  public static Countdown parse(String line) {
    return CountdownText.parse(line);
  }
}
