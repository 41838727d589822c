package org.wangge.server.patrol;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.websocket.api.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.patrol.PositionFrame;
import org.wangge.server.http.Callers;

/**
 * {@code WS /api/live/positions}: everybody's position once, then each second what changed, as
 * {@link PositionFrame}. A viewer who is too slow for a frame misses it, and the next one it can
 * take tells what changed since its last; nobody waits for anybody. Thread-safe.
 */
public final class PositionStreamHttp implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PositionStreamHttp.class);
  private static final int MOST_VIEWERS = 500;
  private static final int TRY_AGAIN_LATER = 1013;
  private static final int GOING_AWAY = 1001;
  private static final int NOT_ALLOWED = 1008;
  private static final int SESSION_LOOK_SECONDS = 5;

  private final PositionDesk desk;
  private final Clock clock;
  private final Map<String, Viewer> viewers = new ConcurrentHashMap<>();
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(PositionStreamHttp::tickThread);

  PositionStreamHttp(PositionDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  private static Thread tickThread(Runnable work) {
    Thread thread = new Thread(work, "position-stream");
    thread.setDaemon(true);
    return thread;
  }

  void start() {
    var unused = ticks.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    var unusedToo =
        ticks.scheduleWithFixedDelay(
            this::endSessions, SESSION_LOOK_SECONDS, SESSION_LOOK_SECONDS, TimeUnit.SECONDS);
  }

  /** How the socket behaves. */
  public void socket(WsConfig socket) {
    socket.onConnect(this::connect);
    socket.onClose(ctx -> viewers.remove(ctx.sessionId()));
    socket.onError(ctx -> viewers.remove(ctx.sessionId()));
  }

  private void connect(WsContext ctx) {
    if (viewers.size() >= MOST_VIEWERS) {
      ctx.closeSession(TRY_AGAIN_LATER, "too many viewers");
      return;
    }
    ctx.session.setIdleTimeout(Duration.ofMinutes(2));
    Caller caller = ctx.attribute("caller");
    Viewer viewer = new Viewer(ctx, caller == null ? Caller.anonymous() : caller);
    viewers.put(ctx.sessionId(), viewer);
    viewer.send(frameFor(viewer));
  }

  private PositionFrame frameFor(Viewer viewer) {
    return PositionFrame.of(desk.shown(viewer.caller), clock.instant());
  }

  /** Viewers of one scope share a frame. */
  private void tick() {
    try {
      Map<AreaScope, PositionFrame> frames = new HashMap<>();
      for (Viewer viewer : viewers.values()) {
        viewer.send(frames.computeIfAbsent(viewer.caller.scope(), scope -> frameFor(viewer)));
      }
    } catch (RuntimeException e) {
      log.warn("positions could not be sent this time: {}", e.getMessage());
    }
  }

  /** Who has signed out looks on no longer. */
  private void endSessions() {
    for (Viewer viewer : viewers.values()) {
      BooleanSupplier session = viewer.ctx.attribute(Callers.SESSION);
      if (session != null && !session.getAsBoolean()) {
        viewer.ctx.closeSession(NOT_ALLOWED, "the session has ended");
      }
    }
  }

  /** One who looks; remembers what it has. */
  private static final class Viewer {
    private final WsContext ctx;
    private final Caller caller;
    private final AtomicBoolean sending = new AtomicBoolean();
    private volatile PositionFrame has = PositionFrame.nothing();

    Viewer(WsContext ctx, Caller caller) {
      this.ctx = ctx;
      this.caller = caller;
    }

    void send(PositionFrame frame) {
      if (!ctx.session.isOpen() || !sending.compareAndSet(false, true)) {
        return;
      }
      byte[] bytes = has.isNothing() ? frame.whole() : frame.since(has);
      has = frame;
      ctx.session.sendBinary(
          ByteBuffer.wrap(bytes),
          Callback.from(() -> sending.set(false), failure -> sending.set(false)));
    }
  }

  @Override
  public void close() {
    ticks.shutdownNow();
    viewers.values().forEach(viewer -> viewer.ctx.closeSession(GOING_AWAY, "the server stops"));
  }
}
