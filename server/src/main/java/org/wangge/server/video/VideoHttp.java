package org.wangge.server.video;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.wangge.access.Caller;
import org.wangge.fault.Fault;

/**
 * {@code WS /video/{id}/live}: a text message {@code {codec, width, height, generated}}, then
 * fragmented MP4 in binary messages, the opening first. Where there is no picture, the socket
 * closes with 4404 and a code as its reason. Thread-safe.
 */
public final class VideoHttp {
  private static final int NO_PICTURE = 4404;

  private final VideoDesk desk;
  private final SocketWatch sockets;
  private final Map<String, Runnable> leaving = new ConcurrentHashMap<>();

  VideoHttp(VideoDesk desk, SocketWatch sockets) {
    this.desk = desk;
    this.sockets = sockets;
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
      sockets.watch(ctx);
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
    Runnable leave = leaving.remove(session);
    if (leave != null) {
      leave.run();
    }
  }
}
