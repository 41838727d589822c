package org.wangge.server.grid;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wangge.grid.SizeRule;
import org.wangge.grid.SizeRuleRegister;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;

/** The rules of size over HTTP. */
public final class SizeRuleHttp {
  private static final String JSON = "application/json";

  private final SizeRuleRegister register;

  SizeRuleHttp(SizeRuleRegister register) {
    this.register = register;
  }

  /** {@code GET /api/size-rules}. */
  public void list(Context ctx) {
    Parameters.of(ctx);
    Json.write(
        ctx,
        JSON,
        Map.of("rules", register.list(Callers.of(ctx)).stream().map(SizeRuleHttp::rule).toList()));
  }

  /** {@code POST /api/size-rules}. */
  public void add(Context ctx) {
    Parameters.of(ctx);
    SizeRule added = register.add(Callers.of(ctx), SizeRuleRequests.rule(ctx));
    ctx.status(201);
    ctx.header("Location", "/api/size-rules/" + added.id());
    answer(ctx, added);
  }

  /** {@code PATCH /api/size-rules/{id}}. */
  public void change(Context ctx) {
    long id = SizeRuleRequests.id(Parameters.of(ctx));
    int version = ETags.getIfMatch(ctx);
    answer(ctx, register.change(Callers.of(ctx), id, version, SizeRuleRequests.edit(ctx)));
  }

  /** {@code DELETE /api/size-rules/{id}}. */
  public void remove(Context ctx) {
    long id = SizeRuleRequests.id(Parameters.of(ctx));
    register.remove(Callers.of(ctx), id, ETags.getIfMatch(ctx));
    ctx.status(204);
  }

  private static void answer(Context ctx, SizeRule rule) {
    ETags.set(ctx, rule.version());
    Json.write(ctx, JSON, rule(rule));
  }

  private static Map<String, Object> rule(SizeRule rule) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", rule.id());
    json.put("version", rule.version());
    json.put("area", rule.area());
    json.put("level", rule.level().word());
    json.put("kind", rule.kind().word());
    json.put("measure", rule.measure().word());
    json.put("min", rule.min());
    json.put("max", rule.max());
    json.put("inForce", rule.inForce());
    return json;
  }
}
