package org.wangge.grid;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

/** Tells in which grid something lies, as the areas are in a transaction. Thread-safe. */
public final class GridFinder {
  private static final List<Partition> TREE = List.of(new Partition(Partition.TREE, "", ""));

  private final GridStore grids;
  private final Supplier<AreaAtlas> atlas;

  /**
   * Makes a finder.
   *
   * @param atlas what lies where now; may lag a redraw by a moment
   */
  public GridFinder(GridStore grids, Supplier<AreaAtlas> atlas) {
    this.grids = grids;
    this.atlas = atlas;
  }

  /** The grids around some places, of which one holds each at most. */
  @FunctionalInterface
  public interface Grids {
    /** Code of the grid that holds a place; null outside every grid. */
    @Nullable String at(LatticePoint place);
  }

  /**
   * The grids around some places. Until the transaction ends nobody redraws: its instant and its
   * grids belong together. An assignment to what is no more must not be kept: where the atlas lags,
   * the store is asked.
   *
   * @param places only of these is asked
   */
  public Grids hold(Tx tx, Collection<LatticePoint> places) {
    long version = grids.holdCoverage(tx);
    AreaAtlas now = atlas.get();
    return of(now.coverageVersion() == version ? now : around(tx, places, version));
  }

  private AreaAtlas around(Tx tx, Collection<LatticePoint> places, long version) {
    AsOf now = AsOf.now(tx.now());
    List<Area> found =
        places.stream()
            .map(at -> new LatticeBox(at.lon(), at.lat(), at.lon(), at.lat()))
            .reduce(LatticeBox::union)
            .map(box -> grids.list(tx, Caller.upkeep(), gridsIn(box, now)))
            .orElse(List.of());
    return AreaAtlas.of(found, TREE, version);
  }

  private static AreaQuery gridsIn(LatticeBox box, AsOf now) {
    return new AreaQuery(Partition.TREE, now, Level.GRID, null, box, null, "", Integer.MAX_VALUE);
  }

  /** These grids and no others. */
  public static Grids of(Collection<Area> grids) {
    return of(AreaAtlas.of(List.copyOf(grids), TREE, 0));
  }

  private static Grids of(AreaAtlas atlas) {
    return place -> atlas.ownerAt(Partition.TREE, Level.GRID, place).map(Area::code).orElse(null);
  }
}
