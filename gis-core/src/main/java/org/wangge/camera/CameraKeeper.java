package org.wangge.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.geo.LatticePoint;

/**
 * Enters cameras into the register, changes them and takes them out. What was on record before can
 * still be read, and the last change of a camera can be taken back. Thread-safe.
 */
public final class CameraKeeper {
  /** So many may be changed at once. */
  public static final int MOST_AT_ONCE = 500;

  /** Clocks of callers may be ahead by so much. */
  private static final Duration AHEAD = Duration.ofMinutes(1);

  private final Transactions transactions;
  private final CameraStore store;
  private final Function<LatticePoint, String> gridAt;

  /**
   * Makes a keeper.
   *
   * @param gridAt code of the grid at a place; empty outside every grid
   */
  public CameraKeeper(
      Transactions transactions, CameraStore store, Function<LatticePoint, String> gridAt) {
    this.transactions = transactions;
    this.store = store;
    this.gridAt = gridAt;
  }

  /**
   * Enters cameras, all or none.
   *
   * @param cameras their grids are found anew
   * @param from first instant at which they stand; null for now
   * @throws Conflict with code {@code camera-taken} when an id is there already
   * @throws NotFound with code {@code camera-out-of-scope} where the caller keeps no cameras
   * @throws Invalid with code {@code camera-from-future}
   */
  public List<Camera> add(Caller caller, List<Camera> cameras, @Nullable Instant from) {
    Caller keeper = caller.with(Right.KEEP_CAMERAS);
    return transactions.write(caller, tx -> add(tx, keeper, cameras, from));
  }

  private List<Camera> add(Tx tx, Caller keeper, List<Camera> cameras, @Nullable Instant from) {
    Instant since = notInFuture(tx, from);
    List<Camera> placed = cameras.stream().map(this::placed).toList();
    placed.forEach(camera -> requireInScope(keeper, camera));
    store.add(tx, keeper, placed, since);
    placed.forEach(one -> tx.record(new CameraEvent.CameraAdded(one.id(), one.gridCode())));
    return placed;
  }

  /**
   * What became of a list of cameras.
   *
   * @param added were not there before
   * @param changed were there, and stand otherwise now
   * @param unchanged were there as the list has them
   */
  public record Taken(int added, int changed, int unchanged) {}

  /**
   * Takes over a list of cameras, all or none: those that are not there are added, those that stand
   * otherwise are changed, from an instant on.
   *
   * @param cameras their grids are found anew
   * @param onlyTry whether all is only tried, and nothing kept
   * @throws NotFound with code {@code camera-not-standing} for one that was taken down, or {@code
   *     camera-out-of-scope}
   */
  public Taken take(Caller caller, List<Camera> cameras, @Nullable Instant from, boolean onlyTry) {
    Caller keeper = caller.with(Right.KEEP_CAMERAS);
    return onlyTry
        ? transactions.read(tx -> take(tx, keeper, cameras, from, true))
        : transactions.write(caller, tx -> take(tx, keeper, cameras, from, false));
  }

  private Taken take(
      Tx tx, Caller keeper, List<Camera> cameras, @Nullable Instant from, boolean onlyTry) {
    Instant since = notInFuture(tx, from);
    List<Camera> fresh = new ArrayList<>();
    int changed = 0;
    List<Camera> ordered = new ArrayList<>(cameras);
    ordered.sort(Comparator.comparing(Camera::id));
    for (Camera given : ordered) {
      Camera camera = placed(given);
      requireInScope(keeper, camera);
      CameraHistory before = store.history(tx, keeper, camera.id(), null).orElse(null);
      if (before == null) {
        fresh.add(camera);
      } else if (!isSo(before, since, camera)) {
        changed++;
        List<CameraVersion> after = before.changed(since, any -> camera);
        if (!onlyTry) {
          store.replace(tx, keeper, before, after);
          tx.record(new CameraEvent.CameraChanged(camera.id(), gridOf(after)));
        }
      }
    }
    if (!onlyTry) {
      add(tx, keeper, fresh, since);
    }
    return new Taken(fresh.size(), changed, cameras.size() - fresh.size() - changed);
  }

  private static boolean isSo(CameraHistory history, Instant at, Camera camera) {
    return history.at(at).map(CameraVersion::camera).filter(camera::equals).isPresent();
  }

  /**
   * Changes cameras, all or none.
   *
   * @param from since when it is so; null for now. It holds up to the next change on record
   * @throws Conflict with code {@code version-conflict} when another came first
   * @throws NotFound with code {@code camera-unknown}, {@code camera-not-standing}, or {@code
   *     camera-out-of-scope} where one would stand where the caller keeps none
   * @throws Invalid with code {@code camera-from-future}, {@code cameras-too-many}, {@code
   *     camera-twice}, or {@code camera-invalid} when what comes of one cannot be
   */
  public void change(
      Caller caller, List<CameraKey> keys, CameraChange change, @Nullable Instant from) {
    Caller keeper = caller.with(Right.KEEP_CAMERAS);
    transactions.write(
        caller,
        tx -> {
          Instant since = notInFuture(tx, from);
          for (CameraKey key : inOrder(keys)) {
            CameraHistory before = read(tx, keeper, key);
            List<CameraVersion> after =
                before.changed(since, camera -> placed(changed(camera, change)));
            after.stream()
                .filter(version -> !before.versions().contains(version))
                .forEach(version -> requireInScope(keeper, version.camera()));
            store.replace(tx, keeper, before, after);
            tx.record(new CameraEvent.CameraChanged(key.id(), gridOf(after)));
          }
          return true;
        });
  }

  private static Camera changed(Camera camera, CameraChange change) {
    try {
      return change.apply(camera);
    } catch (IllegalArgumentException e) {
      throw new Invalid(
          "change", "camera-invalid", Map.of("id", camera.id(), "reason", e.getMessage()));
    }
  }

  /**
   * Says of cameras that they were taken down, all or none.
   *
   * @param from first instant at which they stand no more; null for now
   * @throws Conflict with code {@code version-conflict}, {@code camera-changed-later} or {@code
   *     camera-ends-at-start}
   * @throws NotFound with code {@code camera-unknown} or {@code camera-not-standing}
   */
  public void end(Caller caller, List<CameraKey> keys, @Nullable Instant from) {
    Caller keeper = caller.with(Right.KEEP_CAMERAS);
    transactions.write(
        caller,
        tx -> {
          Instant since = notInFuture(tx, from);
          for (CameraKey key : inOrder(keys)) {
            CameraHistory before = read(tx, keeper, key);
            List<CameraVersion> after = before.ended(since);
            store.replace(tx, keeper, before, after);
            tx.record(new CameraEvent.CameraEnded(key.id(), gridOf(after)));
          }
          return true;
        });
  }

  /**
   * Takes the last change of cameras back, all or none; done twice, it is made again.
   *
   * @throws Conflict with code {@code version-conflict}, or {@code camera-as-entered} when nothing
   *     was ever changed
   * @throws NotFound with code {@code camera-unknown}
   */
  public void takeBack(Caller caller, List<CameraKey> keys) {
    Caller keeper = caller.with(Right.KEEP_CAMERAS);
    transactions.write(
        caller,
        tx -> {
          for (CameraKey key : inOrder(keys)) {
            CameraHistory now = read(tx, keeper, key);
            CameraHistory before =
                store
                    .history(tx, keeper, key.id(), now.knownSince().minusNanos(1_000))
                    .orElseThrow(() -> new Conflict("camera-as-entered", Map.of("id", key.id())));
            store.replace(tx, keeper, now, before.versions());
            tx.record(new CameraEvent.CameraTakenBack(key.id(), gridOf(before.versions())));
          }
          return true;
        });
  }

  private CameraHistory read(Tx tx, Caller keeper, CameraKey key) {
    CameraHistory history =
        store
            .history(tx, keeper, key.id(), null)
            .orElseThrow(() -> CameraRegister.unknown(key.id()));
    Conflict.unlessNewest(key.revision(), history.revision());
    return history;
  }

  /** In one order, so that two writers of the same cameras line up instead of deadlocking. */
  private static List<CameraKey> inOrder(List<CameraKey> keys) {
    if (keys.isEmpty() || keys.size() > MOST_AT_ONCE) {
      throw new Invalid(
          "cameras", "cameras-too-many", Map.of("count", keys.size(), "most", MOST_AT_ONCE));
    }
    Set<String> seen = new HashSet<>();
    for (CameraKey key : keys) {
      if (!seen.add(key.id())) {
        throw new Invalid("cameras", "camera-twice", Map.of("id", key.id()));
      }
    }
    List<CameraKey> ordered = new ArrayList<>(keys);
    ordered.sort(Comparator.comparing(CameraKey::id));
    return ordered;
  }

  private static Instant notInFuture(Tx tx, @Nullable Instant from) {
    if (from == null) {
      return tx.now();
    }
    if (from.isAfter(tx.now().plus(AHEAD))) {
      throw new Invalid(
          "from",
          "camera-from-future",
          Map.of("from", from.toString(), "now", tx.now().toString()));
    }
    return from;
  }

  private Camera placed(Camera camera) {
    return camera.inGrid(gridAt.apply(camera.location()));
  }

  private static void requireInScope(Caller keeper, Camera camera) {
    if (!keeper.scope().covers(camera.gridCode(), camera.location())) {
      throw new NotFound(
          "camera-out-of-scope", Map.of("id", camera.id(), "grid", camera.gridCode()));
    }
  }

  private static String gridOf(List<CameraVersion> versions) {
    return versions.get(versions.size() - 1).camera().gridCode();
  }
}
