package org.wangge.grid;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

/**
 * The index in use: ray crossing on whole numbers below a packed tree of boxes. Changes do not
 * rebuild the tree at once: the outlines they replace are hidden in it and the new ones gathered in
 * a small tree beside it, until those are too many and both are merged.
 */
final class PackedGridIndex implements GridIndex {
  /** Merged when more than one in this many outlines has changed since the last time… */
  private static final int SHARE = 16;

  /** …and at least this many, so that a small index is not rebuilt at every change. */
  private static final int FEW = 32;

  private static final BitSet NOTHING_HIDDEN = new BitSet();

  private final OutlineTree settled;
  private final OutlineTree recent;

  /** Leaves of the settled tree that no longer count. */
  private final BitSet hidden;

  private PackedGridIndex(OutlineTree settled, BitSet hidden, OutlineTree recent) {
    this.settled = settled;
    this.hidden = hidden;
    this.recent = recent;
  }

  static PackedGridIndex of(Collection<Slot> slots) {
    Map<Integer, OutlineTree.Leaf> leaves = new HashMap<>();
    for (Slot slot : slots) {
      if (leaves.put(slot.number(), leaf(slot)) != null) {
        throw new IllegalArgumentException("two outlines for slot " + slot.number());
      }
    }
    return new PackedGridIndex(tree(leaves.values()), NOTHING_HIDDEN, tree(List.of()));
  }

  private static OutlineTree.Leaf leaf(Slot slot) {
    return new OutlineTree.Leaf(slot.number(), new Outline(slot.shape()));
  }

  private static OutlineTree tree(Collection<OutlineTree.Leaf> leaves) {
    return new OutlineTree(leaves.toArray(OutlineTree.Leaf[]::new));
  }

  @Override
  public int ownerAt(int lon, int lat) {
    int found = settled.owner(lon, lat, hidden, NONE);
    return recent.owner(lon, lat, NOTHING_HIDDEN, found);
  }

  @Override
  public int ownerOf(LatticeBox box) {
    return recent.isFarFrom(box) ? settled.soleOwner(box, hidden) : NONE;
  }

  @Override
  public Optional<Nearest> nearest(LatticePoint point) {
    int owner = ownerAt(point.lon(), point.lat());
    if (owner != NONE) {
      return Optional.of(new Nearest(owner, 0));
    }
    OutlineTree.Near near =
        recent.nearest(point, NOTHING_HIDDEN, settled.nearest(point, hidden, null));
    return Optional.ofNullable(near).map(found -> measured(point, found.leaf()));
  }

  private static Nearest measured(LatticePoint point, OutlineTree.Leaf leaf) {
    double meters = Geodesy.distanceToBorderMeters(point, leaf.outline().shape());
    return new Nearest(leaf.slot(), meters);
  }

  @Override
  public GridIndex with(Collection<Slot> changed, Collection<Integer> removed) {
    Set<Integer> replaced = new HashSet<>(removed);
    Map<Integer, OutlineTree.Leaf> fresh = new HashMap<>();
    for (Slot slot : changed) {
      replaced.add(slot.number());
      fresh.put(slot.number(), leaf(slot));
    }
    for (int i = 0; i < recent.size(); i++) {
      OutlineTree.Leaf leaf = recent.leaf(i);
      if (!replaced.contains(leaf.slot())) {
        fresh.put(leaf.slot(), leaf);
      }
    }
    BitSet hiddenNow = (BitSet) hidden.clone();
    for (int i = 0; i < settled.size(); i++) {
      if (replaced.contains(settled.leaf(i).slot())) {
        hiddenNow.set(i);
      }
    }
    int unsettled = fresh.size() + hiddenNow.cardinality();
    if (unsettled > Math.max(FEW, settled.size() / SHARE)) {
      return merged(hiddenNow, fresh.values());
    }
    return new PackedGridIndex(settled, hiddenNow, tree(fresh.values()));
  }

  private PackedGridIndex merged(BitSet hiddenNow, Collection<OutlineTree.Leaf> fresh) {
    List<OutlineTree.Leaf> all = new ArrayList<>(fresh);
    for (int i = 0; i < settled.size(); i++) {
      if (!hiddenNow.get(i)) {
        all.add(settled.leaf(i));
      }
    }
    return new PackedGridIndex(tree(all), NOTHING_HIDDEN, tree(List.of()));
  }

  @Override
  public int size() {
    return settled.size() - hidden.cardinality() + recent.size();
  }
}
