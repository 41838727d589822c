package org.wangge.plan.redraw;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.wangge.grid.AreaKey;
import org.wangge.plan.topology.Face;

/**
 * What the changed faces of a plan hold, and with whom each shares its people: enough to count only
 * what an edit altered. Immutable.
 *
 * @param figures of the faces, by id
 * @param pools the pool of each face, by its id
 */
public record Counts(PMap<String, FaceFigures> figures, PMap<String, CensusPool> pools) {
  /** Nothing counted yet. */
  public static final Counts NONE = new Counts(HashTreePMap.empty(), HashTreePMap.empty());

  /**
   * What of it still holds: a pool does while all its faces are as they were and nobody else came
   * to share its people.
   *
   * @param now all changed faces, by id
   */
  Counts standing(Map<String, Face> now) {
    Set<AreaKey> moved = moved(now);
    Set<CensusPool> rest = Collections.newSetFromMap(new IdentityHashMap<>());
    rest.addAll(pools.values());
    Counts standing = this;
    boolean more = !moved.isEmpty();
    while (more) {
      List<CensusPool> lost = rest.stream().filter(pool -> pool.isOfAny(moved)).toList();
      more = !lost.isEmpty();
      for (CensusPool pool : lost) {
        rest.remove(pool);
        pool.origins().forEach(area -> moved.add(area.key()));
        List<String> ids = pool.faces().stream().map(Face::id).toList();
        standing = new Counts(standing.figures().minusAll(ids), standing.pools().minusAll(ids));
      }
    }
    return standing;
  }

  /** Areas whose ground is with other faces than it was, or with faces that changed. */
  private Set<AreaKey> moved(Map<String, Face> now) {
    Set<AreaKey> moved = new HashSet<>();
    for (Face face : now.values()) {
      CensusPool pool = pools.get(face.id());
      if (pool == null || !pool.faces().contains(face)) {
        face.origins().forEach(area -> moved.add(area.key()));
      }
    }
    pools.forEach(
        (id, pool) -> {
          if (!now.containsKey(id)) {
            pool.origins().forEach(area -> moved.add(area.key()));
          }
        });
    return moved;
  }

  /** The same with the figures of one more pool. */
  Counts with(CensusPool pool, Map<String, FaceFigures> counted) {
    PMap<String, CensusPool> nextPools = pools;
    for (Face face : pool.faces()) {
      nextPools = nextPools.plus(face.id(), pool);
    }
    return new Counts(figures.plusAll(counted), nextPools);
  }

  /** Those of some faces that have no pool yet. */
  List<Face> uncounted(Collection<Face> faces) {
    return faces.stream().filter(face -> !pools.containsKey(face.id())).toList();
  }
}
