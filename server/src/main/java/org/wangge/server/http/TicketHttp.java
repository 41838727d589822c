package org.wangge.server.http;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Hands out tickets for streams. */
public final class TicketHttp {
  private static final int LONGEST_BYTES = 500;
  private static final Pattern STREAM =
      Pattern.compile("/api/live(/positions)?|/video/[A-Za-z0-9._~-]{1,100}/(live|playback)");

  private final StreamTickets tickets;
  private final Clock machine;

  /**
   * Makes it.
   *
   * @param machine the clock of those who get one, not that of a demonstration that runs faster
   */
  public TicketHttp(StreamTickets tickets, Clock machine) {
    this.tickets = tickets;
    this.machine = machine;
  }

  /** {@code POST /api/tickets}. Whether the stream lets the caller in is decided there again. */
  public void make(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BYTES), "for");
    String path = body.getText("for");
    if (!STREAM.matcher(path).matches()) {
      throw new Malformed("for", "stream-unknown", Map.of("given", path));
    }
    String ticket =
        tickets.make(new Identities.Known(Callers.of(ctx), Callers.sessionOf(ctx)), path);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ticket", ticket);
    answer.put(
        "expiresAt",
        machine.instant().plus(StreamTickets.LIFE).truncatedTo(ChronoUnit.MILLIS).toString());
    ctx.status(201);
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, "application/json", answer);
  }
}
