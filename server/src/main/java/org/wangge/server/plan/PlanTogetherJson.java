package org.wangge.server.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.geo.LatticePoint;
import org.wangge.plan.together.Comment;
import org.wangge.plan.together.FaceLock;
import org.wangge.plan.together.FaceLocks;
import org.wangge.plan.together.PinnedBorder;
import org.wangge.plan.together.PlanComments;
import org.wangge.plan.together.Snapshot;

/** Snapshots, comments and locks of plans as JSON. */
final class PlanTogetherJson {
  private PlanTogetherJson() {}

  static Map<String, Object> snapshot(Snapshot snapshot) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", snapshot.id());
    json.put("name", snapshot.name());
    json.put("head", snapshot.head());
    json.put("madeAt", snapshot.at().toString());
    json.put("account", snapshot.account());
    return json;
  }

  static Map<String, @Nullable Object> comment(PlanComments.Shown shown) {
    Comment comment = shown.comment();
    Optional<PinnedBorder> border = shown.border();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", comment.id());
    json.put("replyTo", comment.replyToOrNull());
    json.put("text", comment.text());
    json.put("face", comment.pin().faceOrNull());
    json.put(
        "at",
        border
            .map(PinnedBorder::place)
            .or(comment.pin()::place)
            .map(PlanTogetherJson::pair)
            .orElse(null));
    json.put(
        "edge",
        comment.pin().ends().map(ends -> List.of(pair(ends.from()), pair(ends.to()))).orElse(null));
    json.put("border", comment.pin().ends().map(unused -> border(border)).orElse(null));
    json.put("madeAt", comment.at().toString());
    json.put("account", comment.account());
    json.put("resolvedAt", comment.resolved().map(done -> done.at().toString()).orElse(null));
    json.put("resolvedBy", comment.resolved().map(Comment.Resolved::account).orElse(null));
    return json;
  }

  /** The border as it runs now, and whether that is where it ran. */
  private static Map<String, Object> border(Optional<PinnedBorder> found) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", found.map(one -> one.moved() ? "moved" : "there").orElse("gone"));
    json.put("grids", found.map(PinnedBorder::grids).orElse(List.of()));
    json.put(
        "line",
        found.stream().flatMap(one -> one.line().stream()).map(PlanTogetherJson::pair).toList());
    return json;
  }

  private static List<Double> pair(LatticePoint place) {
    return List.of(place.lonDegrees(), place.latDegrees());
  }

  /** Locks, each with what the caller may do about it. */
  static Map<String, Object> locks(List<FaceLock> locks, Caller caller) {
    return Map.of("locks", locks.stream().map(lock -> lock(lock, caller)).toList());
  }

  private static Map<String, Object> lock(FaceLock lock, Caller caller) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("face", lock.face());
    json.put("account", lock.account());
    json.put("since", lock.at().toString());
    json.put("reason", lock.reason());
    json.put("own", lock.account().equals(caller.account()));
    json.put("mayLift", FaceLocks.mayLift(caller, lock));
    return json;
  }
}
