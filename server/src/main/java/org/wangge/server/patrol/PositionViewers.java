package org.wangge.server.patrol;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.Caller;
import org.wangge.access.Rights;
import org.wangge.patrol.PositionFrame;

/**
 * Everybody who looks at positions. One who is too slow for a frame misses it, and the next one it
 * can take tells what changed since its last; one who fails is sent away. Nobody waits for anybody.
 * Thread-safe.
 */
final class PositionViewers {
  private static final Logger log = LoggerFactory.getLogger(PositionViewers.class);

  private final Map<String, Viewer> viewers = new ConcurrentHashMap<>();
  private final Function<Caller, PositionFrame> frameFor;
  private final BiConsumer<Caller, PositionFrame> onRecord;

  /** Where a viewer sees frames. */
  interface Screen {
    boolean isOpen();

    /** Whether the session of whoever looks is still open. */
    boolean maySeeOn();

    /** Shows a frame; tells when the next may come, whether this one arrived or not. */
    void show(byte[] frame, Runnable shown);

    /** Ends it. */
    void leave();
  }

  /**
   * Begins without anybody.
   *
   * @param frameFor what a caller may see now
   * @param onRecord puts on record that a caller is about to be shown a frame, or throws
   */
  PositionViewers(
      Function<Caller, PositionFrame> frameFor, BiConsumer<Caller, PositionFrame> onRecord) {
    this.frameFor = frameFor;
    this.onRecord = onRecord;
  }

  /** One reader on however many screens. */
  private record Reader(String account, Rights rights) {}

  int size() {
    return viewers.size();
  }

  /** Somebody comes, and is shown everything; with the next tick where it fails now. */
  void join(String id, Caller caller, Screen screen) {
    Viewer viewer = new Viewer(caller, screen);
    viewers.put(id, viewer);
    PositionFrame frame = frameFor.apply(caller);
    if (isOnRecord(caller, frame)) {
      viewer.see(frame);
    }
  }

  void leave(String id) {
    viewers.remove(id);
  }

  /**
   * Shows everybody what changed. Viewers of one scope share a frame, screens of one reader its
   * record. What cannot be put on record is not shown, and since the next could not be either, the
   * others wait for the next tick instead of each for the database.
   */
  void tick() {
    Map<Rights, Optional<PositionFrame>> frames = new HashMap<>();
    Set<Reader> recorded = new HashSet<>();
    for (Map.Entry<String, Viewer> one : viewers.entrySet()) {
      Viewer viewer = one.getValue();
      Caller caller = viewer.caller;
      Optional<PositionFrame> frame =
          frames.computeIfAbsent(caller.rights(), rights -> frame(caller));
      if (frame.isEmpty()) {
        continue;
      }
      if (recorded.add(new Reader(caller.account(), caller.rights()))
          && !isOnRecord(caller, frame.get())) {
        return;
      }
      show(one.getKey(), viewer, frame.get());
    }
  }

  private boolean isOnRecord(Caller caller, PositionFrame frame) {
    try {
      onRecord.accept(caller, frame);
      return true;
    } catch (RuntimeException e) {
      log.warn("positions are not shown while that cannot be put on record", e);
      return false;
    }
  }

  /** Empty where there is none this time, which is no viewer's fault. */
  private Optional<PositionFrame> frame(Caller caller) {
    try {
      return Optional.of(frameFor.apply(caller));
    } catch (RuntimeException e) {
      log.warn("positions could not be told this time", e);
      return Optional.empty();
    }
  }

  private void show(String id, Viewer viewer, PositionFrame frame) {
    try {
      viewer.see(frame);
    } catch (RuntimeException e) {
      log.warn("a viewer of positions is sent away: {}", String.valueOf(e.getMessage()));
      sendAway(id, viewer);
    }
  }

  /** Who has signed out looks on no longer. */
  void endSessions() {
    viewers.forEach(
        (id, viewer) -> {
          if (!viewer.screen.maySeeOn()) {
            sendAway(id, viewer);
          }
        });
  }

  private void sendAway(String id, Viewer viewer) {
    viewers.remove(id, viewer);
    try {
      viewer.screen.leave();
    } catch (RuntimeException e) {
      log.debug("and could not be told so", e);
    }
  }

  /** Sends everybody away. */
  void sendAway() {
    viewers.forEach(this::sendAway);
  }

  /** One who looks; remembers what it has. */
  private static final class Viewer {
    private final Caller caller;
    private final Screen screen;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile PositionFrame has = PositionFrame.nothing();

    Viewer(Caller caller, Screen screen) {
      this.caller = caller;
      this.screen = screen;
    }

    void see(PositionFrame frame) {
      if (!screen.isOpen() || !busy.compareAndSet(false, true)) {
        return;
      }
      byte[] bytes = has.isNothing() ? frame.whole() : frame.since(has);
      has = frame;
      screen.show(bytes, () -> busy.set(false));
    }
  }
}
