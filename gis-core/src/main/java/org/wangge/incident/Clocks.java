package org.wangge.incident;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.clock.WorkCalendar;
import org.wangge.incident.limit.Stage;
import org.wangge.incident.limit.StageClock;
import org.wangge.incident.limit.StageTerms;

/**
 * The clocks of an incident: of the stage it waits in, of its handling, and of all of it. Each is
 * empty where nothing is said of how long that may take, or before it begins. Immutable.
 *
 * @param waitingOrNull of the stage it is in, unless that is handling: taking up, filing,
 *     dispatching, checking; another for each
 * @param handlingOrNull of its handling: from the first dispatch on, standing still whenever nobody
 *     has it in hand
 * @param totalOrNull from filing to the end, standing still only while it is suspended
 */
public record Clocks(
    @Nullable StageClock waitingOrNull,
    @Nullable StageClock handlingOrNull,
    @Nullable StageClock totalOrNull) {
  /** Of what was kept before there were clocks. */
  public static final Clocks NONE = new Clocks(null, null, null);

  static Clocks reported(StageTerms terms, Instant now) {
    return new Clocks(terms.start(Stage.ACCEPT, now).orElse(null), null, null);
  }

  /** The clock of the stage of a state. */
  public Optional<StageClock> of(Standing standing) {
    return standing
        .stage()
        .flatMap(
            stage -> Optional.ofNullable(stage == Stage.HANDLE ? handlingOrNull : waitingOrNull));
  }

  /** All that there are. */
  public List<StageClock> all() {
    return Stream.of(waitingOrNull, handlingOrNull, totalOrNull).filter(Objects::nonNull).toList();
  }

  /** The same by the newest version of their calendar. */
  Clocks follow(WorkCalendar newest) {
    return new Clocks(
        waitingOrNull == null ? null : waitingOrNull.follow(newest),
        handlingOrNull == null ? null : handlingOrNull.follow(newest),
        totalOrNull == null ? null : totalOrNull.follow(newest));
  }

  /**
   * Those that another set no longer has, ended.
   *
   * @param later what came of these
   */
  List<StageClock> endedIn(Clocks later, Instant now) {
    return all().stream()
        .filter(one -> later.all().stream().noneMatch(one::isSame))
        .map(one -> one.stop(now))
        .toList();
  }

  /** What becomes of them when something is done. */
  Clocks after(Action action, Standing before, Standing next, Life.Circumstances with) {
    Clocks now = follow(with.terms().calendar());
    boolean again = action == Action.REOPEN;
    return new Clocks(
        now.waiting(before, next, with),
        again ? null : now.handling(action, with),
        again && next == Standing.REPORTED ? null : now.total(action, with));
  }

  private @Nullable StageClock waiting(Standing before, Standing next, Life.Circumstances with) {
    Optional<Stage> stage = next.stage().filter(one -> one != Stage.HANDLE);
    if (stage.isPresent() && stage.equals(before.stage())) {
      return waitingOrNull;
    }
    return stage.flatMap(one -> with.terms().start(one, with.now())).orElse(null);
  }

  private @Nullable StageClock handling(Action action, Life.Circumstances with) {
    StageClock clock = handlingOrNull;
    if (clock == null) {
      return action == Action.DISPATCH
          ? with.terms().start(Stage.HANDLE, with.now()).orElse(null)
          : null;
    }
    WorkCalendar calendar = with.terms().calendar();
    return switch (action) {
      case SEND_BACK, SUSPEND, REPORT_BACK -> clock.pause(with.now());
      case DISPATCH, RESUME, REWORK -> clock.resume(calendar, with.now());
      case GRANT_EXTENSION -> clock.extend(calendar, with.now(), Life.MOST_EXTENSIONS);
      case CLOSE, CANCEL -> clock.stop(with.now());
      default -> clock;
    };
  }

  private @Nullable StageClock total(Action action, Life.Circumstances with) {
    if (action == Action.FILE || action == Action.REOPEN) {
      return with.terms().start(Stage.TOTAL, with.now()).orElse(null);
    }
    StageClock clock = totalOrNull;
    if (clock == null) {
      return null;
    }
    return switch (action) {
      case SUSPEND -> clock.pause(with.now());
      case RESUME -> clock.resume(with.terms().calendar(), with.now());
      case CLOSE, CANCEL -> clock.stop(with.now());
      default -> clock;
    };
  }
}
