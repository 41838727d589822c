package org.wangge.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
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
import org.wangge.incident.limit.StageClock;

/** Reads incidents and leads them through their steps. Thread-safe. */
public final class IncidentRegister {
  /** More than these around one place are not looked at; ids are in the order of reporting. */
  private static final int MOST_NEAR = 50_000;

  private final Transactions transactions;
  private final IncidentStore store;
  private final IncidentClocks clocks;
  private final IncidentAlarms alarms;
  private final Hands hands;

  public IncidentRegister(
      Transactions transactions,
      IncidentStore store,
      IncidentClocks clocks,
      IncidentAlarms alarms,
      Hands hands) {
    this.transactions = transactions;
    this.store = store;
    this.clocks = clocks;
    this.alarms = alarms;
    this.hands = hands;
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

  /**
   * Why the stages of an incident are due when they are, in the order in which they began; also
   * those that have ended.
   */
  public List<StageReason> reasons(Caller caller, String id) {
    Caller reader = caller.with(Right.READ_INCIDENTS);
    return transactions.read(
        tx -> {
          Incident incident = get(tx, reader, id);
          List<StageClock> present = incident.life().clocks().all();
          return Stream.concat(store.ended(tx, reader, id).stream(), present.stream())
              .sorted(Comparator.comparing(clock -> clock.countdown().started()))
              .map(clock -> clocks.explain(tx, reader, clock, present.contains(clock)))
              .toList();
        });
  }

  /** What the caller may do with each incident, at an instant: as it is now in their hands. */
  public Function<Incident, List<Action>> actionsFor(Caller caller, Instant now) {
    Map<String, Set<Action>> answers =
        caller.has(Right.HANDLE_INCIDENTS)
            ? transactions.read(tx -> hands.answers(tx, caller))
            : Map.of();
    return incident ->
        incident.life().legal(now).stream()
            .filter(action -> may(caller, incident, action.right()))
            .filter(
                action ->
                    !action.isAnswer()
                        || answers.getOrDefault(incident.id(), Set.of()).contains(action))
            .toList();
  }

  /** Whether a caller has a right where an incident is. */
  public static boolean may(Caller caller, Incident incident, Right right) {
    return caller.has(right)
        && caller.with(right).scope().covers(incident.gridOrNull(), incident.location());
  }

  /**
   * What is to be done with an incident.
   *
   * @param action what
   * @param reason why; may be empty unless the action wants one
   * @param untilOrNull of a suspension: when it ends by itself
   * @param conditionOrNull what is found to be so of it, from which its limits follow; null leaves
   *     it as it was said
   * @param named who shall handle it, or for whom is answered
   */
  public record Order(
      Action action,
      String reason,
      @Nullable Instant untilOrNull,
      @Nullable String conditionOrNull,
      Hands.Named named) {
    private static final Set<Action> FIND_OUT =
        EnumSet.of(Action.ACCEPT, Action.CONFIRM, Action.FILE);

    /**
     * @throws Invalid with code {@code condition-late} for a condition when it is filed already
     */
    public Order {
      if (conditionOrNull != null && !FIND_OUT.contains(action)) {
        throw new Invalid("condition", "condition-late", Map.of("action", action.word()));
      }
    }

    /** Without more than a reason. */
    public static Order of(Action action, String reason) {
      return new Order(action, reason, null, null, Hands.Named.NOBODY);
    }
  }

  /**
   * Does something to an incident.
   *
   * @param ifVersion the version the caller has seen
   * @throws Conflict with code {@code version-conflict} when it has changed since, or {@code
   *     action-illegal}, naming what would be legal
   * @throws Invalid with code {@code reason-missing}, {@code suspension-until} or {@code
   *     condition-unknown}
   * @throws org.wangge.fault.Forbidden where another role has to do it
   */
  public Incident act(Caller caller, String id, int ifVersion, Order order) {
    return act(caller, id, ifVersion, order, (tx, actor, changed) -> {});
  }

  /** What is kept along with something that was done, in the same transaction. */
  @FunctionalInterface
  public interface Enclosure {
    /** Keeps it. */
    void keep(Tx tx, Caller actor, Incident changed);
  }

  /** The same, with something enclosed. */
  public Incident act(Caller caller, String id, int ifVersion, Order order, Enclosure enclosure) {
    Action action = order.action();
    Caller actor = caller.with(action.right());
    return transactions.write(
        caller,
        tx -> {
          Incident current = get(tx, actor, id);
          Conflict.unlessNewest(ifVersion, current.version());
          Incident found = found(tx, caller, current, order);
          Life.Circumstances with =
              new Life.Circumstances(
                  tx.now(), clocks.terms(tx, caller, found), order.untilOrNull());
          Action judged = hands.judge(tx, caller, found, order);
          Incident changed = found.after(judged, with);
          if (action.needsReason() && order.reason().isBlank()) {
            throw new Invalid("reason", "reason-missing", Map.of("action", action.word()));
          }
          alarms.keep(tx, caller, current, changed);
          store.addDeed(tx, caller, Deed.of(changed, judged, tx.now(), caller, order.reason()));
          hands.done(tx, caller, changed, order);
          tx.record(IncidentEvent.moved(changed, judged));
          enclosure.keep(tx, actor, changed);
          return changed;
        });
  }

  private Incident found(Tx tx, Caller caller, Incident current, Order order) {
    String condition = order.conditionOrNull();
    if (condition == null) {
      return current;
    }
    clocks.requireCondition(tx, caller, current.category(), condition);
    return current.under(condition);
  }
}
