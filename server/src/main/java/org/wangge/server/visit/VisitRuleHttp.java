package org.wangge.server.visit;

import io.javalin.http.Context;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;
import org.wangge.visit.VisitRule;
import org.wangge.visit.VisitRuleRegister;

/** Rules of visits over HTTP. */
public final class VisitRuleHttp {
  private static final String JSON = "application/json";

  private final VisitRuleRegister register;

  VisitRuleHttp(VisitRuleRegister register) {
    this.register = register;
  }

  /** {@code GET /api/visits/rules?retired=true|false}. */
  public void list(Context ctx) {
    boolean retiredToo = Parameters.of(ctx, "retired").flag("retired");
    Caller caller = Callers.of(ctx);
    Json.write(
        ctx,
        JSON,
        Map.of(
            "rules",
            register.list(caller, retiredToo).stream()
                .map(one -> VisitJson.rule(one, caller))
                .toList()));
  }

  /** {@code POST /api/visits/rules}. */
  public void begin(Context ctx) {
    Caller caller = Callers.of(ctx);
    VisitRule begun = register.begin(caller, VisitRequests.plan(ctx));
    ctx.status(201);
    write(ctx, caller, begun);
  }

  /** {@code PUT /api/visits/rules/{rule}} with {@code If-Match}: says otherwise, or ends. */
  public void change(Context ctx) {
    long id = VisitRequests.ruleId(ctx);
    int version = ETags.getIfMatch(ctx);
    Caller caller = Callers.of(ctx);
    VisitRule.Plan plan = VisitRequests.change(ctx);
    write(
        ctx,
        caller,
        plan == null
            ? register.retire(caller, id, version)
            : register.change(caller, id, version, plan));
  }

  private static void write(Context ctx, Caller caller, VisitRule rule) {
    ETags.set(ctx, rule.version());
    Json.write(ctx, JSON, VisitJson.rule(rule, caller));
  }
}
