package org.wangge.server.patrol;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.eclipse.jetty.websocket.api.Callback;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.patrol.LookBook;
import org.wangge.patrol.LookKind;
import org.wangge.patrol.PositionFrame;
import org.wangge.server.http.Callers;

/**
 * {@code WS /api/live/positions[?every=SECONDS]}: everybody's position once, then several times a
 * second, or as seldom as is asked for, what changed, as {@link PositionFrame}. A viewer who is too
 * slow for a frame misses it, and the next one it can take tells what changed since its last;
 * nobody waits for anybody. Thread-safe.
 */
public final class PositionStreamHttp implements AutoCloseable {
  private static final int MOST_VIEWERS = 500;
  private static final int TRY_AGAIN_LATER = 1013;
  private static final int GOING_AWAY = 1001;
  private static final int NOT_ALLOWED = 1008;
  private static final int NOT_UNDERSTOOD = 1007;
  private static final Pattern SECONDS = Pattern.compile("[1-9]|10");
  private static final int SESSION_LOOK_SECONDS = 2;
  private static final int TICK_MILLIS = 150;

  private final PositionViewers viewers;
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(PositionStreamHttp::tickThread);

  PositionStreamHttp(PositionDesk desk, LookBook looks, Clock clock) {
    viewers =
        new PositionViewers(
            caller -> PositionFrame.of(desk.shown(caller), clock.instant()),
            (caller, frame) ->
                looks.note(caller, LookKind.LIVE, frame.staffCodes(), clock.instant()));
  }

  private static Thread tickThread(Runnable work) {
    Thread thread = new Thread(work, "position-stream");
    thread.setDaemon(true);
    return thread;
  }

  void start() {
    var unused =
        ticks.scheduleWithFixedDelay(
            viewers::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    var unusedToo =
        ticks.scheduleWithFixedDelay(
            viewers::endSessions, SESSION_LOOK_SECONDS, SESSION_LOOK_SECONDS, TimeUnit.SECONDS);
  }

  /** How the socket behaves. */
  public void socket(WsConfig socket) {
    socket.onConnect(this::connect);
    socket.onClose(ctx -> viewers.leave(ctx.sessionId()));
    socket.onError(ctx -> viewers.leave(ctx.sessionId()));
  }

  private void connect(WsContext ctx) {
    if (viewers.size() >= MOST_VIEWERS) {
      ctx.closeSession(TRY_AGAIN_LATER, "too many viewers");
      return;
    }
    @Nullable String seconds = ctx.queryParam("every");
    if (seconds != null && !SECONDS.matcher(seconds).matches()) {
      ctx.closeSession(NOT_UNDERSTOOD, "every: whole seconds from 1 to 10");
      return;
    }
    ctx.session.setIdleTimeout(Duration.ofMinutes(2));
    Caller caller = ctx.attribute("caller");
    int every = seconds == null ? 1 : Integer.parseInt(seconds) * 1_000 / TICK_MILLIS;
    viewers.join(
        ctx.sessionId(), caller == null ? Caller.anonymous() : caller, every, new Socket(ctx));
  }

  /** A viewer's end of the stream. */
  private record Socket(WsContext ctx) implements PositionViewers.Screen {
    @Override
    public boolean isOpen() {
      return ctx.session.isOpen();
    }

    @Override
    public void show(byte[] frame, Runnable shown) {
      ctx.session.sendBinary(ByteBuffer.wrap(frame), Callback.from(shown, failure -> shown.run()));
    }

    @Override
    public boolean maySeeOn() {
      BooleanSupplier session = ctx.attribute(Callers.SESSION);
      return session == null || session.getAsBoolean();
    }

    @Override
    public void leave() {
      if (maySeeOn()) {
        ctx.closeSession(GOING_AWAY, "the stream ends here");
      } else {
        ctx.closeSession(NOT_ALLOWED, "the session has ended");
      }
    }
  }

  @Override
  public void close() {
    ticks.shutdownNow();
    viewers.sendAway();
  }
}
