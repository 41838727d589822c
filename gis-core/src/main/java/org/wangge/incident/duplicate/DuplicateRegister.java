package org.wangge.incident.duplicate;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Action;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentQuery;
import org.wangge.incident.IncidentRegister;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.category.Category;
import org.wangge.incident.category.CategoryStore;

/**
 * Proposes incidents that are likely the same, and lets one go on as another. Merging ends the one
 * by the life cycle's own steps and keeps it whole, with its reports, its reporters and its token;
 * whoever follows it is told how the other stands. Thread-safe.
 */
public final class DuplicateRegister {
  private static final List<Alike> NONE = List.of();
  private static final int MOST_LOOKED_AT = 500;
  private static final int MOST_PROPOSED = 10;

  /** To strangers, no closer than this: else a few questions would tell the very place. */
  private static final double STRANGERS_METERS = 20;

  private final Transactions transactions;
  private final IncidentStore incidents;
  private final IncidentRegister register;
  private final CategoryStore categories;
  private final MergeStore store;
  private final Likeness likeness;

  public DuplicateRegister(
      Transactions transactions,
      IncidentStore incidents,
      IncidentRegister register,
      CategoryStore categories,
      MergeStore store,
      Likeness likeness) {
    this.transactions = transactions;
    this.incidents = incidents;
    this.register = register;
    this.categories = categories;
    this.store = store;
    this.likeness = likeness;
  }

  /**
   * Open incidents of a category that a report would likely double, the likeliest first, for
   * whoever is about to send it. Of a category that is not published, strangers are told none.
   *
   * @param now when it would be sent
   */
  public List<Alike> around(Caller caller, LatticePoint at, String category, Instant now) {
    Caller reader = caller.with(Right.PUBLIC);
    return transactions
        .read(tx -> mayAsk(tx, caller, category) ? alike(tx, reader, at, category, now, "") : NONE)
        .stream()
        .filter(one -> one.incident().category().equals(category))
        .map(one -> new Alike(one.incident(), coarse(one.meters()), one.score()))
        .toList();
  }

  private boolean mayAsk(Tx tx, Caller caller, String category) {
    return caller.has(Right.READ_INCIDENTS)
        || categories.find(tx, caller, category).filter(Category::isPublished).isPresent();
  }

  private static double coarse(double meters) {
    return Math.ceil(meters / STRANGERS_METERS) * STRANGERS_METERS;
  }

  /**
   * What is known of an incident's likes.
   *
   * @param likely open incidents that are likely the same, the likeliest first
   * @param into id of the incident as which it goes on; empty where it stands for itself
   * @param merged ids of those that go on as it
   */
  public record Likes(List<Alike> likely, Optional<String> into, List<String> merged) {}

  /**
   * Of an incident.
   *
   * @throws NotFound with code {@code incident-unknown}, also where the caller may not see it
   */
  public Likes likes(Caller caller, String id) {
    Caller reader = caller.with(Right.READ_INCIDENTS);
    return transactions.read(
        tx -> {
          Incident one = get(tx, reader, id);
          List<Alike> likely =
              alike(tx, reader, one.location(), one.category(), one.reportedAt(), id);
          return new Likes(likely, store.into(tx, id), store.merged(tx, reader, id));
        });
  }

  private List<Alike> alike(
      Tx tx, Caller caller, LatticePoint at, String category, Instant when, String butId) {
    IncidentQuery query =
        new IncidentQuery(
            null,
            null,
            true,
            null,
            LatticeBox.around(at, likeness.reachMeters()),
            when.minus(likeness.window()),
            when.plus(likeness.window()),
            "",
            MOST_LOOKED_AT);
    return incidents.list(tx, caller, query).stream()
        .filter(one -> !one.id().equals(butId))
        .map(one -> alike(one, at, category, when))
        .filter(one -> one.score() >= likeness.least())
        .sorted(
            Comparator.comparingDouble(Alike::score)
                .reversed()
                .thenComparing(one -> one.incident().id()))
        .limit(MOST_PROPOSED)
        .toList();
  }

  private Alike alike(Incident one, LatticePoint at, String category, Instant when) {
    double meters = Geodesy.distanceMeters(at, one.location());
    double score = likeness.of(meters, when, one.reportedAt(), one.category().equals(category));
    return new Alike(one, meters, score);
  }

  private Incident get(Tx tx, Caller caller, String id) {
    return incidents
        .find(tx, caller, id)
        .orElseThrow(() -> new NotFound("incident-unknown", Map.of("id", id)));
  }

  /**
   * Lets an incident go on as another: it is rejected, or cancelled if it was filed.
   *
   * @param ifVersion the version of the first the caller has seen
   * @throws Conflict with code {@code version-conflict}, {@code action-illegal}, {@code
   *     merge-closed} when the other is closed, or {@code merge-chain} when others go on as the
   *     first
   * @throws Invalid with code {@code merge-itself}
   */
  public Incident merge(Caller caller, String id, int ifVersion, String intoId) {
    Caller leader = caller.with(Right.LEAD_INCIDENTS);
    if (id.equals(intoId)) {
      throw new Invalid("into", "merge-itself");
    }
    Incident one = transactions.read(tx -> get(tx, leader, id));
    Incident other = transactions.read(tx -> get(tx, leader, intoId));
    Action action = one.filedAt().isPresent() ? Action.CANCEL : Action.REJECT;
    return register.act(
        caller,
        id,
        ifVersion,
        IncidentRegister.Order.of(action, "= " + other.number()),
        (tx, actor, changed) -> {
          requireMergeable(tx, leader, id, intoId);
          // Somebody may have opened it again by hand.
          store.remove(tx, actor, id);
          store.add(tx, actor, id, intoId);
          tx.record(new DuplicateEvent.IncidentMerged(id, intoId));
        });
  }

  private void requireMergeable(Tx tx, Caller caller, String id, String intoId) {
    // Two that become each other at once line up here, in one order.
    List.of(id, intoId).stream().sorted().forEach(each -> incidents.hold(tx, caller, each));
    Incident other = get(tx, caller, intoId);
    if (!store.merged(tx, caller, id).isEmpty()) {
      throw new Conflict("merge-chain", Map.of("id", id, "into", intoId));
    }
    if (!other.step().open()) {
      throw new Conflict("merge-closed", Map.of("into", intoId));
    }
  }

  /**
   * Lets an incident stand for itself again, open as it was before it was taken up or dispatched.
   *
   * @throws Conflict with code {@code version-conflict}, or {@code merge-none} when it is not
   *     merged
   */
  public Incident unmerge(Caller caller, String id, int ifVersion) {
    return register.act(
        caller,
        id,
        ifVersion,
        IncidentRegister.Order.of(Action.REOPEN, "≠"),
        (tx, actor, changed) -> {
          String into =
              store.into(tx, id).orElseThrow(() -> new Conflict("merge-none", Map.of("id", id)));
          store.remove(tx, actor, id);
          tx.record(new DuplicateEvent.IncidentUnmerged(id, into));
        });
  }

  /** The incident as which one goes on; itself where it stands for itself. */
  public Incident leading(Caller caller, Incident one) {
    return transactions.read(
        tx ->
            store
                .into(tx, one.id())
                .filter(into -> !one.step().open())
                .flatMap(into -> incidents.find(tx, caller, into))
                .orElse(one));
  }
}
