package org.wangge.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.GridFinder;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;

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
  private final Finder finder;

  /**
   * Makes a keeper.
   *
   * @param finder in which grid a place lies, as in {@link GridFinder#hold}
   */
  public CameraKeeper(Transactions transactions, CameraStore store, Finder finder) {
    this.transactions = transactions;
    this.store = store;
    this.finder = finder;
  }

  /** Tells in which grid places lie, which nobody redraws until the transaction ends. */
  @FunctionalInterface
  public interface Finder {
    GridFinder.Grids hold(Tx tx, Collection<LatticePoint> places);
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
    List<Camera> placed = placed(tx, cameras);
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
    try {
      return transactions.write(
          caller,
          tx -> {
            Taken taken = take(tx, keeper, cameras, from);
            if (onlyTry) {
              throw new OnlyTried(taken);
            }
            return taken;
          });
    } catch (OnlyTried tried) {
      return tried.taken;
    }
  }

  /** Leads out of a transaction of which nothing is kept. */
  private static final class OnlyTried extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Taken taken;

    private OnlyTried(Taken taken) {
      super(null, null, false, false);
      this.taken = taken;
    }
  }

  private Taken take(Tx tx, Caller keeper, List<Camera> cameras, @Nullable Instant from) {
    Instant since = notInFuture(tx, from);
    List<Camera> fresh = new ArrayList<>();
    int changed = 0;
    List<Camera> ordered = new ArrayList<>(placed(tx, cameras));
    ordered.sort(Comparator.comparing(Camera::id));
    for (Camera camera : ordered) {
      requireInScope(keeper, camera);
      CameraHistory before = store.history(tx, keeper, camera.id(), null).orElse(null);
      if (before == null) {
        fresh.add(camera);
      } else if (!isSo(before, since, camera)) {
        changed++;
        List<CameraVersion> after = before.changed(since, any -> camera);
        store.replace(tx, keeper, before, after);
        tx.record(new CameraEvent.CameraChanged(camera.id(), gridOf(after)));
      }
    }
    add(tx, keeper, fresh, since);
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
                before.changed(since, camera -> placed(tx, changed(camera, change)));
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

  /**
   * Gives cameras to the grids that hold them after a redraw, from the instant of its transaction
   * on.
   *
   * @param ended areas that are no more, or are drawn otherwise
   * @param begun areas in their place
   * @return how many cameras stand in another grid now
   */
  public int redraw(Tx tx, Collection<Area> ended, Collection<Area> begun) {
    // Whoever redraws may not see every camera; all are moved.
    Caller upkeep = Caller.upkeep();
    List<Area> fresh = grids(begun);
    GridFinder.Grids now = GridFinder.of(fresh);
    Set<String> going = fresh.stream().map(Area::code).collect(Collectors.toSet());
    int moved = 0;
    for (Area grid : grids(ended)) {
      for (CameraEntry entry : store.list(tx, upkeep, CameraQuery.all().below(grid.code()))) {
        Camera camera = placed(entry.camera(), now);
        boolean isUnheld = camera.gridCode().isEmpty() && going.contains(grid.code());
        // What no grid of the redraw holds stays with its own, unless that is no more.
        if (isUnheld || camera.equals(entry.camera())) {
          continue;
        }
        CameraHistory before = store.history(tx, upkeep, camera.id(), null).orElseThrow();
        store.replace(tx, upkeep, before, before.changed(tx.now(), any -> camera));
        tx.record(new CameraEvent.CameraChanged(camera.id(), camera.gridCode()));
        moved++;
      }
    }
    return moved;
  }

  private static List<Area> grids(Collection<Area> areas) {
    return areas.stream()
        .filter(area -> area.level() == Level.GRID)
        .filter(area -> area.key().partition().equals(Partition.TREE))
        .toList();
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

  private Camera placed(Tx tx, Camera camera) {
    return placed(tx, List.of(camera)).get(0);
  }

  /** In the grids that hold them now. */
  private List<Camera> placed(Tx tx, List<Camera> cameras) {
    GridFinder.Grids grids = finder.hold(tx, cameras.stream().map(Camera::location).toList());
    return cameras.stream().map(camera -> placed(camera, grids)).toList();
  }

  private static Camera placed(Camera camera, GridFinder.Grids grids) {
    return camera.inGrid(Objects.requireNonNullElse(grids.at(camera.location()), ""));
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
