package org.wangge.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.incident.limit.StageClock;
import org.wangge.incident.limit.StageTerms;

/**
 * Where an incident is in its life: a state machine whose table is {@link Action}. Immutable and
 * pure.
 *
 * @param standing how it stands
 * @param filedOrNull when it was filed; null before, and where it was rejected
 * @param dueOrNull when it must be handled by; while its clock stands still, by when it had to be;
 *     null before it is dispatched
 * @param closedOrNull when it ended, however; null while it is open
 * @param clocks what runs and ran for it
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
    Clocks clocks,
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
  public static Life reported(StageTerms terms, Instant now) {
    return of(Standing.REPORTED, null, null, null).with(Clocks.reported(terms, now));
  }

  /** Of what has a state and times, and nothing more is known of it. */
  public static Life of(
      Standing standing, @Nullable Instant filed, @Nullable Instant due, @Nullable Instant closed) {
    return new Life(standing, filed, due, closed, Clocks.NONE, false, null, Plea.NONE, Plea.NONE);
  }

  /**
   * What an action is done with.
   *
   * @param now when
   * @param terms how long stages may take, and by which calendar
   * @param untilOrNull of a suspension: when it ends by itself
   */
  public record Circumstances(Instant now, StageTerms terms, @Nullable Instant untilOrNull) {}

  /** What can be done now. */
  public List<Action> legal(Instant now) {
    return Arrays.stream(Action.values()).filter(action -> isLegal(action, now)).toList();
  }

  /** Whether an action can be done now. */
  public boolean isLegal(Action action, Instant now) {
    return action.from(standing).isPresent() && isCalledFor(action, now);
  }

  /** What must be so besides the state. */
  private boolean isCalledFor(Action action, Instant now) {
    return switch (action) {
      case ASK_EXTENSION -> extension == Plea.NONE && mayBeExtended(now);
      case ENDORSE_EXTENSION -> extension == Plea.ASKED && mayBeExtended(now);
      case GRANT_EXTENSION -> extension == Plea.ENDORSED && mayBeExtended(now);
      case REFUSE_EXTENSION -> extension == Plea.ASKED || extension == Plea.ENDORSED;
      case SUSPEND -> !suspendedOnce;
      case APPEAL -> appeal == Plea.NONE && isOverdue(now);
      case UPHOLD_APPEAL, DISMISS_APPEAL -> appeal == Plea.ASKED;
      default -> true;
    };
  }

  private boolean mayBeExtended(Instant now) {
    return handling().filter(clock -> mayBeExtended(clock, now)).isPresent();
  }

  private static boolean mayBeExtended(StageClock clock, Instant now) {
    return clock.countdown().extensions().size() < MOST_EXTENSIONS && !clock.isOverdue(now);
  }

  /** The clock of its handling. */
  public Optional<StageClock> handling() {
    return Optional.ofNullable(clocks.handlingOrNull());
  }

  /** The clock of the stage it is in. */
  public Optional<StageClock> clock() {
    return clocks.of(standing);
  }

  /** Whether it was handled late: open past its due time, or ended after it. */
  public boolean isOverdue(Instant now) {
    Instant until = closedOrNull == null ? now : closedOrNull;
    return handling()
        .map(clock -> clock.isOverdue(now))
        .orElseGet(() -> dueOrNull != null && dueOrNull.isBefore(until));
  }

  /** The same with other clocks. */
  Life with(Clocks others) {
    StageClock handling = others.handlingOrNull();
    return new Life(
        standing,
        filedOrNull,
        handling == null ? dueOrNull : handling.due(),
        closedOrNull,
        others,
        suspendedOnce,
        suspendedUntilOrNull,
        extension,
        appeal);
  }

  /**
   * The life after an action.
   *
   * @throws Conflict with code {@code action-illegal}, naming what would be legal
   * @throws Invalid with code {@code suspension-until}
   */
  public Life after(Action action, Circumstances with) {
    if (!isLegal(action, with.now())) {
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
              legal(with.now()).stream().map(Action::word).collect(Collectors.joining(", "))));
    }
    Standing next = action.from(standing).orElseThrow();
    return new Life(
            next,
            filed(action, with.now()),
            action == Action.REOPEN ? null : dueOrNull,
            next.isOpen() ? null : closedOrNull == null ? with.now() : closedOrNull,
            Clocks.NONE,
            suspendedOnce || action == Action.SUSPEND,
            action == Action.SUSPEND ? until(with) : null,
            extension(action),
            appeal(action))
        .with(clocks.after(action, standing, next, with));
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
}
