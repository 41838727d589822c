package org.wangge.server.whistle;

import io.javalin.http.Context;
import java.util.Map;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;
import org.wangge.whistle.WhistleLevel;
import org.wangge.whistle.WhistleRule;
import org.wangge.whistle.WhistleRuleRegister;

/** How levels are called, over HTTP. */
public final class WhistleRuleHttp {
  private static final String JSON = "application/json";

  private final WhistleRuleRegister register;

  WhistleRuleHttp(WhistleRuleRegister register) {
    this.register = register;
  }

  /** {@code GET /api/whistles/levels}, as they are or {@code at} an instant. */
  public void list(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "at");
    Json.write(
        ctx,
        JSON,
        Map.of(
            "levels",
            register.list(Callers.of(ctx), parameters.instant("at")).stream()
                .map(WhistleJson::rule)
                .toList()));
  }

  /** {@code PUT /api/whistles/levels/{level}} with {@code If-Match}. */
  public void change(Context ctx) {
    WhistleLevel level = WhistleRequests.level(ctx);
    int version = ETags.getIfMatch(ctx);
    WhistleRequests.Edit given = WhistleRequests.edit(ctx);
    WhistleRule changed =
        register.change(Callers.of(ctx), level, version, given.wanted(), given.reason());
    ETags.set(ctx, changed.version());
    Json.write(ctx, JSON, WhistleJson.rule(changed));
  }
}
