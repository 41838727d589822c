package org.wangge.server.live;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.AsyncContext;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.server.http.TooBusy;
import org.wangge.server.http.WebServer;

/** {@code GET /api/live}: server-sent events. */
public final class LiveHttp {
  private static final String STREAM = "text/event-stream";
  private static final String LAST_ID = "Last-Event-ID";
  private static final String AFTER = "after";
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final int RETRY_SECONDS = 10;

  private final LiveFeed feed;

  LiveHttp(LiveFeed feed) {
    this.feed = feed;
  }

  /** Goes on until either side ends it. */
  public void stream(Context ctx) {
    if (!wantsStream(ctx)) {
      throw new HttpResponseException(406, "", Map.of());
    }
    OptionalLong after = after(ctx);
    ctx.contentType(STREAM);
    ctx.header("Cache-Control", "no-store");
    // A proxy in front must not collect what shall arrive at once.
    ctx.header("X-Accel-Buffering", "no");
    if (HandlerType.HEAD.equals(ctx.method())) {
      return;
    }
    if (after.isPresent() && after.getAsLong() > feed.newest()) {
      // Told by another process on the same database, this one has not looked yet.
      feed.tellNews();
    }
    WebServer.secure(ctx);
    Reading reading = new Reading(Callers.of(ctx), Callers.sessionOf(ctx));
    ctx.future(() -> begin(ctx, after, reading));
  }

  private CompletableFuture<Void> begin(Context ctx, OptionalLong after, Reading reading) {
    AsyncContext async = ctx.req().getAsyncContext();
    async.setTimeout(0);
    LiveStream stream =
        feed.open(after, reading, async).orElseThrow(() -> new TooBusy("too-busy", RETRY_SECONDS));
    stream.begin();
    return stream.ended();
  }

  private static boolean wantsStream(Context ctx) {
    String accept = ctx.header("Accept");
    return accept != null && accept.contains(STREAM);
  }

  private static OptionalLong after(Context ctx) {
    Parameters parameters = Parameters.of(ctx, AFTER);
    String header = ctx.header(LAST_ID);
    // A browser that resumes by itself repeats the address it began with: the header is newer.
    if (header != null && !header.isEmpty()) {
      return OptionalLong.of(number(LAST_ID, header));
    }
    return parameters
        .text(AFTER)
        .map(text -> OptionalLong.of(number(AFTER, text)))
        .orElseGet(OptionalLong::empty);
  }

  private static long number(String name, String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new Malformed(name, "number-malformed", Map.of("name", name, "given", text));
    }
    return Long.parseLong(text);
  }
}
