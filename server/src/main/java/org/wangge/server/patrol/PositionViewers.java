package org.wangge.server.patrol;

import java.time.Duration;
import java.util.Map;
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

  /** One who hears nothing for longer thinks that nobody is there. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(1);

  private final Map<String, Viewer> viewers = new ConcurrentHashMap<>();

  private long ticks;

  /** What was shown with the last tick, and since to those who came. */
  private volatile Map<Rights, SharedFrame> latest = new ConcurrentHashMap<>();

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

  int size() {
    return viewers.size();
  }

  /**
   * Somebody comes, and is shown everything as of the last tick; with the next where it fails now.
   * However many come together, it is put together once.
   *
   * @param every with which of the ticks they look: 1 for each. Those who look with every n-th do
   *     so together, so that they share what changed
   */
  void join(String id, Caller caller, int every, Screen screen) {
    Viewer viewer = new Viewer(caller, every, screen);
    viewers.put(id, viewer);
    SharedFrame frame = latest.computeIfAbsent(caller.rights(), rights -> frame(caller));
    if (frame.isRecordedFor(caller, this::isOnRecord)) {
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
    Map<Rights, SharedFrame> frames = new ConcurrentHashMap<>();
    latest = frames;
    ticks++;
    for (Map.Entry<String, Viewer> one : viewers.entrySet()) {
      Viewer viewer = one.getValue();
      if (ticks % viewer.every != 0) {
        continue;
      }
      Caller caller = viewer.caller;
      SharedFrame frame = frames.computeIfAbsent(caller.rights(), rights -> frame(caller));
      if (frame.isNone()) {
        continue;
      }
      if (!frame.isRecordedFor(caller, this::isOnRecord)) {
        return;
      }
      show(one.getKey(), viewer, frame);
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

  /** None this time where it fails, which is no viewer's fault. */
  private SharedFrame frame(Caller caller) {
    try {
      return SharedFrame.of(frameFor.apply(caller));
    } catch (RuntimeException e) {
      log.warn("positions could not be told this time", e);
      return SharedFrame.none();
    }
  }

  private void show(String id, Viewer viewer, SharedFrame frame) {
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
    private final int every;
    private final Screen screen;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile PositionFrame has = PositionFrame.nothing();

    Viewer(Caller caller, int every, Screen screen) {
      this.caller = caller;
      this.every = every;
      this.screen = screen;
    }

    void see(SharedFrame frame) {
      if (!screen.isOpen() || !busy.compareAndSet(false, true)) {
        return;
      }
      byte[] bytes = frame.since(has);
      boolean silent = PositionFrame.isEmpty(bytes) && !has.isNothing();
      if (silent && frame.frame().after(has).compareTo(LONGEST_SILENCE) < 0) {
        busy.set(false);
        return;
      }
      has = frame.frame();
      screen.show(bytes, () -> busy.set(false));
    }
  }
}
