package org.wangge.camera.cover;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.camera.Camera;
import org.wangge.camera.sight.SightIndex;
import org.wangge.event.Tx;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.GridStore;
import org.wangge.place.PlaceStore;

/**
 * What coverage is counted of.
 *
 * @param sights what cameras see; another index each time buildings changed, of single cameras the
 *     same takes up changes
 * @param cameras all that there are
 * @param atlas grids as they are now; another each time something about them changed
 * @param grids as they were
 * @param places buildings and streets
 * @param incidents what happened where
 * @param walks where patrols went
 */
public record CoverGround(
    Supplier<SightIndex> sights,
    Function<Tx, List<Camera>> cameras,
    Supplier<AreaAtlas> atlas,
    GridStore grids,
    PlaceStore places,
    Incidents incidents,
    Walks walks) {

  /** Where incidents are looked up. Thread-safe. */
  @FunctionalInterface
  public interface Incidents {

    /** Places of those that the caller may see, reported from one instant until before another. */
    List<LatticePoint> in(Caller caller, LatticeBox box, Instant from, Instant to);
  }

  /** Where it is looked up how people on duty went. Thread-safe. */
  @FunctionalInterface
  public interface Walks {

    /**
     * Hands out each walk that leads through a box, whoever went it: as stretches, each of at least
     * one place; between two nothing is known.
     */
    void in(LatticeBox box, Instant from, Instant to, Consumer<List<List<LatticePoint>>> each);
  }
}
