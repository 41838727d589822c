package org.wangge.server.clock;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.Map;
import org.wangge.clock.CalendarEdition;
import org.wangge.clock.CalendarRegister;
import org.wangge.clock.Countdown;
import org.wangge.clock.WorkCalendar;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;

/** Calendars of working time over HTTP. */
public final class CalendarHttp {
  private static final String JSON = "application/json";

  private final CalendarRegister register;
  private final Clock clock;

  CalendarHttp(CalendarRegister register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  /** {@code GET /api/calendars}. */
  public void list(Context ctx) {
    Parameters.of(ctx);
    Json.write(
        ctx,
        JSON,
        Map.of(
            "calendars",
            register.list(Callers.of(ctx)).stream().map(CalendarJson::summary).toList()));
  }

  /** {@code POST /api/calendars}. */
  public void add(Context ctx) {
    Parameters.of(ctx);
    CalendarRequests.Draft given = CalendarRequests.draft(ctx, true);
    CalendarEdition added =
        register.add(Callers.of(ctx), given.code(), given.area(), given.draft(), given.reason());
    ctx.status(201);
    ctx.header("Location", "/api/calendars/" + added.id().code());
    answer(ctx, added);
  }

  /** {@code GET /api/calendars/{code}}. */
  public void get(Context ctx) {
    String code = CalendarRequests.code(Parameters.of(ctx));
    answer(ctx, register.get(Callers.of(ctx), code));
  }

  /** {@code PUT /api/calendars/{code}}: all of it anew, as another version. */
  public void change(Context ctx) {
    String code = CalendarRequests.code(Parameters.of(ctx));
    int version = ETags.getIfMatch(ctx);
    CalendarRequests.Draft given = CalendarRequests.draft(ctx, false);
    answer(ctx, register.change(Callers.of(ctx), code, version, given.draft(), given.reason()));
  }

  /** {@code GET /api/calendars/{code}/due?from&limit}, or {@code kind&amount}. */
  public void due(Context ctx) {
    CalendarRequests.Question asked = CalendarRequests.question(ctx, clock.instant());
    WorkCalendar calendar = register.calendar(Callers.of(ctx), asked.code());
    Countdown begun = Countdown.start(asked.limit(), calendar, asked.from());
    Json.write(ctx, JSON, CalendarJson.reason(begun.explain(calendar, asked.from())));
  }

  private static void answer(Context ctx, CalendarEdition edition) {
    ETags.set(ctx, edition.id().version());
    Json.write(ctx, JSON, CalendarJson.calendar(edition));
  }
}
