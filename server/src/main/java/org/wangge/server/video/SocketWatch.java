package org.wangge.server.video;

import io.javalin.websocket.WsContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.server.http.Callers;

/**
 * Watches over open sockets: who has signed out, or may see less than before, looks on no longer.
 * Thread-safe.
 */
final class SocketWatch implements AutoCloseable {
  private static final int GOING_AWAY = 1001;
  private static final int NOT_ALLOWED = 1008;
  private static final int LOOK_SECONDS = 2;
  private static final Logger log = LoggerFactory.getLogger(SocketWatch.class);

  private final Map<String, WsContext> sockets = new ConcurrentHashMap<>();
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(SocketWatch::thread);

  SocketWatch() {
    var unused =
        looks.scheduleWithFixedDelay(
            this::endSessions, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "video-sessions");
    thread.setDaemon(true);
    return thread;
  }

  private void endSessions() {
    sockets.values().removeIf(ctx -> !ctx.session.isOpen());
    for (WsContext ctx : sockets.values()) {
      try {
        BooleanSupplier session = ctx.attribute(Callers.SESSION);
        if (session != null && !session.getAsBoolean()) {
          ctx.closeSession(NOT_ALLOWED, "the session has ended");
        }
      } catch (RuntimeException e) {
        log.warn("whether a session goes on could not be seen this time: {}", e.getMessage());
      }
    }
  }

  void watch(WsContext ctx) {
    sockets.put(ctx.sessionId(), ctx);
  }

  /** Tells all that the server stops. */
  @Override
  public void close() {
    looks.shutdownNow();
    sockets.values().forEach(ctx -> ctx.closeSession(GOING_AWAY, "the server stops"));
  }
}
