package org.wangge.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.clock.Countdown;
import org.wangge.clock.Limit;
import org.wangge.clock.WorkCalendar;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;

/**
 * Where an incident is in its life: a state machine whose table is {@link Action}. Immutable and
 * pure.
 *
 * @param standing how it stands
 * @param filedOrNull when it was filed; null before, and where it was rejected
 * @param dueOrNull when it must be handled by; while its clock stands still, by when it had to be
 * @param closedOrNull when it ended, however; null while it is open
 * @param clockOrNull the clock of its handling; null before it is filed, and of what was kept
 *     before there were clocks
 * @param suspendedOnce whether it was suspended before: it may be once
 * @param suspendedUntilOrNull when a suspension ends by itself
 * @param extension how far a wish for more time is
 * @param appeal how far an appeal against its being overdue is
 */
public record Life(
    Standing standing,
    @Nullable Instant filedOrNull,
    @Nullable Instant dueOrNull,
    @Nullable Instant closedOrNull,
    @Nullable Countdown clockOrNull,
    boolean suspendedOnce,
    @Nullable Instant suspendedUntilOrNull,
    Plea extension,
    Plea appeal) {
  /** An extension adds one original limit, at most so often (domain.md). */
  public static final int MOST_EXTENSIONS = 2;

  /** A suspension lasts at most so long (domain.md: a year). */
  public static final Duration LONGEST_SUSPENSION = Duration.ofDays(366);

  public Life {
    if (standing.isOpen() == (closedOrNull != null)) {
      throw new IllegalArgumentException("ended exactly when closed: " + standing);
    }
    if ((standing == Standing.SUSPENDED) != (suspendedUntilOrNull != null)) {
      throw new IllegalArgumentException("suspended exactly until an instant: " + standing);
    }
  }

  /** Of what has just been reported. */
  public static Life reported() {
    return of(Standing.REPORTED, null, null, null);
  }

  /** Of what has a state and times, and nothing more is known of it. */
  public static Life of(
      Standing standing, @Nullable Instant filed, @Nullable Instant due, @Nullable Instant closed) {
    return new Life(standing, filed, due, closed, null, false, null, Plea.NONE, Plea.NONE);
  }

  /**
   * What an action is done with.
   *
   * @param now when
   * @param limit how long handling may take
   * @param calendar by which that is counted
   * @param untilOrNull of a suspension: when it ends by itself
   */
  public record Circumstances(
      Instant now, Limit limit, WorkCalendar calendar, @Nullable Instant untilOrNull) {}

  /** What can be done now. */
  public List<Action> legal(WorkCalendar calendar, Instant now) {
    return Arrays.stream(Action.values()).filter(action -> isLegal(action, calendar, now)).toList();
  }

  /** Whether an action can be done now. */
  public boolean isLegal(Action action, WorkCalendar calendar, Instant now) {
    return action.from(standing).isPresent() && isCalledFor(action, calendar, now);
  }

  /** What must be so besides the state. */
  private boolean isCalledFor(Action action, WorkCalendar calendar, Instant now) {
    return switch (action) {
      case ASK_EXTENSION -> extension == Plea.NONE && mayBeExtended(calendar, now);
      case ENDORSE_EXTENSION -> extension == Plea.ASKED && mayBeExtended(calendar, now);
      case GRANT_EXTENSION -> extension == Plea.ENDORSED && mayBeExtended(calendar, now);
      case REFUSE_EXTENSION -> extension == Plea.ASKED || extension == Plea.ENDORSED;
      case SUSPEND -> !suspendedOnce;
      case APPEAL -> appeal == Plea.NONE && isOverdue(calendar, now);
      case UPHOLD_APPEAL, DISMISS_APPEAL -> appeal == Plea.ASKED;
      default -> true;
    };
  }

  private boolean mayBeExtended(WorkCalendar calendar, Instant now) {
    return clockOrNull != null
        && clockOrNull.extensions().size() < MOST_EXTENSIONS
        && !isOverdue(calendar, now);
  }

  /** Whether it was late: open past its due time, or ended after it. */
  public boolean isOverdue(WorkCalendar calendar, Instant now) {
    if (clockOrNull != null) {
      return clockOrNull.isOverdue(calendar, now);
    }
    Instant until = closedOrNull == null ? now : closedOrNull;
    return dueOrNull != null && dueOrNull.isBefore(until);
  }

  /**
   * The life after an action.
   *
   * @throws Conflict with code {@code action-illegal}, naming what would be legal
   * @throws Invalid with code {@code suspension-until}
   */
  public Life after(Action action, Circumstances with) {
    if (!isLegal(action, with.calendar(), with.now())) {
      throw new Conflict(
          "action-illegal",
          Map.of(
              "action",
              action.word(),
              "step",
              standing.step().word(),
              "standing",
              standing.word(),
              "legal",
              legal(with.calendar(), with.now()).stream()
                  .map(Action::word)
                  .collect(Collectors.joining(", "))));
    }
    Standing next = action.from(standing).orElseThrow();
    Optional<Countdown> clock = clock(action, with);
    Instant due = clock.flatMap(running -> running.due(with.calendar())).orElse(dueOrNull);
    return new Life(
        next,
        filed(action, with.now()),
        clock.isPresent() ? due : dueOrNull,
        next.isOpen() ? null : closedOrNull == null ? with.now() : closedOrNull,
        clock.orElse(null),
        suspendedOnce || action == Action.SUSPEND,
        action == Action.SUSPEND ? until(with) : null,
        extension(action),
        appeal(action));
  }

  private @Nullable Instant filed(Action action, Instant now) {
    return action == Action.FILE ? now : filedOrNull;
  }

  private static Instant until(Circumstances with) {
    Instant latest = with.now().plus(LONGEST_SUSPENSION);
    Instant until = with.untilOrNull();
    if (until == null || !until.isAfter(with.now()) || until.isAfter(latest)) {
      throw new Invalid("until", "suspension-until", Map.of("latest", latest.toString()));
    }
    return until;
  }

  private Plea extension(Action action) {
    return switch (action) {
      case ASK_EXTENSION -> Plea.ASKED;
      case ENDORSE_EXTENSION -> Plea.ENDORSED;
      // A clock knows how often it was extended; what leaves the handler's hands is asked anew.
      default ->
          action.from(standing).equals(Optional.of(standing)) && !isAboutExtension(action)
              ? extension
              : Plea.NONE;
    };
  }

  private static boolean isAboutExtension(Action action) {
    return action == Action.GRANT_EXTENSION || action == Action.REFUSE_EXTENSION;
  }

  private Plea appeal(Action action) {
    return switch (action) {
      case APPEAL -> Plea.ASKED;
      case UPHOLD_APPEAL -> Plea.UPHELD;
      case DISMISS_APPEAL -> Plea.DISMISSED;
      case REOPEN -> Plea.NONE;
      default -> appeal;
    };
  }

  /** The clock of its handling: it runs from filing on, while the handler has it in hand. */
  private Optional<Countdown> clock(Action action, Circumstances with) {
    Instant now = with.now();
    if (action == Action.FILE || (action == Action.REOPEN && standing != Standing.REJECTED)) {
      return Optional.of(Countdown.start(with.limit(), with.calendar(), now));
    }
    Optional<Countdown> clock = Optional.ofNullable(clockOrNull);
    return switch (action) {
      case SEND_BACK, SUSPEND, REPORT_BACK -> clock.map(running -> running.pause(now));
      case DISPATCH ->
          clock.map(
              paused -> paused.state() == Countdown.State.PAUSED ? paused.resume(now) : paused);
      case RESUME, REWORK -> clock.map(paused -> paused.resume(now));
      case GRANT_EXTENSION ->
          clock.map(running -> running.extend(with.calendar(), now, MOST_EXTENSIONS));
      case CLOSE, CANCEL -> clock.map(running -> running.stop(now));
      default -> clock;
    };
  }
}
