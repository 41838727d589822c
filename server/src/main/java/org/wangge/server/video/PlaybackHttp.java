package org.wangge.server.video;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.Caller;
import org.wangge.fault.Fault;
import org.wangge.fault.Invalid;
import org.wangge.footage.Span;
import org.wangge.server.http.Json;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/**
 * {@code WS /video/{id}/playback?from=&to=[&retrieval=]} or {@code ?last=}, in seconds: as {@link
 * PlaybackSocket} says. The player sends {@code {"wantMillis": n}}: what begins before that on the
 * time line. Where nothing can be played, the socket closes with 4404 and a code as its reason.
 * Thread-safe.
 */
public final class PlaybackHttp implements AutoCloseable {
  private static final int NO_PICTURE = 4404;
  private static final int LONGEST_TEXT = 200;
  private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,3}");
  private static final Logger log = LoggerFactory.getLogger(PlaybackHttp.class);

  private final PlaybackDesk desk;
  private final SocketWatch sockets;
  private final Clock clock;
  private final Map<String, Playing> playing = new ConcurrentHashMap<>();

  PlaybackHttp(PlaybackDesk desk, SocketWatch sockets, Clock clock) {
    this.desk = desk;
    this.sockets = sockets;
    this.clock = clock;
  }

  private record Playing(PlaybackSocket socket, VideoSource.Running running) {
    void end() {
      socket.close();
      running.close();
    }
  }

  /** How the socket behaves. */
  public void socket(WsConfig socket) {
    socket.onConnect(this::connect);
    socket.onMessage(ctx -> said(ctx, ctx.message()));
    socket.onClose(ctx -> gone(ctx.sessionId()));
    socket.onError(ctx -> gone(ctx.sessionId()));
  }

  private void connect(WsContext ctx) {
    ctx.session.setIdleTimeout(Duration.ofMinutes(10));
    Caller caller = ctx.attribute("caller");
    try {
      PlaybackDesk.Asked asked =
          desk.ask(
              caller == null ? Caller.anonymous() : caller,
              ctx.pathParam("id"),
              span(ctx),
              retrieval(ctx));
      PlaybackSocket outlet = new PlaybackSocket(ctx, asked.isGenerated());
      playing.put(ctx.sessionId(), new Playing(outlet, asked.play(outlet)));
      sockets.watch(ctx);
      if (!ctx.session.isOpen()) {
        gone(ctx.sessionId());
      }
    } catch (NoPicture e) {
      ctx.closeSession(NO_PICTURE, e.code());
    } catch (Fault e) {
      ctx.closeSession(NO_PICTURE, e.code());
    } catch (Malformed e) {
      ctx.closeSession(NO_PICTURE, e.code());
    } catch (IOException e) {
      log.warn("footage cannot be played: {}", e.getMessage());
      ctx.closeSession(NO_PICTURE, "picture-unavailable");
    }
  }

  /** From one instant to another, or the last seconds up to now by this server's clock. */
  private Span span(WsContext ctx) {
    String last = ctx.queryParam("last");
    if (last == null) {
      return span(instant(ctx, "from"), instant(ctx, "to"));
    }
    if (!SECONDS.matcher(last).matches()) {
      throw new Malformed("last", "number-malformed", Map.of("name", "last", "given", last));
    }
    Instant now = clock.instant();
    return new Span(now.minusSeconds(Integer.parseInt(last)), now);
  }

  private static Span span(Instant from, Instant to) {
    if (to.isBefore(from)) {
      throw new Invalid(
          "to", "span-backwards", Map.of("from", from.toString(), "to", to.toString()));
    }
    return new Span(from, to);
  }

  private static Instant instant(WsContext ctx, String name) {
    String text = ctx.queryParam(name);
    return Parameters.instant(name, text == null ? "" : text);
  }

  private static @Nullable UUID retrieval(WsContext ctx) {
    String text = ctx.queryParam("retrieval");
    return text == null ? null : Parameters.uuid("retrieval", text);
  }

  private void said(WsContext ctx, String text) {
    Playing here = playing.get(ctx.sessionId());
    if (here == null || text.length() > LONGEST_TEXT) {
      return;
    }
    JsonNode until = Json.parse(text.getBytes(StandardCharsets.UTF_8)).path("wantMillis");
    if (until.isIntegralNumber()) {
      here.socket().want(Duration.ofMillis(until.asLong()));
    }
  }

  private void gone(String session) {
    Playing last = playing.remove(session);
    if (last != null) {
      last.end();
    }
  }

  @Override
  public void close() {
    playing.keySet().forEach(this::gone);
  }
}
