package org.wangge.server.patrol;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.BiPredicate;
import org.wangge.access.Caller;
import org.wangge.patrol.PositionFrame;

/**
 * What all viewers of one scope are shown at once: written once for all of them who have the same,
 * and put on record once for each reader. Thread-safe.
 */
final class SharedFrame {
  private static final PositionFrame NOTHING = PositionFrame.nothing();

  private final PositionFrame frame;
  private final boolean none;
  private final IdentityHashMap<PositionFrame, byte[]> written = new IdentityHashMap<>();
  private final Set<String> recorded = new HashSet<>();

  private SharedFrame(PositionFrame frame, boolean none) {
    this.frame = frame;
    this.none = none;
  }

  static SharedFrame of(PositionFrame frame) {
    return new SharedFrame(frame, false);
  }

  /** What there is to show when nothing can be told. */
  static SharedFrame none() {
    return new SharedFrame(NOTHING, true);
  }

  boolean isNone() {
    return none;
  }

  PositionFrame frame() {
    return frame;
  }

  /** What a viewer is sent who has another frame: all where that is nothing, else what changed. */
  synchronized byte[] since(PositionFrame has) {
    return has.isNothing()
        ? written.computeIfAbsent(NOTHING, nothing -> frame.whole())
        : written.computeIfAbsent(has, frame::since);
  }

  /**
   * Whether it is on record that the account of a caller sees this.
   *
   * @param onRecord puts it there, or says that it cannot
   */
  synchronized boolean isRecordedFor(Caller caller, BiPredicate<Caller, PositionFrame> onRecord) {
    if (none) {
      return false;
    }
    if (!recorded.contains(caller.account()) && onRecord.test(caller, frame)) {
      recorded.add(caller.account());
    }
    return recorded.contains(caller.account());
  }
}
