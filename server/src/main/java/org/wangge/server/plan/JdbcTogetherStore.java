package org.wangge.server.plan;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.geo.LatticePoint;
import org.wangge.plan.together.Comment;
import org.wangge.plan.together.FaceLock;
import org.wangge.plan.together.Snapshot;
import org.wangge.plan.together.TogetherStore;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;

/** Snapshots, comments and locks of plans in plain SQL for both databases. Thread-safe. */
public final class JdbcTogetherStore implements TogetherStore {

  @Override
  public Snapshot add(Tx tx, Caller caller, long planId, Snapshot snapshot) {
    int added =
        JdbcTx.of(tx)
            .update(
                """
                insert into plan_snapshot (plan_id, name, head, made_at, account)
                values (?, ?, ?, ?, ?) on conflict do nothing
                """,
                planId,
                snapshot.name(),
                snapshot.head(),
                snapshot.at(),
                snapshot.account());
    if (added == 0) {
      throw new Conflict("snapshot-exists", Map.of("name", snapshot.name()));
    }
    return JdbcTx.of(tx)
        .queryOne(
            "select * from plan_snapshot where plan_id = ? and name = ?",
            JdbcTogetherStore::snapshot,
            planId,
            snapshot.name())
        .orElseThrow();
  }

  @Override
  public List<Snapshot> snapshots(Tx tx, Caller caller, long planId) {
    return JdbcTx.of(tx)
        .query(
            "select * from plan_snapshot where plan_id = ? order by id",
            JdbcTogetherStore::snapshot,
            planId);
  }

  @Override
  public Optional<Snapshot> snapshot(Tx tx, Caller caller, long planId, long id) {
    return JdbcTx.of(tx)
        .queryOne(
            "select * from plan_snapshot where plan_id = ? and id = ?",
            JdbcTogetherStore::snapshot,
            planId,
            id);
  }

  @Override
  public Comment add(Tx tx, Caller caller, long planId, Comment comment) {
    Optional<LatticePoint> place = comment.pin().place();
    Optional<Comment.Ends> ends = comment.pin().ends();
    long id =
        JdbcTx.of(tx)
            .insert(
                """
                insert into plan_comment (plan_id, reply_to, text, face, place_lon, place_lat,
                  from_lon, from_lat, to_lon, to_lat, made_at, account)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                planId,
                comment.replyToOrNull(),
                comment.text(),
                comment.pin().faceOrNull(),
                place.map(LatticePoint::lon).orElse(null),
                place.map(LatticePoint::lat).orElse(null),
                ends.map(two -> two.from().lon()).orElse(null),
                ends.map(two -> two.from().lat()).orElse(null),
                ends.map(two -> two.to().lon()).orElse(null),
                ends.map(two -> two.to().lat()).orElse(null),
                comment.at(),
                comment.account());
    return comment.withId(id);
  }

  @Override
  public List<Comment> comments(Tx tx, Caller caller, long planId) {
    return JdbcTx.of(tx)
        .query(
            "select * from plan_comment where plan_id = ? order by id",
            JdbcTogetherStore::comment,
            planId);
  }

  @Override
  public Optional<Comment> comment(Tx tx, Caller caller, long planId, long id) {
    return JdbcTx.of(tx)
        .queryOne(
            "select * from plan_comment where plan_id = ? and id = ?",
            JdbcTogetherStore::comment,
            planId,
            id);
  }

  @Override
  public void resolve(Tx tx, Caller caller, long planId, Comment comment) {
    JdbcTx.of(tx)
        .update(
            "update plan_comment set resolved_at = ?, resolved_by = ? where plan_id = ? and id = ?",
            comment.resolved().map(Comment.Resolved::at).orElse(null),
            comment.resolved().map(Comment.Resolved::account).orElse(null),
            planId,
            comment.id());
  }

  @Override
  public boolean lock(Tx tx, Caller caller, long planId, FaceLock lock) {
    JdbcTx jdbc = JdbcTx.of(tx);
    jdbc.update(
        "delete from plan_lock where plan_id = ? and face = ? and account = ?",
        planId,
        lock.face(),
        lock.account());
    int added =
        jdbc.update(
            """
            insert into plan_lock (plan_id, face, account, locked_at, reason)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """,
            planId,
            lock.face(),
            lock.account(),
            lock.at(),
            lock.reason());
    return added > 0;
  }

  @Override
  public List<FaceLock> locks(Tx tx, Caller caller, long planId) {
    return JdbcTx.of(tx)
        .query(
            "select * from plan_lock where plan_id = ? order by face",
            JdbcTogetherStore::lock,
            planId);
  }

  @Override
  public void unlock(Tx tx, Caller caller, long planId, String face) {
    JdbcTx.of(tx).update("delete from plan_lock where plan_id = ? and face = ?", planId, face);
  }

  private static Snapshot snapshot(Row row) throws SQLException {
    return new Snapshot(
        row.number("id"),
        row.string("name"),
        row.integer("head"),
        row.instant("made_at"),
        row.string("account"));
  }

  private static Comment comment(Row row) throws SQLException {
    LatticePoint from = pointOrNull(row, "from");
    LatticePoint to = pointOrNull(row, "to");
    Comment.Pin pin =
        new Comment.Pin(
            row.stringIfAny("face").orElse(null),
            pointOrNull(row, "place"),
            from == null || to == null ? null : new Comment.Ends(from, to));
    Optional<Instant> resolved = row.instantIfAny("resolved_at");
    return new Comment(
        row.number("id"),
        row.numberIfAny("reply_to").orElse(null),
        row.string("text"),
        pin,
        row.instant("made_at"),
        row.string("account"),
        resolved.isPresent()
            ? new Comment.Resolved(resolved.get(), row.string("resolved_by"))
            : null);
  }

  private static @Nullable LatticePoint pointOrNull(Row row, String name) throws SQLException {
    OptionalInt lon = row.integerIfAny(name + "_lon");
    OptionalInt lat = row.integerIfAny(name + "_lat");
    return lon.isPresent() && lat.isPresent()
        ? new LatticePoint(lon.getAsInt(), lat.getAsInt())
        : null;
  }

  private static FaceLock lock(Row row) throws SQLException {
    return new FaceLock(
        row.string("face"), row.string("account"), row.instant("locked_at"), row.string("reason"));
  }
}
