package org.wangge.plan.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The edits of a plan as a tree, and the way from the base to where it stands. Edits that a rebase
 * had to drop stay in the tree and are passed over. Immutable; thread-safe.
 */
public final class PlanHistory {
  /** How many of the newest edits are looked at again when a history goes on. */
  private static final int OPEN_END = 16;

  /** By number, of which an edit's is always higher than that of the one it follows. */
  private final List<PlanEdit> edits;

  private final Set<Integer> dropped;

  /** The way that was asked for last: the next one is mostly the same but for its end. */
  private volatile List<PlanEdit> lastWay = List.of();

  /** All edits ever made in the plan, undone ones too. */
  public PlanHistory(List<PlanEdit> edits) {
    this(edits, Set.of());
  }

  /**
   * All edits ever made in the plan, undone and dropped ones too.
   *
   * @param dropped numbers of those that a rebase dropped
   */
  public PlanHistory(Collection<PlanEdit> edits, Set<Integer> dropped) {
    List<PlanEdit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(PlanEdit::seq));
    this.edits = Collections.unmodifiableList(sorted);
    this.dropped = Set.copyOf(dropped);
  }

  /** The same with some edits more dropped. */
  public PlanHistory without(Set<Integer> more) {
    Set<Integer> all = new HashSet<>(dropped);
    all.addAll(more);
    return new PlanHistory(edits, all);
  }

  /** The number from which on edits have to be read to continue this history. */
  public int openEnd() {
    return edits.isEmpty() ? 0 : edits.get(Math.max(0, edits.size() - OPEN_END)).seq();
  }

  /**
   * This history as somebody else sees it. Its newest edits may have been taken back with their
   * transaction, or not have been there yet for a transaction that began before.
   *
   * @param newest all edits with a number from {@link #openEnd()} on, as they see them
   * @param nowDropped numbers of all edits that they see dropped
   * @return empty where the two have nothing in common
   */
  public Optional<PlanHistory> continued(List<PlanEdit> newest, Set<Integer> nowDropped) {
    int from = Math.max(0, edits.size() - OPEN_END);
    if (edits.isEmpty() || newest.isEmpty() || !newest.get(0).equals(edits.get(from))) {
      return Optional.empty();
    }
    boolean sameDropped = dropped.equals(nowDropped);
    if (sameDropped && newest.equals(edits.subList(from, edits.size()))) {
      return Optional.of(this);
    }
    List<PlanEdit> all = new ArrayList<>(edits.subList(0, from));
    all.addAll(newest);
    PlanHistory history = new PlanHistory(all, nowDropped);
    if (sameDropped) {
      List<PlanEdit> way = lastWay;
      int common = Math.min(way.size(), indexBefore(way, newest.get(0).seq()));
      history.lastWay = List.copyOf(way.subList(0, common));
    }
    return Optional.of(history);
  }

  /** The edits in force at a position, oldest first. */
  public List<PlanEdit> until(int head) {
    List<PlanEdit> known = lastWay;
    Deque<PlanEdit> end = new ArrayDeque<>();
    int common = 0;
    Optional<PlanEdit> edit = find(kept(head));
    while (edit.isPresent() && common == 0) {
      int index = indexBefore(known, edit.get().seq());
      if (index < known.size() && known.get(index).seq() == edit.get().seq()) {
        common = index + 1;
      } else {
        end.addFirst(edit.get());
        edit = find(kept(edit.get().after()));
      }
    }
    if (end.isEmpty()) {
      return common == known.size() ? known : List.copyOf(known.subList(0, common));
    }
    List<PlanEdit> way = new ArrayList<>(common + end.size());
    way.addAll(known.subList(0, common));
    way.addAll(end);
    List<PlanEdit> found = Collections.unmodifiableList(way);
    lastWay = found;
    return found;
  }

  private Optional<PlanEdit> find(int seq) {
    int index = indexBefore(edits, seq);
    return index < edits.size() && edits.get(index).seq() == seq
        ? Optional.of(edits.get(index))
        : Optional.empty();
  }

  /** How many of these edits have a smaller number. */
  private static int indexBefore(List<PlanEdit> sorted, int seq) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).seq() < seq) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The position itself or, where its edit was dropped, the last one before it that was not. */
  public int kept(int seq) {
    int at = seq;
    while (dropped.contains(at)) {
      at = find(at).map(PlanEdit::after).orElse(0);
    }
    return at;
  }

  /** Where undoing leads to; empty at the base. */
  public OptionalInt undoOf(int head) {
    Optional<PlanEdit> edit = find(kept(head));
    return edit.isEmpty() ? OptionalInt.empty() : OptionalInt.of(kept(edit.get().after()));
  }

  /** Where redoing leads to: the newest edit that was made from here; empty when there is none. */
  public OptionalInt redoOf(int head) {
    int from = kept(head);
    for (int i = edits.size() - 1; i >= 0 && edits.get(i).seq() > from; i--) {
      PlanEdit edit = edits.get(i);
      if (!dropped.contains(edit.seq()) && kept(edit.after()) == from) {
        return OptionalInt.of(edit.seq());
      }
    }
    return OptionalInt.empty();
  }

  /** Number that the next edit gets. */
  public int nextSeq() {
    return edits.isEmpty() ? 1 : edits.get(edits.size() - 1).seq() + 1;
  }
}
