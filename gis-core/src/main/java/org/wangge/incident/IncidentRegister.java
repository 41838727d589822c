package org.wangge.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

/** Reads incidents and leads them through their steps. Thread-safe. */
public final class IncidentRegister {
  /** More than these around one place are not looked at; ids are in the order of reporting. */
  private static final int MOST_NEAR = 50_000;

  private final Transactions transactions;
  private final IncidentStore store;
  private final IncidentAlarms alarms;

  public IncidentRegister(Transactions transactions, IncidentStore store, IncidentAlarms alarms) {
    this.transactions = transactions;
    this.store = store;
    this.alarms = alarms;
  }

  /** Those that a query asks for and the caller may see, in the order of their ids. */
  public List<Incident> list(Caller caller, IncidentQuery query) {
    Caller reader = caller.with(Right.READ_INCIDENTS);
    return transactions.read(tx -> store.list(tx, reader, query));
  }

  /**
   * Those within a distance of a place, the nearest first.
   *
   * @param query which of them; its box is that of the distance, its page is the first
   * @param withinMeters nothing farther than this
   * @param most at most so many
   */
  public List<Nearby> near(
      Caller caller, IncidentQuery query, LatticePoint place, double withinMeters, int most) {
    LatticeBox box = LatticeBox.around(place, withinMeters);
    return list(caller, query.within(box, MOST_NEAR)).stream()
        .map(one -> new Nearby(one, Geodesy.distanceMeters(place, one.location())))
        .filter(near -> near.distanceMeters() <= withinMeters)
        .sorted(
            Comparator.comparingDouble(Nearby::distanceMeters)
                .thenComparing(near -> near.incident().id()))
        .limit(most)
        .toList();
  }

  /**
   * An incident and how far it is from a place.
   *
   * @param incident which
   * @param distanceMeters on the ground
   */
  public record Nearby(Incident incident, double distanceMeters) {}

  /**
   * The one of an id.
   *
   * @throws NotFound with code {@code incident-unknown}, also where the caller may not see it
   */
  public Incident get(Caller caller, String id) {
    Caller reader = caller.with(Right.READ_INCIDENTS);
    return transactions.read(tx -> get(tx, reader, id));
  }

  private Incident get(Tx tx, Caller caller, String id) {
    return store
        .find(tx, caller, id)
        .orElseThrow(() -> new NotFound("incident-unknown", Map.of("id", id)));
  }

  /**
   * What was done to an incident, oldest first; in the reasons, the numbers of people are masked
   * for who may not see them, and a screen on a wall is told none.
   */
  public List<Deed> deeds(Caller caller, String id) {
    Caller reader = caller.with(Right.READ_INCIDENTS);
    return transactions.read(
        tx -> {
          Set<Role> roles = ReportRegister.rolesAt(reader, get(tx, reader, id));
          return store.deeds(tx, reader, id).stream()
              .map(deed -> deed.because(ReportRegister.text(deed.reason(), roles)))
              .toList();
        });
  }

  /** What the caller may do with an incident, at an instant. */
  public static List<Action> actionsFor(Caller caller, Incident incident, Instant now) {
    return incident.life().legal(Category.CALENDAR, now).stream()
        .filter(action -> may(caller, incident, action))
        .toList();
  }

  private static boolean may(Caller caller, Incident incident, Action action) {
    return caller.has(action.right())
        && caller.with(action.right()).scope().covers(incident.gridOrNull(), incident.location());
  }

  /**
   * What is to be done with an incident.
   *
   * @param action what
   * @param reason why; may be empty unless the action wants one
   * @param untilOrNull of a suspension: when it ends by itself
   */
  public record Order(Action action, String reason, @Nullable Instant untilOrNull) {}

  /**
   * Does something to an incident.
   *
   * @param ifVersion the version the caller has seen
   * @throws Conflict with code {@code version-conflict} when it has changed since, or {@code
   *     action-illegal}, naming what would be legal
   * @throws Invalid with code {@code reason-missing} or {@code suspension-until}
   * @throws org.wangge.fault.Forbidden where another role has to do it
   */
  public Incident act(Caller caller, String id, int ifVersion, Order order) {
    Action action = order.action();
    Caller actor = caller.with(action.right());
    return transactions.write(
        caller,
        tx -> {
          Incident current = get(tx, actor, id);
          if (current.version() != ifVersion) {
            throw Conflict.version(ifVersion, current.version());
          }
          Category category = store.findCategory(tx, current.category()).orElseThrow();
          Life.Circumstances with =
              current.circumstances(tx.now(), category.clockLimit(), order.untilOrNull());
          Incident changed = current.after(action, with);
          if (action.needsReason() && order.reason().isBlank()) {
            throw new Invalid("reason", "reason-missing", Map.of("action", action.word()));
          }
          store.change(
              tx, caller, changed, Deed.of(changed, action, tx.now(), caller, order.reason()));
          alarms.arm(tx, caller, changed, action);
          tx.record(IncidentEvent.moved(changed, action));
          return changed;
        });
  }

  /** All categories, in the order of their codes. Public: residents choose among them. */
  public List<Category> categories(Caller caller) {
    return transactions.read(tx -> store.categories(tx, caller));
  }
}
