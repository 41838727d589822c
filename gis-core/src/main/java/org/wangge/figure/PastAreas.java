package org.wangge.figure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.grid.AreaQuery;
import org.wangge.grid.GridStore;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;

/**
 * The areas as they were, for as long as one transaction lasts. Codes of areas long gone have their
 * place in the tree still. Not thread-safe.
 */
final class PastAreas {
  private final Tx tx;
  private final GridStore grids;
  private final AreaAtlas atlas;
  private final FigureStore store;
  private final Map<AreaKey, List<Area>> histories = new HashMap<>();
  private final Map<String, List<String>> chains = new HashMap<>();
  private final Map<String, NavigableMap<Instant, AreaAtlas>> overlays = new HashMap<>();

  private @Nullable Instant drawnSince;

  PastAreas(Tx tx, GridStore grids, AreaAtlas atlas, FigureStore store) {
    this.tx = tx;
    this.grids = grids;
    this.atlas = atlas;
    this.store = store;
  }

  /** Codes of an area of the tree and of all above it, from the top down. */
  List<String> chain(String code) {
    List<String> known = chains.get(code);
    if (known == null) {
      List<String> chain = new ArrayList<>();
      parentOf(code).filter(above -> !above.equals(code)).map(this::chain).ifPresent(chain::addAll);
      chain.add(code);
      known = List.copyOf(chain);
      chains.put(code, known);
    }
    return known;
  }

  private Optional<String> parentOf(String code) {
    Optional<Area> now = atlas.find(AreaKey.tree(code));
    return now.isPresent() ? now.get().parentCode() : last(code).flatMap(Area::parentCode);
  }

  /** The level of an area of the tree, however long gone. */
  Optional<Level> levelOf(String code) {
    Optional<Area> now = atlas.find(AreaKey.tree(code));
    return (now.isPresent() ? now : last(code)).map(Area::level);
  }

  private Optional<Area> last(String code) {
    return history(AreaKey.tree(code)).stream().reduce((earlier, later) -> later);
  }

  private List<Area> history(AreaKey key) {
    return histories.computeIfAbsent(key, one -> grids.history(tx, Caller.upkeep(), one));
  }

  /**
   * What an area was called just before an instant; where it came later, what it was called first.
   * Empty for one that never was.
   */
  Optional<String> nameBefore(AreaKey key, Instant at) {
    List<Area> states = history(key);
    return states.stream()
        .filter(area -> area.validity().from().isBefore(at))
        .reduce((earlier, later) -> later)
        .or(() -> states.stream().findFirst())
        .map(Area::name);
  }

  /**
   * Code of the grid that held a place at an instant: of the first state of the tree where it was
   * drawn only later. Null outside every grid.
   */
  @Nullable String gridAt(LatticePoint place, Instant instant) {
    Instant at = drawnSince().isAfter(instant) ? drawnSince() : instant;
    LatticeBox box = new LatticeBox(place.lon(), place.lat(), place.lon(), place.lat());
    AreaQuery query =
        new AreaQuery(
            Partition.TREE,
            new AsOf(at, tx.now()),
            Level.GRID,
            null,
            box,
            null,
            "",
            Integer.MAX_VALUE);
    return ownerOf(place, Partition.TREE, Level.GRID, atlasOf(Partition.TREE, query));
  }

  private Instant drawnSince() {
    if (drawnSince == null) {
      drawnSince = store.changesOf(tx, Partition.TREE).stream().findFirst().orElse(Instant.EPOCH);
    }
    return drawnSince;
  }

  /**
   * Code of the area of an overlay partition that held a place at an instant: of its first state
   * where it was divided only later. Null outside all of them.
   */
  @Nullable String overlayAt(String partition, LatticePoint place, Instant at) {
    NavigableMap<Instant, AreaAtlas> states = overlays.computeIfAbsent(partition, this::states);
    Map.Entry<Instant, AreaAtlas> state = states.floorEntry(at);
    Map.Entry<Instant, AreaAtlas> then = state == null ? states.firstEntry() : state;
    return then == null ? null : ownerOf(place, partition, Level.OVERLAY, then.getValue());
  }

  private NavigableMap<Instant, AreaAtlas> states(String partition) {
    NavigableMap<Instant, AreaAtlas> states = new TreeMap<>();
    for (Instant from : store.changesOf(tx, partition)) {
      states.put(from, atlasOf(partition, AreaQuery.all(partition, new AsOf(from, tx.now()))));
    }
    return states;
  }

  private AreaAtlas atlasOf(String partition, AreaQuery query) {
    return AreaAtlas.of(
        grids.list(tx, Caller.upkeep(), query), List.of(new Partition(partition, "", "")), 0);
  }

  private static @Nullable String ownerOf(
      LatticePoint place, String partition, Level level, AreaAtlas atlas) {
    return atlas.ownerAt(partition, level, place).map(Area::code).orElse(null);
  }
}
