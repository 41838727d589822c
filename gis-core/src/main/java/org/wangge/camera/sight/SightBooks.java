package org.wangge.camera.sight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticeBox;

/**
 * What the writers of an index have to know: which cameras there are, which of them may see into a
 * tile, and which buildings stand in it. Not thread-safe.
 */
final class SightBooks {
  private final Map<String, Sight> sights = new HashMap<>();
  private final Map<Long, List<Sight>> sightsByTile = new HashMap<>();
  private final Map<Long, List<Blocker>> blockersByTile = new HashMap<>();

  /** The camera of an id; null where there is none. */
  @Nullable Sight find(String eyeId) {
    return sights.get(eyeId);
  }

  void enter(Sight sight) {
    sights.put(sight.eye().id(), sight);
    for (long key : SightTile.keys(sight.reach())) {
      sightsByTile.computeIfAbsent(key, any -> new ArrayList<>(4)).add(sight);
    }
  }

  void leave(Sight sight) {
    sights.remove(sight.eye().id());
    for (long key : SightTile.keys(sight.reach())) {
      take(sightsByTile, key, sight);
    }
  }

  void enter(Blocker blocker) {
    for (long key : SightTile.keys(blocker.box())) {
      blockersByTile.computeIfAbsent(key, any -> new ArrayList<>(4)).add(blocker);
    }
  }

  void leave(Blocker blocker) {
    for (long key : SightTile.keys(blocker.box())) {
      take(blockersByTile, key, blocker);
    }
  }

  private static <T> void take(Map<Long, List<T>> lists, long key, T one) {
    List<T> there = lists.get(key);
    if (there != null && there.remove(one) && there.isEmpty()) {
      lists.remove(key);
    }
  }

  /** Cameras whose reach touches a box. */
  Set<Sight> sightsNear(LatticeBox box) {
    Set<Sight> near = new LinkedHashSet<>();
    for (long key : SightTile.keys(box)) {
      for (Sight sight : sightsByTile.getOrDefault(key, List.of())) {
        if (sight.reach().intersects(box)) {
          near.add(sight);
        }
      }
    }
    return near;
  }

  /** Buildings whose boxes touch a box, each once. */
  Collection<Blocker> blockersIn(LatticeBox box) {
    Set<Blocker> found = new LinkedHashSet<>();
    for (long key : SightTile.keys(box)) {
      for (Blocker blocker : blockersByTile.getOrDefault(key, List.of())) {
        if (blocker.box().intersects(box)) {
          found.add(blocker);
        }
      }
    }
    return found;
  }
}
