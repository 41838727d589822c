package org.wangge.plan.redraw;

import java.util.List;
import java.util.Map;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.wangge.grid.Area;
import org.wangge.grid.AreaKey;
import org.wangge.plan.topology.Face;

/**
 * What the changed faces of a plan hold, and with whom each shares its people: enough to count only
 * what an edit altered. Immutable.
 *
 * @param figures of the faces, by id
 * @param pools the pool of each face, by its id
 * @param origins the pool that shares out an area's people
 */
record Counts(
    PMap<String, FaceFigures> figures,
    PMap<String, CensusPool> pools,
    PMap<AreaKey, CensusPool> origins) {
  /** Nothing counted yet. */
  static final Counts NONE =
      new Counts(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

  /** The same without the figures of a pool. */
  Counts without(CensusPool pool) {
    List<String> ids = pool.faces().stream().map(Face::id).toList();
    return new Counts(
        figures.minusAll(ids),
        pools.minusAll(ids),
        origins.minusAll(pool.origins().stream().map(Area::key).toList()));
  }

  /** The same with the figures of one more pool. */
  Counts with(CensusPool pool, Map<String, FaceFigures> counted) {
    PMap<String, CensusPool> nextPools = pools;
    for (Face face : pool.faces()) {
      nextPools = nextPools.plus(face.id(), pool);
    }
    PMap<AreaKey, CensusPool> nextOrigins = origins;
    for (Area area : pool.origins()) {
      nextOrigins = nextOrigins.plus(area.key(), pool);
    }
    return new Counts(figures.plusAll(counted), nextPools, nextOrigins);
  }
}
