package org.wangge.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.clock.Alarm;
import org.wangge.clock.Calendars;
import org.wangge.clock.TimerStore;
import org.wangge.clock.TimerSubject;
import org.wangge.clock.WorkCalendar;
import org.wangge.event.Tx;
import org.wangge.fault.Invalid;
import org.wangge.incident.category.CategoryStore;
import org.wangge.incident.category.Condition;
import org.wangge.incident.limit.LimitStore;
import org.wangge.incident.limit.StageClock;
import org.wangge.incident.limit.StageLimit;
import org.wangge.incident.limit.StageTerms;

/**
 * Where the clocks of incidents get their limits and calendars from, and says for what they ring.
 * Thread-safe; every call belongs to its transaction.
 */
public final class IncidentClocks {
  /** The type of {@link TimerSubject} an incident is. */
  public static final String SUBJECT = "incident";

  /** The timer of what is suspended; those of clocks are called after their stages. */
  static final String SUSPENSION = "suspension";

  private static final String RESUME = "resume";

  private final CategoryStore categories;
  private final LimitStore limits;
  private final Calendars calendars;
  private final TimerStore timers;
  private final Urgency urgency;

  /** The same where nothing is more urgent than its category. */
  public IncidentClocks(
      CategoryStore categories, LimitStore limits, Calendars calendars, TimerStore timers) {
    this(categories, limits, calendars, timers, Urgency.NONE);
  }

  public IncidentClocks(
      CategoryStore categories,
      LimitStore limits,
      Calendars calendars,
      TimerStore timers,
      Urgency urgency) {
    this.urgency = urgency;
    this.categories = categories;
    this.limits = limits;
    this.calendars = calendars;
    this.timers = timers;
  }

  /** By what the clocks of an incident are started now. */
  StageTerms terms(Tx tx, Caller caller, Incident incident) {
    StageTerms usual = usualTerms(tx, caller, incident);
    boolean raised = incident.priority() == Priority.URGENT && urgency.isRaised(tx, incident.id());
    return raised ? usual.urgent() : usual;
  }

  /** What is urgent for a while. */
  Urgency urgency() {
    return urgency;
  }

  /** The same by its category alone. */
  StageTerms usualTerms(Tx tx, Caller caller, Incident incident) {
    return StageTerms.of(
        calendar(tx, caller, incident),
        limits.listOf(tx, caller, incident.category(), incident.condition()));
  }

  /** The newest calendar that counts where an incident is. */
  WorkCalendar calendar(Tx tx, Caller caller, Incident incident) {
    return calendar(tx, caller, incident.gridOrNull());
  }

  /**
   * The newest calendar that counts in a grid.
   *
   * @param grid code of the grid; null outside every grid
   */
  WorkCalendar calendar(Tx tx, Caller caller, @Nullable String grid) {
    return calendars.in(tx, caller, grid == null ? "" : grid);
  }

  /** Why a clock is due when it is, by the version of its calendar that it counts by. */
  StageReason explain(Tx tx, Caller caller, StageClock clock, boolean present) {
    WorkCalendar by = calendars.of(tx, caller, clock.countdown().calendar());
    boolean current = present && clock.stopped().isEmpty();
    return new StageReason(
        clock, current, by.rules().zone(), clock.countdown().explain(by, tx.now()));
  }

  /**
   * Refuses what neither the category nor its limits tell apart.
   *
   * @param condition code; empty is always taken
   * @throws Invalid with code {@code condition-unknown}
   */
  void requireCondition(Tx tx, Caller caller, String category, String condition) {
    if (condition.isEmpty()) {
      return;
    }
    Set<String> known = new TreeSet<>();
    categories
        .find(tx, caller, category)
        .ifPresent(
            one -> one.entry().conditions().stream().map(Condition::code).forEach(known::add));
    for (StageLimit limit : limits.list(tx, caller)) {
      if (limit.scope().category().equals(category)) {
        known.add(limit.scope().condition());
      }
    }
    known.remove("");
    if (!known.contains(condition)) {
      throw new Invalid(
          "condition",
          "condition-unknown",
          Map.of("given", condition, "known", String.join(", ", known)));
    }
  }

  /**
   * Says for what incidents that have just come in are to ring.
   *
   * @param calendar that counts for each
   */
  void armNew(
      Tx tx, Caller caller, List<Incident> incidents, Function<Incident, WorkCalendar> calendar) {
    List<TimerStore.Armed> armed = new ArrayList<>();
    for (Incident incident : incidents) {
      for (StageClock clock : incident.life().clocks().all()) {
        armed.add(
            new TimerStore.Armed(
                subject(incident), clock.stage().word(), clock.alarms(calendar.apply(incident))));
      }
    }
    timers.armNew(tx, caller, armed);
  }

  /**
   * Says for what an incident is to ring that is loaded as it stands: what should have rung before
   * is not rung for it.
   */
  void armLoaded(Tx tx, Caller caller, Incident incident, StageTerms terms) {
    Instant now = tx.now();
    for (StageClock clock : incident.life().clocks().all()) {
      List<Alarm> toCome =
          clock.alarms(terms.calendar()).stream().filter(one -> one.at().isAfter(now)).toList();
      if (!toCome.isEmpty()) {
        timers.arm(tx, caller, subject(incident), clock.stage().word(), toCome);
      }
    }
  }

  /**
   * Says for what an incident is to ring after it was changed.
   *
   * @param ended the clocks that it had and no longer has
   */
  void rearm(Tx tx, Caller caller, Incident before, Incident after, List<StageClock> ended) {
    for (StageClock clock : ended) {
      timers.disarm(tx, caller, subject(after), clock.stage().word());
    }
    WorkCalendar calendar = calendar(tx, caller, after);
    List<StageClock> known = before.life().clocks().all();
    for (StageClock clock : after.life().clocks().all()) {
      if (!known.contains(clock)) {
        timers.arm(tx, caller, subject(after), clock.stage().word(), clock.alarms(calendar));
      }
    }
    Instant until = after.life().suspendedUntilOrNull();
    if (!Optional.ofNullable(before.life().suspendedUntilOrNull())
        .equals(Optional.ofNullable(until))) {
      List<Alarm> ends = until == null ? List.of() : List.of(new Alarm(RESUME, until));
      timers.arm(tx, caller, subject(after), SUSPENSION, ends);
    }
  }

  private static TimerSubject subject(Incident incident) {
    return new TimerSubject(SUBJECT, incident.id());
  }
}
