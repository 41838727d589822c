package org.wangge.server.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.geo.LatticePoint;
import org.wangge.plan.record.Plan;
import org.wangge.plan.record.PlanState;
import org.wangge.plan.together.Comment;
import org.wangge.plan.together.FaceLock;
import org.wangge.plan.together.Snapshot;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/** What the store of what people tell each other of plans promises, on either database. */
abstract class TogetherStoreContract {
  private static final Caller CALLER = Caller.upkeep();
  private static final Instant T0 = Instant.parse("2026-11-01T00:00:00Z");

  private final JdbcTogetherStore store = new JdbcTogetherStore();
  private Database database;
  private long plan;
  private long other;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open();
    plan = plan();
    other = plan();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private long plan() {
    Plan draft = new Plan(0, 1, "甲", "990101001001", PlanState.DRAFT, 0, 7, T0, "planner", null);
    return write(tx -> new JdbcPlanStore().add(tx, CALLER, draft)).id();
  }

  @Test
  void a_snapshot_comes_back_and_its_name_is_taken_in_its_plan_alone() {
    Snapshot first = new Snapshot(0, "上午", 3, T0, "planner");
    Snapshot kept = write(tx -> store.add(tx, CALLER, plan, first));
    Snapshot later = write(tx -> store.add(tx, CALLER, plan, named("下午")));
    assertThat(kept).isEqualTo(new Snapshot(kept.id(), "上午", 3, T0, "planner"));
    assertThatThrownBy(() -> write(tx -> store.add(tx, CALLER, plan, named("上午"))))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("snapshot-exists");
    Snapshot elsewhere = write(tx -> store.add(tx, CALLER, other, named("上午")));
    List<Snapshot> all = database.read(tx -> store.snapshots(tx, CALLER, plan));
    Optional<Snapshot> found = database.read(tx -> store.snapshot(tx, CALLER, plan, kept.id()));
    Optional<Snapshot> not = database.read(tx -> store.snapshot(tx, CALLER, plan, elsewhere.id()));
    assertThat(all).containsExactly(kept, later);
    assertThat(found).contains(kept);
    assertThat(not).isEmpty();
  }

  private static Snapshot named(String name) {
    return new Snapshot(0, name, 0, T0, "other");
  }

  @Test
  void comments_come_back_with_pins_and_answers_and_are_settled_and_opened() {
    LatticePoint place = new LatticePoint(1_126_000_001, -289_050_007);
    Comment asked = add(null, "东界为什么在这里？", new Comment.Pin("990101001001001", place));
    Comment answer = add(asked.id(), "沿路。", Comment.Pin.NONE);
    Comment there = add(null, "这里", new Comment.Pin(null, place));
    Comment.Ends ends = new Comment.Ends(place, new LatticePoint(1_126_000_900, -289_050_001));
    Comment border = add(null, "这段界", new Comment.Pin(null, place, ends));
    List<Comment> all = database.read(tx -> store.comments(tx, CALLER, plan));
    assertThat(all).containsExactly(asked, answer, there, border);
    Comment settled = asked.resolved(new Comment.Resolved(T0.plusSeconds(5), "approver"));
    resolve(settled);
    assertThat(find(plan, asked.id())).contains(settled);
    resolve(asked);
    assertThat(find(plan, asked.id())).contains(asked);
    assertThat(find(other, asked.id())).isEmpty();
  }

  private void resolve(Comment comment) {
    write(
        tx -> {
          store.resolve(tx, CALLER, plan, comment);
          return comment;
        });
  }

  private Optional<Comment> find(long planId, long id) {
    return database.read(tx -> store.comment(tx, CALLER, planId, id));
  }

  private Comment add(@Nullable Long replyTo, String text, Comment.Pin pin) {
    Comment comment = new Comment(0, replyTo, text, pin, T0, "planner", null);
    return write(tx -> store.add(tx, CALLER, plan, comment));
  }

  @Test
  void a_lock_is_one_accounts_until_it_is_lifted() {
    FaceLock own = new FaceLock("990101001001002", "planner", T0, "待定");
    FaceLock again = new FaceLock("990101001001002", "planner", T0.plusSeconds(9), "");
    FaceLock theirs = new FaceLock("990101001001002", "other", T0, "");
    FaceLock first = new FaceLock("990101001001001", "other", T0, "");
    assertThat(lock(own)).isTrue();
    assertThat(lock(again)).isTrue();
    assertThat(lock(theirs)).isFalse();
    assertThat(lock(first)).isTrue();
    assertThat(locks()).containsExactly(first, again);
    write(
        tx -> {
          store.unlock(tx, CALLER, plan, own.face());
          return own;
        });
    assertThat(locks()).containsExactly(first);
    assertThat(lock(theirs)).isTrue();
  }

  private boolean lock(FaceLock lock) {
    return write(tx -> store.lock(tx, CALLER, plan, lock));
  }

  private List<FaceLock> locks() {
    return database.read(tx -> store.locks(tx, CALLER, plan));
  }

  private <T> T write(Function<Tx, T> work) {
    return database.write(CALLER, work);
  }
}
