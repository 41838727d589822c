package org.wangge.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The edits of a plan as a tree, and the way from the base to where it stands. Edits that a rebase
 * had to drop stay in the tree and are passed over. Immutable.
 */
public final class PlanHistory {
  private final Map<Integer, PlanEdit> bySeq = new HashMap<>();
  private final Set<Integer> dropped;
  private final int last;

  /** All edits ever made in the plan, undone ones too. */
  public PlanHistory(List<PlanEdit> edits) {
    this(edits, Set.of());
  }

  /**
   * All edits ever made in the plan, undone and dropped ones too.
   *
   * @param dropped numbers of those that a rebase dropped
   */
  public PlanHistory(List<PlanEdit> edits, Set<Integer> dropped) {
    edits.forEach(edit -> bySeq.put(edit.seq(), edit));
    last = edits.stream().mapToInt(PlanEdit::seq).max().orElse(0);
    this.dropped = Set.copyOf(dropped);
  }

  /** The same with some edits more dropped. */
  PlanHistory without(Set<Integer> more) {
    Set<Integer> all = new HashSet<>(dropped);
    all.addAll(more);
    return new PlanHistory(List.copyOf(bySeq.values()), all);
  }

  /** The edits in force at a position, oldest first. */
  public List<PlanEdit> until(int head) {
    Deque<PlanEdit> path = new ArrayDeque<>();
    PlanEdit edit = bySeq.get(kept(head));
    while (edit != null) {
      path.addFirst(edit);
      edit = bySeq.get(kept(edit.after()));
    }
    return List.copyOf(path);
  }

  /** The position itself or, where its edit was dropped, the last one before it that was not. */
  int kept(int seq) {
    int at = seq;
    while (dropped.contains(at)) {
      @Nullable PlanEdit edit = bySeq.get(at);
      at = edit == null ? 0 : edit.after();
    }
    return at;
  }

  /** Where undoing leads to; empty at the base. */
  public OptionalInt undoOf(int head) {
    PlanEdit edit = bySeq.get(kept(head));
    return edit == null ? OptionalInt.empty() : OptionalInt.of(kept(edit.after()));
  }

  /** Where redoing leads to: the newest edit that was made from here; empty when there is none. */
  public OptionalInt redoOf(int head) {
    int from = kept(head);
    return bySeq.values().stream()
        .filter(edit -> !dropped.contains(edit.seq()) && kept(edit.after()) == from)
        .mapToInt(PlanEdit::seq)
        .max();
  }

  /** Number that the next edit gets. */
  public int nextSeq() {
    return last + 1;
  }
}
