package org.wangge.camera.cover;

import java.util.ArrayList;
import java.util.List;
import org.wangge.geo.LatticeBox;

/** Where something changed that coverage is counted of, since it was last asked. Thread-safe. */
final class Changes {
  /** Of more it is quicker to count everything anew than to look where. */
  private static final int MOST = 1_000;

  private boolean everywhere;
  private List<LatticeBox> boxes = new ArrayList<>();

  /** What changed: everything, or what lies within some boxes. */
  record Taken(boolean everywhere, List<LatticeBox> boxes) {}

  synchronized void everywhere() {
    everywhere = true;
    boxes.clear();
  }

  synchronized void within(List<LatticeBox> more) {
    boxes.addAll(more);
    if (everywhere || boxes.size() > MOST) {
      everywhere();
    }
  }

  synchronized boolean isNone() {
    return !everywhere && boxes.isEmpty();
  }

  /** Hands out what changed, and begins anew. */
  synchronized Taken take() {
    Taken taken = new Taken(everywhere, boxes);
    everywhere = false;
    boxes = new ArrayList<>();
    return taken;
  }
}
