package org.wangge.camera.cover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.camera.Camera;
import org.wangge.event.Tx;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaQuery;
import org.wangge.grid.GridStore;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;

/**
 * Finds out which cameras the last redraw of a grid brought and took, by where they stand: the code
 * that a camera was registered with says in which grid it was then. Thread-safe.
 */
final class Redraws {
  private static final Caller READER = Caller.upkeep();
  private static final List<Partition> TREE = List.of(new Partition(Partition.TREE, "", ""));
  private static final long JUST_BEFORE_NANOS = 1_000;

  private final GridStore grids;

  Redraws(GridStore grids) {
    this.grids = grids;
  }

  /** When an outline came into force, and what was before. */
  private record Redraw(Instant at, Optional<LatticeShape> before) {}

  /**
   * What the last redraw of a grid did.
   *
   * @param within cameras that stand elsewhere do not matter to it
   */
  record Found(SinceRedraw since, LatticeBox within) {}

  /**
   * Of a grid.
   *
   * @param shape its outline
   * @param atlas grids as they are now
   * @param cameras all that there are
   */
  Found of(Tx tx, Area grid, LatticeShape shape, AreaAtlas atlas, List<Camera> cameras) {
    Redraw last = last(tx, grid);
    LatticeBox box = shape.bounds();
    if (last.before().isPresent()) {
      box = box.union(last.before().get().bounds());
    }
    AsOf then = new AsOf(last.at().minusNanos(JUST_BEFORE_NANOS), tx.now());
    List<Area> around =
        grids.list(
            tx,
            READER,
            new AreaQuery(
                Partition.TREE, then, Level.GRID, null, box, null, "", Integer.MAX_VALUE));
    SinceRedraw since =
        around.isEmpty()
            ? SinceRedraw.NEVER
            : compared(grid.code(), last.at(), AreaAtlas.of(around, TREE, 0), atlas, cameras, box);
    return new Found(since, box);
  }

  private Redraw last(Tx tx, Area grid) {
    List<Area> states =
        grids.history(tx, READER, grid.key()).stream()
            .filter(state -> !state.validity().from().isAfter(tx.now()))
            .toList();
    Instant at = grid.validity().from();
    for (int i = states.size() - 1; i >= 0; i--) {
      if (!states.get(i).shape().equals(grid.shape())) {
        return new Redraw(at, states.get(i).shape());
      }
      at = states.get(i).validity().from();
    }
    return new Redraw(at, Optional.empty());
  }

  private static SinceRedraw compared(
      String code,
      Instant at,
      AreaAtlas then,
      AreaAtlas now,
      List<Camera> cameras,
      LatticeBox box) {
    int before = 0;
    List<SinceRedraw.Moved> lost = new ArrayList<>();
    List<SinceRedraw.Moved> gained = new ArrayList<>();
    for (Camera camera : cameras) {
      if (box.contains(camera.location())) {
        String was = gridAt(then, camera.location());
        String is = gridAt(now, camera.location());
        before += was.equals(code) ? 1 : 0;
        if (was.equals(code) && !is.equals(code)) {
          lost.add(new SinceRedraw.Moved(camera, is));
        } else if (is.equals(code) && !was.equals(code)) {
          gained.add(new SinceRedraw.Moved(camera, was));
        }
      }
    }
    return new SinceRedraw(at, before, lost, gained);
  }

  /** Code of the grid that holds a place; empty for none. */
  static String gridAt(AreaAtlas atlas, LatticePoint place) {
    return atlas.ownerAt(Partition.TREE, Level.GRID, place).map(Area::code).orElse("");
  }
}
