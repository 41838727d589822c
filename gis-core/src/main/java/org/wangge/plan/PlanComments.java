package org.wangge.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.geo.LatticePoint;
import org.wangge.plan.together.Comment;
import org.wangge.plan.together.TogetherStore;

/**
 * What people say of plans. Whoever may read a plan may say something of it, answer, settle what is
 * said and open it again. Thread-safe.
 */
public final class PlanComments {
  private static final int LONGEST_TEXT = 2_000;

  private final Transactions transactions;
  private final TogetherStore store;
  private final DrawnPlans plans;

  PlanComments(Transactions transactions, TogetherStore store, DrawnPlans plans) {
    this.transactions = transactions;
    this.store = store;
    this.plans = plans;
  }

  /** The comments on a plan, oldest first. */
  public List<Comment> list(Caller asking, long planId) {
    Caller caller = asking.with(Right.READ_PLANS);
    return transactions.read(tx -> store.comments(tx, caller, plans.find(tx, caller, planId).id()));
  }

  /**
   * What somebody has to say.
   *
   * @param text not blank
   * @param faceOrNull id of the grid it is about
   * @param atOrNull the place it is about; at most one of both
   * @param replyToOrNull id of the comment it answers, about whatever that is about
   */
  public record Said(
      String text,
      @Nullable String faceOrNull,
      @Nullable LatticePoint atOrNull,
      @Nullable Long replyToOrNull) {}

  /**
   * Adds a comment. An answer to an answer stands beside it.
   *
   * @throws Invalid with code {@code comment-length} or {@code comment-pins}
   * @throws NotFound with code {@code comment-unknown} or {@code face-unknown}
   */
  public Comment add(Caller asking, long planId, Said said) {
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
          return comment;
        });
  }

  private Comment.Pin pin(Tx tx, Caller caller, Plan plan, Said said) {
    String face = said.faceOrNull();
    LatticePoint at = said.atOrNull();
    if ((face != null && at != null)
        || (said.replyToOrNull() != null && (face != null || at != null))) {
      throw new Invalid("face", "comment-pins", Map.of());
    }
    if (face == null) {
      return at == null ? Comment.Pin.NONE : new Comment.Pin(null, at);
    }
    Topology topology = plans.topology(tx, caller, plan, plans.history(tx, caller, plan));
    return new Comment.Pin(face, FaceLocks.grid(plan, topology, face).label());
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
  public Comment resolve(Caller asking, long planId, long id) {
    return settle(asking, planId, id, true);
  }

  /** Opens again what was settled. */
  public Comment reopen(Caller asking, long planId, long id) {
    return settle(asking, planId, id, false);
  }

  private Comment settle(Caller asking, long planId, long id, boolean resolved) {
    Caller caller = asking.with(Right.READ_PLANS);
    return transactions.write(
        caller,
        tx -> {
          plans.find(tx, caller, planId);
          Comment comment = root(tx, caller, planId, id);
          if (comment.resolved().isPresent() == resolved) {
            return comment;
          }
          Comment changed =
              comment.resolved(resolved ? new Comment.Resolved(tx.now(), caller.account()) : null);
          store.resolve(tx, caller, planId, changed);
          tx.record(new PlanEvent.PlanCommentSettled(planId, changed.id(), resolved));
          return changed;
        });
  }
}
