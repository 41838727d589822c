package org.wangge.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The edits of a plan as a tree, and the way from the base to where it stands. Immutable. */
public final class PlanHistory {
  private final Map<Integer, PlanEdit> bySeq = new HashMap<>();
  private final int last;

  /** All edits ever made in the plan, undone ones too. */
  public PlanHistory(List<PlanEdit> edits) {
    edits.forEach(edit -> bySeq.put(edit.seq(), edit));
    last = edits.stream().mapToInt(PlanEdit::seq).max().orElse(0);
  }

  /** The edits in force at a position, oldest first. */
  public List<PlanEdit> until(int head) {
    Deque<PlanEdit> path = new ArrayDeque<>();
    PlanEdit edit = bySeq.get(head);
    while (edit != null) {
      path.addFirst(edit);
      edit = bySeq.get(edit.after());
    }
    return List.copyOf(path);
  }

  /** Where undoing leads to; empty at the base. */
  public OptionalInt undoOf(int head) {
    PlanEdit edit = bySeq.get(head);
    return edit == null ? OptionalInt.empty() : OptionalInt.of(edit.after());
  }

  /** Where redoing leads to: the newest edit that was made from here; empty when there is none. */
  public OptionalInt redoOf(int head) {
    return bySeq.values().stream()
        .filter(edit -> edit.after() == head)
        .mapToInt(PlanEdit::seq)
        .max();
  }

  /** Number that the next edit gets. */
  public int nextSeq() {
    return last + 1;
  }
}
