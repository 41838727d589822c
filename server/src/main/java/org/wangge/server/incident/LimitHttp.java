package org.wangge.server.incident;

import io.javalin.http.Context;
import java.util.Map;
import org.wangge.incident.limit.LimitRegister;
import org.wangge.incident.limit.StageLimit;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;

/** The limits of stages over HTTP. */
public final class LimitHttp {
  private static final String JSON = "application/json";

  private final LimitRegister register;

  LimitHttp(LimitRegister register) {
    this.register = register;
  }

  /** {@code GET /api/incidents/limits}, as they are or {@code at} an instant. */
  public void list(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "at");
    Json.write(
        ctx,
        JSON,
        Map.of(
            "limits",
            register.list(Callers.of(ctx), parameters.instant("at")).stream()
                .map(LimitJson::limit)
                .toList()));
  }

  /** {@code POST /api/incidents/limits}. */
  public void add(Context ctx) {
    Parameters.of(ctx);
    LimitRequests.Draft given = LimitRequests.draft(ctx);
    StageLimit added = register.add(Callers.of(ctx), given.scope(), given.wanted(), given.reason());
    ctx.status(201);
    ctx.header("Location", "/api/incidents/limits/" + added.id());
    answer(ctx, added);
  }

  /** {@code PUT /api/incidents/limits/{id}}. */
  public void change(Context ctx) {
    long id = LimitRequests.id(Parameters.of(ctx));
    int version = ETags.getIfMatch(ctx);
    LimitRequests.Edit given = LimitRequests.edit(ctx);
    answer(ctx, register.change(Callers.of(ctx), id, version, given.wanted(), given.reason()));
  }

  /** {@code DELETE /api/incidents/limits/{id}?reason&case}. */
  public void remove(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "reason", "case");
    long id = LimitRequests.id(parameters);
    int version = ETags.getIfMatch(ctx);
    register.remove(Callers.of(ctx), id, version, LimitRequests.reason(parameters));
    ctx.status(204);
  }

  private static void answer(Context ctx, StageLimit limit) {
    ETags.set(ctx, limit.version());
    Json.write(ctx, JSON, LimitJson.limit(limit));
  }
}
