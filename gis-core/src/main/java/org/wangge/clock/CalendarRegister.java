package org.wangge.clock;

import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;

/**
 * Reads and changes calendars. An administrator of an area says when is worked there and below;
 * that of everywhere, one of everything. Thread-safe.
 */
public final class CalendarRegister {
  private final Transactions transactions;
  private final CalendarStore store;
  private final Calendars calendars;
  private final KnownAreas areas;
  private final List<CalendarFollower> followers;

  /** Tells areas that are there from others. */
  @FunctionalInterface
  public interface KnownAreas {
    boolean isKnown(Tx tx, Caller caller, String area);
  }

  /**
   * What somebody says of a calendar.
   *
   * @param name for people
   * @param inForce whether anything shall count by it
   * @param rules when is worked
   */
  public record Draft(String name, boolean inForce, CalendarRules rules) {}

  /**
   * @param followers have running clocks
   */
  public CalendarRegister(
      Transactions transactions,
      CalendarStore store,
      Calendars calendars,
      KnownAreas areas,
      List<CalendarFollower> followers) {
    this.transactions = transactions;
    this.store = store;
    this.calendars = calendars;
    this.areas = areas;
    this.followers = List.copyOf(followers);
  }

  /** The newest version of each calendar. */
  public List<CalendarEdition> list(Caller caller) {
    Caller reader = caller.with(Right.READ_CLOCKS);
    return transactions.read(tx -> store.list(tx, reader));
  }

  /**
   * The newest version of a calendar.
   *
   * @throws NotFound with code {@code calendar-unknown}
   */
  public CalendarEdition get(Caller caller, String code) {
    Caller reader = caller.with(Right.READ_CLOCKS);
    return transactions.read(tx -> get(tx, reader, code));
  }

  private CalendarEdition get(Tx tx, Caller caller, String code) {
    return store
        .find(tx, caller, code)
        .orElseThrow(() -> new NotFound("calendar-unknown", Map.of("calendar", code)));
  }

  /**
   * The newest version of a calendar, to count by.
   *
   * @throws NotFound with code {@code calendar-unknown}
   */
  public WorkCalendar calendar(Caller caller, String code) {
    Caller reader = caller.with(Right.READ_CLOCKS);
    return transactions.read(tx -> calendars.of(tx, reader, get(tx, reader, code).id()));
  }

  /**
   * Adds a calendar for an area that has none.
   *
   * @throws Invalid with code {@code calendar-code}, or {@code calendar-area-unknown} where there
   *     is no such area now
   * @throws Conflict with code {@code calendar-taken}
   */
  public CalendarEdition add(
      Caller asking, String code, String area, Draft draft, ChangeReason reason) {
    Caller caller = asking.with(Right.KEEP_CALENDARS);
    requireScope(caller, area);
    return transactions.write(
        caller,
        tx -> {
          if (!areas.isKnown(tx, caller, area)) {
            throw new Invalid("area", "calendar-area-unknown", Map.of("area", area));
          }
          CalendarEdition first = edition(tx, new CalendarVersion(code, 1), area, draft);
          return follow(tx, caller, store.add(tx, caller, first, reason), reason);
        });
  }

  /**
   * Adds a version to a calendar. Due times of running clocks move with it.
   *
   * @param ifVersion the version the caller has seen
   * @throws NotFound with code {@code calendar-unknown}
   * @throws Invalid with code {@code calendar-of-everything} where that of everywhere is to be out
   *     of force
   * @throws Conflict with code {@code version-conflict}
   */
  public CalendarEdition change(
      Caller asking, String code, int ifVersion, Draft draft, ChangeReason reason) {
    Caller caller = asking.with(Right.KEEP_CALENDARS);
    return transactions.write(
        caller,
        tx -> {
          CalendarEdition seen = get(tx, caller, code);
          requireScope(caller, seen.area());
          Conflict.unlessNewest(ifVersion, seen.id().version());
          if (seen.area().isEmpty() && !draft.inForce()) {
            throw new Invalid("inForce", "calendar-of-everything");
          }
          CalendarEdition next =
              edition(tx, new CalendarVersion(code, ifVersion + 1), seen.area(), draft);
          CalendarEdition kept = store.change(tx, caller, next, ifVersion, reason);
          return follow(tx, caller, kept, reason);
        });
  }

  private static CalendarEdition edition(Tx tx, CalendarVersion id, String area, Draft draft) {
    return new CalendarEdition(0, id, area, draft.name(), tx.now(), draft.inForce(), draft.rules());
  }

  private CalendarEdition follow(Tx tx, Caller caller, CalendarEdition kept, ChangeReason reason) {
    tx.record(ClockEvent.CalendarChanged.of(kept, reason));
    for (CalendarFollower follower : followers) {
      follower.follow(tx, caller, kept);
    }
    return kept;
  }

  private static void requireScope(Caller caller, String area) {
    boolean own = area.isEmpty() ? caller.scope().everywhere() : caller.scope().covers(area);
    if (!own) {
      throw new Forbidden("area-scope");
    }
  }
}
