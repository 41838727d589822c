package org.wangge.plan.together;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.geo.LatticePoint;
import org.wangge.plan.drawing.DrawnPlans;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanEvent;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Topology;

/**
 * What people say of plans. Whoever may read a plan may say something of it, answer, settle what is
 * said and open it again. Thread-safe.
 */
public final class PlanComments {
  private static final int LONGEST_TEXT = 2_000;

  private final Transactions transactions;
  private final TogetherStore store;
  private final DrawnPlans plans;

  public PlanComments(Transactions transactions, TogetherStore store, DrawnPlans plans) {
    this.transactions = transactions;
    this.store = store;
    this.plans = plans;
  }

  /**
   * A comment as it is shown.
   *
   * @param comment as it was said
   * @param border what it is about, as it runs now; empty where it is about no border, or that is
   *     gone
   */
  public record Shown(Comment comment, Optional<PinnedBorder> border) {}

  /** The comments on a plan, oldest first. */
  public List<Shown> list(Caller asking, long planId) {
    Caller caller = asking.with(Right.READ_PLANS);
    return transactions.read(
        tx -> {
          Plan plan = plans.find(tx, caller, planId);
          return shown(tx, caller, plan, store.comments(tx, caller, planId));
        });
  }

  private List<Shown> shown(Tx tx, Caller caller, Plan plan, List<Comment> comments) {
    if (comments.stream().noneMatch(comment -> comment.pin().ends().isPresent())) {
      return comments.stream().map(comment -> new Shown(comment, Optional.empty())).toList();
    }
    BorderPins borders = borders(plan, topology(tx, caller, plan));
    return comments.stream()
        .map(
            comment ->
                new Shown(
                    comment, comment.pin().ends().flatMap(unused -> borders.now(comment.pin()))))
        .toList();
  }

  private Topology topology(Tx tx, Caller caller, Plan plan) {
    return plans.topology(tx, caller, plan, plans.history(tx, caller, plan));
  }

  private static BorderPins borders(Plan plan, Topology topology) {
    return new BorderPins(
        topology,
        topology.faces().stream()
            .filter(Topology::isGrid)
            .filter(face -> topology.isWithin(face, plan.areaCode()))
            .toList());
  }

  /**
   * What somebody has to say.
   *
   * @param text not blank
   * @param faceOrNull id of the grid it is about
   * @param atOrNull the place it is about
   * @param edgeOrNull a place near the border it is about
   * @param between ids of the two grids whose border it is about; else empty. At most one of these
   *     four is given
   * @param replyToOrNull id of the comment it answers, about whatever that is about
   */
  public record Said(
      String text,
      @Nullable String faceOrNull,
      @Nullable LatticePoint atOrNull,
      @Nullable LatticePoint edgeOrNull,
      List<String> between,
      @Nullable Long replyToOrNull) {

    public Said {
      between = List.copyOf(between);
    }

    private long pins() {
      return Stream.of(faceOrNull != null, atOrNull != null, edgeOrNull != null, !between.isEmpty())
          .filter(given -> given)
          .count();
    }
  }

  /**
   * Adds a comment. An answer to an answer stands beside it.
   *
   * @throws Invalid with code {@code comment-length}, {@code comment-pins}, {@code
   *     comment-no-border} or {@code not-neighbours}
   * @throws NotFound with code {@code comment-unknown} or {@code face-unknown}
   */
  public Shown add(Caller asking, long planId, Said said) {
    Caller caller = asking.with(Right.READ_PLANS);
    String text = said.text().strip();
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      throw new Invalid("text", "comment-length", Map.of("longest", LONGEST_TEXT));
    }
    return transactions.write(
        caller,
        tx -> {
          Plan plan = plans.find(tx, caller, planId);
          Comment.Pin pin = pin(tx, caller, plan, said);
          Long thread = said.replyToOrNull() == null ? null : thread(tx, caller, planId, said);
          Comment comment =
              store.add(
                  tx,
                  caller,
                  planId,
                  new Comment(0, thread, text, pin, tx.now(), caller.account(), null));
          tx.record(new PlanEvent.PlanCommented(planId, comment.id()));
          return shown(tx, caller, plan, List.of(comment)).get(0);
        });
  }

  private Comment.Pin pin(Tx tx, Caller caller, Plan plan, Said said) {
    if (said.pins() > (said.replyToOrNull() == null ? 1 : 0)) {
      throw new Invalid("face", "comment-pins", Map.of());
    }
    if (said.atOrNull() != null || said.pins() == 0) {
      return new Comment.Pin(null, said.atOrNull());
    }
    Topology topology = topology(tx, caller, plan);
    String face = said.faceOrNull();
    if (face != null) {
      return new Comment.Pin(face, FaceLocks.grid(plan, topology, face).label());
    }
    BorderPins borders = borders(plan, topology);
    LatticePoint near = said.edgeOrNull();
    if (near != null) {
      return borders.near(near);
    }
    List<Face> sides =
        said.between().stream().map(id -> FaceLocks.grid(plan, topology, id)).toList();
    return borders.between(sides.get(0), sides.get(sides.size() - 1));
  }

  private Long thread(Tx tx, Caller caller, long planId, Said said) {
    long answered = said.replyToOrNull() == null ? 0 : said.replyToOrNull();
    return root(tx, caller, planId, answered).id();
  }

  /** The comment itself or, of an answer, the one it answers. */
  private Comment root(Tx tx, Caller caller, long planId, long id) {
    Comment comment = find(tx, caller, planId, id);
    return comment.replyToOrNull() == null
        ? comment
        : find(tx, caller, planId, comment.replyToOrNull());
  }

  private Comment find(Tx tx, Caller caller, long planId, long id) {
    return store
        .comment(tx, caller, planId, id)
        .orElseThrow(() -> new NotFound("comment-unknown", Map.of("comment", id)));
  }

  /** Settles a comment with all its answers; again is no matter. */
  public Shown resolve(Caller asking, long planId, long id) {
    return settle(asking, planId, id, true);
  }

  /** Opens again what was settled. */
  public Shown reopen(Caller asking, long planId, long id) {
    return settle(asking, planId, id, false);
  }

  private Shown settle(Caller asking, long planId, long id, boolean resolved) {
    Caller caller = asking.with(Right.READ_PLANS);
    return transactions.write(
        caller,
        tx -> {
          Plan plan = plans.find(tx, caller, planId);
          Comment comment = root(tx, caller, planId, id);
          if (comment.resolved().isPresent() == resolved) {
            return shown(tx, caller, plan, List.of(comment)).get(0);
          }
          Comment changed =
              comment.resolved(resolved ? new Comment.Resolved(tx.now(), caller.account()) : null);
          store.resolve(tx, caller, planId, changed);
          tx.record(new PlanEvent.PlanCommentSettled(planId, changed.id(), resolved));
          return shown(tx, caller, plan, List.of(changed)).get(0);
        });
  }
}
