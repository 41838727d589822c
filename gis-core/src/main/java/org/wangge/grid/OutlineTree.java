package org.wangge.grid;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

/**
 * Outlines under a packed tree of boxes: sorted into tiles, column by column, {@link #FANOUT} to a
 * node (Leutenegger et al., STR, 1997), and laid out in one array from the leaves up, so that a
 * search touches no objects but the outlines themselves. Built once, immutable.
 */
final class OutlineTree {
  private static final int FANOUT = 8;

  /** Several own parts of a box, or might. */
  private static final int MIXED = -2;

  /** An outline with the number that decides about shared borders. */
  record Leaf(int slot, Outline outline) {}

  private final int[] slots;
  private final Outline[] outlines;

  /** West, south, east, north of every node; first those of the leaves, last that of the root. */
  private final int[] boxes;

  /** Number of the first node of each storey, leaves first, and one more entry for the end. */
  private final int[] storeys;

  OutlineTree(Leaf[] unsorted) {
    Leaf[] leaves = packed(unsorted);
    slots = Arrays.stream(leaves).mapToInt(Leaf::slot).toArray();
    outlines = Arrays.stream(leaves).map(Leaf::outline).toArray(Outline[]::new);
    storeys = storeysOver(leaves.length);
    boxes = new int[4 * storeys[storeys.length - 1]];
    for (int i = 0; i < leaves.length; i++) {
      LatticeBox box = leaves[i].outline().bounds();
      boxes[4 * i] = box.west();
      boxes[4 * i + 1] = box.south();
      boxes[4 * i + 2] = box.east();
      boxes[4 * i + 3] = box.north();
    }
    for (int storey = 1; storey + 1 < storeys.length; storey++) {
      for (int node = storeys[storey]; node < storeys[storey + 1]; node++) {
        unite(node, firstBelow(storey, node), endBelow(storey, node));
      }
    }
  }

  /** Columns of equal count from west to east, each from south to north. */
  private static Leaf[] packed(Leaf[] unsorted) {
    Leaf[] sorted = unsorted.clone();
    Comparator<Leaf> bySlot = Comparator.comparingInt(Leaf::slot);
    Comparator<Leaf> byLon =
        Comparator.comparingInt(leaf -> leaf.outline().bounds().center().lon());
    Comparator<Leaf> byLat =
        Comparator.comparingInt(leaf -> leaf.outline().bounds().center().lat());
    Arrays.sort(sorted, byLon.thenComparing(bySlot));
    int nodes = nodesOver(sorted.length);
    int column = FANOUT * Math.max(1, (int) Math.ceil(Math.sqrt(nodes)));
    for (int start = 0; start < sorted.length; start += column) {
      Arrays.sort(
          sorted, start, Math.min(sorted.length, start + column), byLat.thenComparing(bySlot));
    }
    return sorted;
  }

  private static int nodesOver(int count) {
    return (count + FANOUT - 1) / FANOUT;
  }

  private static int[] storeysOver(int leafCount) {
    int[] starts = new int[13];
    int storey = 0;
    int end = leafCount;
    starts[1] = end;
    for (int count = leafCount; count > 1; storey++) {
      count = nodesOver(count);
      end += count;
      starts[storey + 2] = end;
    }
    return Arrays.copyOf(starts, storey + 2);
  }

  private void unite(int node, int from, int to) {
    System.arraycopy(boxes, 4 * from, boxes, 4 * node, 4);
    for (int i = from + 1; i < to; i++) {
      boxes[4 * node] = Math.min(boxes[4 * node], boxes[4 * i]);
      boxes[4 * node + 1] = Math.min(boxes[4 * node + 1], boxes[4 * i + 1]);
      boxes[4 * node + 2] = Math.max(boxes[4 * node + 2], boxes[4 * i + 2]);
      boxes[4 * node + 3] = Math.max(boxes[4 * node + 3], boxes[4 * i + 3]);
    }
  }

  private int firstBelow(int storey, int node) {
    return storeys[storey - 1] + (node - storeys[storey]) * FANOUT;
  }

  private int endBelow(int storey, int node) {
    return Math.min(storeys[storey], firstBelow(storey, node) + FANOUT);
  }

  int size() {
    return slots.length;
  }

  Leaf leaf(int i) {
    return new Leaf(slots[i], outlines[i]);
  }

  /**
   * The smaller of a slot and the smallest slot whose closed outline holds the point.
   *
   * @param hidden numbers of leaves to pass over
   * @param best the smallest slot known so far, or {@link GridIndex#NONE}
   */
  int owner(int lon, int lat, BitSet hidden, int best) {
    int top = storeys.length - 2;
    return owner(top, storeys[top], storeys[top + 1], lon, lat, hidden, best);
  }

  private int owner(int storey, int from, int to, int lon, int lat, BitSet hidden, int best) {
    int found = best;
    for (int node = from; node < to; node++) {
      int box = 4 * node;
      if (lon < boxes[box]
          || lat < boxes[box + 1]
          || lon > boxes[box + 2]
          || lat > boxes[box + 3]) {
        continue;
      }
      if (storey > 0) {
        int first = firstBelow(storey, node);
        found = owner(storey - 1, first, endBelow(storey, node), lon, lat, hidden, found);
      } else {
        int slot = slots[node];
        // Unsigned, NONE is larger than every slot.
        if (Integer.compareUnsigned(slot, found) < 0
            && outlines[node].holds(lon, lat)
            && !hidden.get(node)) {
          found = slot;
        }
      }
    }
    return found;
  }

  /**
   * The slot of the one outline that holds all of a box; {@link GridIndex#NONE} where none does, or
   * where any edge comes near it.
   *
   * @param hidden numbers of leaves to pass over
   */
  int soleOwner(LatticeBox box, BitSet hidden) {
    int top = storeys.length - 2;
    int found = soleOwner(top, storeys[top], storeys[top + 1], box, hidden, GridIndex.NONE);
    return found == MIXED ? GridIndex.NONE : found;
  }

  /** Whether no outline's box touches a box. */
  boolean isFarFrom(LatticeBox box) {
    for (int node = 0; node < slots.length; node++) {
      if (touches(node, box)) {
        return false;
      }
    }
    return true;
  }

  private int soleOwner(int storey, int from, int to, LatticeBox box, BitSet hidden, int before) {
    int found = before;
    for (int node = from; node < to && found != MIXED; node++) {
      if (!touches(node, box)) {
        continue;
      }
      if (storey > 0) {
        int first = firstBelow(storey, node);
        found = soleOwner(storey - 1, first, endBelow(storey, node), box, hidden, found);
      } else if (!hidden.get(node)) {
        found = withLeaf(node, box, found);
      }
    }
    return found;
  }

  private boolean touches(int node, LatticeBox box) {
    int at = 4 * node;
    return box.west() <= boxes[at + 2]
        && box.east() >= boxes[at]
        && box.south() <= boxes[at + 3]
        && box.north() >= boxes[at + 1];
  }

  private int withLeaf(int node, LatticeBox box, int found) {
    if (!outlines[node].isClearOf(box)) {
      return MIXED;
    }
    boolean inBounds =
        outlines[node].bounds().west() <= box.west()
            && outlines[node].bounds().south() <= box.south();
    if (!inBounds || !outlines[node].holds(box.west(), box.south())) {
      return found;
    }
    return found == GridIndex.NONE ? slots[node] : MIXED;
  }

  /** A leaf and its squared distance in m² to a point outside it. */
  record Near(Leaf leaf, double squaredMeters) {

    /** The nearer one; of two as near, the one with the smaller slot. */
    boolean isBetterThan(@Nullable Near other) {
      return other == null
          || squaredMeters < other.squaredMeters
          || (squaredMeters == other.squaredMeters && leaf.slot() < other.leaf.slot());
    }
  }

  private record Pending(int storey, int node, double squaredMeters) {}

  /**
   * The leaf nearest to a point that no leaf holds, if it is nearer than the best known. Boxes are
   * opened nearest first, until none can hold anything nearer.
   */
  @Nullable Near nearest(LatticePoint point, BitSet hidden, @Nullable Near bestSoFar) {
    LocalPlane plane = new LocalPlane(point);
    PriorityQueue<Pending> queue =
        new PriorityQueue<>(Comparator.comparingDouble(Pending::squaredMeters));
    int top = storeys.length - 2;
    open(queue, plane, top, storeys[top], storeys[top + 1]);
    Near best = bestSoFar;
    for (Pending next = queue.poll(); next != null; next = queue.poll()) {
      if (best != null && next.squaredMeters() > best.squaredMeters()) {
        break;
      }
      int storey = next.storey();
      if (storey > 0) {
        int first = firstBelow(storey, next.node());
        open(queue, plane, storey - 1, first, endBelow(storey, next.node()));
      } else if (!hidden.get(next.node())) {
        Leaf leaf = leaf(next.node());
        Near near = new Near(leaf, leaf.outline().squaredDistance(plane));
        best = near.isBetterThan(best) ? near : best;
      }
    }
    return best;
  }

  private void open(PriorityQueue<Pending> queue, LocalPlane plane, int storey, int from, int to) {
    for (int node = from; node < to; node++) {
      int box = 4 * node;
      double squared =
          plane.squaredToBox(boxes[box], boxes[box + 1], boxes[box + 2], boxes[box + 3]);
      queue.add(new Pending(storey, node, squared));
    }
  }
}
