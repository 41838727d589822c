package org.wangge.server.video;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.Caller;
import org.wangge.fault.Fault;
import org.wangge.server.http.Callers;

/**
 * {@code WS /video/{id}/live}: a text message {@code {codec, width, height, generated}}, then
 * fragmented MP4 in binary messages, the opening first. Where there is no picture, the socket
 * closes with 4404 and a code as its reason. Thread-safe.
 */
public final class VideoHttp implements AutoCloseable {
  private static final int NO_PICTURE = 4404;
  private static final int GOING_AWAY = 1001;
  private static final int NOT_ALLOWED = 1008;
  private static final int SESSION_LOOK_SECONDS = 2;

  private static final Logger log = LoggerFactory.getLogger(VideoHttp.class);

  private final VideoDesk desk;
  private final Map<String, WsContext> sockets = new ConcurrentHashMap<>();
  private final Map<String, Runnable> leaving = new ConcurrentHashMap<>();

  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(VideoHttp::thread);

  VideoHttp(VideoDesk desk) {
    this.desk = desk;
    var unused =
        looks.scheduleWithFixedDelay(
            this::endSessions, SESSION_LOOK_SECONDS, SESSION_LOOK_SECONDS, TimeUnit.SECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "video-sessions");
    thread.setDaemon(true);
    return thread;
  }

  /** Who has signed out, or may see less than before, looks on no longer. */
  private void endSessions() {
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

  /** How the socket behaves. */
  public void socket(WsConfig socket) {
    socket.onConnect(this::connect);
    socket.onClose(ctx -> gone(ctx.sessionId()));
    socket.onError(ctx -> gone(ctx.sessionId()));
  }

  private void connect(WsContext ctx) {
    ctx.session.setIdleTimeout(Duration.ofMinutes(2));
    Caller caller = ctx.attribute("caller");
    try {
      Runnable leave =
          desk.watch(
              caller == null ? Caller.anonymous() : caller,
              ctx.pathParam("id"),
              new SocketViewer(ctx));
      sockets.put(ctx.sessionId(), ctx);
      leaving.put(ctx.sessionId(), leave);
      if (!ctx.session.isOpen()) {
        gone(ctx.sessionId());
      }
    } catch (NoPicture e) {
      ctx.closeSession(NO_PICTURE, e.code());
    } catch (Fault e) {
      ctx.closeSession(NO_PICTURE, e.code());
    }
  }

  private void gone(String session) {
    sockets.remove(session);
    Runnable leave = leaving.remove(session);
    if (leave != null) {
      leave.run();
    }
  }

  @Override
  public void close() {
    looks.shutdownNow();
    sockets.values().forEach(ctx -> ctx.closeSession(GOING_AWAY, "the server stops"));
  }
}
