package org.wangge.camera.sight;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.geo.LatticeBox;

/**
 * What the writers of an index have to know: which number a camera has, which cameras may see into
 * a tile, and which buildings stand in it. Not thread-safe.
 */
final class SightBooks {
  private final Map<String, Integer> slots = new HashMap<>();
  private final Map<Long, List<Integer>> slotsByTile = new HashMap<>();
  private final Deque<Integer> freeSlots = new ArrayDeque<>();
  private final Map<Long, List<Blocker>> blockersByTile = new HashMap<>();
  private int nextSlot;

  /** The number of a camera, if it is known. */
  Optional<Integer> slotOf(String eyeId) {
    return Optional.ofNullable(slots.get(eyeId));
  }

  /** Takes a camera down that may see into a box, and says its number. */
  int enter(String eyeId, LatticeBox reach) {
    Integer slot = slots.computeIfAbsent(eyeId, any -> newSlot());
    for (long key : SightTile.keys(reach)) {
      slotsByTile.computeIfAbsent(key, any -> new ArrayList<>(4)).add(slot);
    }
    return slot;
  }

  private Integer newSlot() {
    Integer free = freeSlots.poll();
    return free != null ? free : Integer.valueOf(nextSlot++);
  }

  /** Forgets where a camera may see; its number stays its own. */
  void leave(Integer slot, LatticeBox reach) {
    for (long key : SightTile.keys(reach)) {
      take(slotsByTile, key, slot);
    }
  }

  /** Strikes a camera out; its number may be given to another. */
  void strike(String eyeId) {
    Integer slot = slots.remove(eyeId);
    if (slot != null) {
      freeSlots.push(slot);
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

  /** Numbers of the cameras whose reach comes into a tile of a box. */
  Set<Integer> slotsNear(LatticeBox box) {
    Set<Integer> near = new LinkedHashSet<>();
    for (long key : SightTile.keys(box)) {
      near.addAll(slotsByTile.getOrDefault(key, List.of()));
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
