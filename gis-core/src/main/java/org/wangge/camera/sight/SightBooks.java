package org.wangge.camera.sight;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticeBox;

/**
 * What the writers of an index have to know: which number a camera has, which cameras may see into
 * a tile, and which buildings stand in it. Not thread-safe.
 */
final class SightBooks {
  private final Map<String, Integer> slots = new HashMap<>();

  /** Where the cameras may see, by their numbers. */
  private final List<@Nullable LatticeBox> reaches = new ArrayList<>();

  private final Map<Long, List<Integer>> slotsByTile = new HashMap<>();
  private final Deque<Integer> freeSlots = new ArrayDeque<>();
  private final Map<String, Blocker> blockers = new HashMap<>();
  private final Map<Long, List<Blocker>> blockersByTile = new HashMap<>();
  private int nextSlot;

  /** Takes a camera down and says its number. */
  int put(Eye eye) {
    Integer known = slots.get(eye.id());
    if (known != null) {
      forget(known);
    }
    int slot = known != null ? known : newSlot();
    slots.put(eye.id(), slot);
    LatticeBox reach = Sight.reachOf(eye);
    while (reaches.size() <= slot) {
      reaches.add(null);
    }
    reaches.set(slot, reach);
    for (long key : SightTile.keys(reach)) {
      slotsByTile.computeIfAbsent(key, any -> new ArrayList<>(4)).add(slot);
    }
    return slot;
  }

  /**
   * Strikes a camera out and says the number it had, which is not given again before it is free.
   */
  @Nullable Integer remove(String eyeId) {
    Integer slot = slots.remove(eyeId);
    if (slot != null) {
      forget(slot);
    }
    return slot;
  }

  /** A number may be given to another camera. */
  void free(int slot) {
    freeSlots.push(slot);
  }

  private int newSlot() {
    Integer free = freeSlots.poll();
    return free != null ? free : nextSlot++;
  }

  private void forget(Integer slot) {
    LatticeBox reach = reaches.set(slot, null);
    if (reach != null) {
      for (long key : SightTile.keys(reach)) {
        List<Integer> there = slotsByTile.get(key);
        if (there != null && there.remove(slot) && there.isEmpty()) {
          slotsByTile.remove(key);
        }
      }
    }
  }

  /** Takes a building down; the one that had its id before. */
  @Nullable Blocker put(Blocker blocker) {
    Blocker before = removeBlocker(blocker.id());
    blockers.put(blocker.id(), blocker);
    for (long key : SightTile.keys(blocker.box())) {
      blockersByTile.computeIfAbsent(key, any -> new ArrayList<>(4)).add(blocker);
    }
    return before;
  }

  @Nullable Blocker removeBlocker(String id) {
    Blocker before = blockers.remove(id);
    if (before != null) {
      for (long key : SightTile.keys(before.box())) {
        List<Blocker> there = blockersByTile.get(key);
        if (there != null && there.remove(before) && there.isEmpty()) {
          blockersByTile.remove(key);
        }
      }
    }
    return before;
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
