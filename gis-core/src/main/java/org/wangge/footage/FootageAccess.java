package org.wangge.footage;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.audit.AuditEntry;
import org.wangge.audit.Outcome;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraStore;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;

/**
 * The one rule that every picture of a camera passes, live or past, moving or still: what
 * somebody's roles allow, where their area is, and, of what is past, that a reason is on record
 * before anything is shown. The last minutes need none: who is on duty may look again at what has
 * just been. Thread-safe.
 */
public final class FootageAccess {
  /** How long a retrieval can be used. */
  static final Duration GOOD = Duration.ofHours(8);

  private final Transactions transactions;
  private final CameraStore cameras;
  private final RetrievalStore retrievals;
  private final Function<Instant, UUID> ids;
  private final Duration replay;

  /**
   * Makes the rule.
   *
   * @param ids makes ids that grow with time
   * @param replay how far back one may look again without a reason
   */
  public FootageAccess(
      Transactions transactions,
      CameraStore cameras,
      RetrievalStore retrievals,
      Function<Instant, UUID> ids,
      Duration replay) {
    this.transactions = transactions;
    this.cameras = cameras;
    this.retrievals = retrievals;
    this.ids = ids;
    this.replay = replay;
  }

  /** How far back one may look again without a reason. */
  public Duration replay() {
    return replay;
  }

  /**
   * The camera, for whoever may look at what it sees now.
   *
   * @throws NotFound with code {@code camera-unknown}, also where the caller may not look
   */
  public Camera live(Caller caller, String cameraId) {
    return transactions.read(tx -> camera(tx, caller.with(Right.WATCH_CAMERAS), cameraId));
  }

  /**
   * The camera, for whoever may look at what it saw.
   *
   * @param span what of it
   * @param retrieval the id of what is on record for it; null where it needs none
   * @throws NotFound with code {@code camera-unknown}, also where the caller may not look
   * @throws Forbidden with code {@code retrieval-needed} where no reason is on record for it
   * @throws Invalid with code {@code footage-in-future}
   */
  public Camera past(Caller caller, String cameraId, Span span, @Nullable UUID retrieval) {
    return transactions.read(tx -> past(tx, caller, cameraId, span, retrieval));
  }

  private Camera past(Tx tx, Caller caller, String cameraId, Span span, @Nullable UUID retrieval) {
    notInFuture(tx, span);
    if (retrieval == null && !span.from().isBefore(tx.now().minus(replay))) {
      return camera(tx, caller.with(Right.REPLAY_FOOTAGE), cameraId);
    }
    if (!caller.has(Right.RETRIEVE_FOOTAGE) || retrieval == null) {
      throw new Forbidden("retrieval-needed");
    }
    Caller reader = caller.with(Right.RETRIEVE_FOOTAGE);
    if (retrievals
        .find(tx, reader, retrieval)
        .filter(one -> one.covers(reader.account(), cameraId, span, tx.now()))
        .isEmpty()) {
      throw new Forbidden("retrieval-needed");
    }
    return camera(tx, reader, cameraId);
  }

  /**
   * Puts on record that somebody is about to look at footage, and why: once for all its cameras,
   * and for each of them in the audit.
   *
   * @throws NotFound with code {@code camera-unknown} for one that the caller may not look at
   * @throws Invalid with code {@code footage-in-future}
   */
  public Retrieval retrieve(Caller caller, RetrievalRequest request) {
    Caller reader = caller.with(Right.RETRIEVE_FOOTAGE);
    return transactions.write(reader, tx -> retrieve(tx, reader, request));
  }

  private Retrieval retrieve(Tx tx, Caller reader, RetrievalRequest request) {
    notInFuture(tx, request.span());
    Retrieval retrieval =
        new Retrieval(
            ids.apply(tx.now()), reader.account(), request, tx.now(), tx.now().plus(GOOD));
    retrievals.add(tx, reader, retrieval);
    for (String id : request.orderedCameras()) {
      camera(tx, reader, id);
      Map<String, Object> facts =
          Map.of(
              "retrieval", retrieval.id().toString(),
              "from", request.span().from().toString(),
              "to", request.span().to().toString());
      tx.audit(new AuditEntry("footage-retrieved", id, Outcome.DONE, facts, request.why()));
    }
    return retrieval;
  }

  private Camera camera(Tx tx, Caller reader, String id) {
    return cameras
        .find(tx, reader, id, null)
        .orElseThrow(() -> new NotFound("camera-unknown", Map.of("id", id)))
        .camera();
  }

  private static void notInFuture(Tx tx, Span span) {
    if (span.to().isAfter(tx.now())) {
      throw new Invalid(
          "to",
          "footage-in-future",
          Map.of("given", span.to().toString(), "now", tx.now().toString()));
    }
  }
}
