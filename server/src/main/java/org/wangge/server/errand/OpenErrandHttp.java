package org.wangge.server.errand;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.errand.ErrandKindRegister;
import org.wangge.errand.ErrandOrders;
import org.wangge.grid.AreaAtlas;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.server.http.RateLimit;
import org.wangge.server.http.SecretTexts;

/** Orders over HTTP: anyone may send one, and follow it with the token it got. */
public final class OpenErrandHttp {
  private static final int A_MINUTE = 10;
  private static final String TOKEN = "Wangge-Errand-Token";
  private static final String JSON = "application/json";

  private final ErrandOrders orders;
  private final ErrandKindRegister kinds;
  private final Supplier<AreaAtlas> atlas;
  private final RateLimit limit = new RateLimit(A_MINUTE);
  private final RateLimit changes = new RateLimit(3 * A_MINUTE);

  OpenErrandHttp(ErrandOrders orders, ErrandKindRegister kinds, Supplier<AreaAtlas> atlas) {
    this.orders = orders;
    this.kinds = kinds;
    this.atlas = atlas;
  }

  /** {@code GET /api/errands/kinds}: what can be ordered, and what could be. */
  public void kinds(Context ctx) {
    Json.write(
        ctx,
        JSON,
        Map.of("kinds", kinds.list(Callers.of(ctx)).stream().map(ErrandJson::kind).toList()));
  }

  /** {@code GET /api/errands/kinds/{code}}: what was ever said of one. */
  public void versions(Context ctx) {
    String code = Parameters.of(ctx).part("code");
    Json.write(
        ctx,
        JSON,
        Map.of(
            "versions",
            kinds.versions(Callers.of(ctx), code).stream().map(ErrandJson::kind).toList()));
  }

  /** {@code PUT /api/errands/kinds/{code}}, with {@code If-Match}: 0 adds one. */
  public void change(Context ctx) {
    ErrandRequests.KindEdit edit = ErrandRequests.kind(ctx);
    var changed =
        kinds.change(Callers.of(ctx), ETags.getIfMatch(ctx), edit.wanted(), edit.reason());
    ETags.set(ctx, changed.version());
    Json.write(ctx, JSON, ErrandJson.kind(changed));
  }

  /** {@code POST /api/errands/orders}. */
  public void order(Context ctx) {
    Caller caller = Callers.of(ctx);
    if (caller.isAnonymous()) {
      limit.count(ctx);
    }
    ErrandOrders.Receipt receipt =
        orders.order(caller, ErrandRequests.order(ctx, caller, SecretTexts::next));
    ctx.status(receipt.isNew() ? 201 : 200);
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, JSON, json().receipt(receipt));
  }

  /** {@code GET /api/errands/own}: the order whose token stands in the header. */
  public void follow(Context ctx) {
    Parameters.of(ctx);
    write(ctx, orders.follow(Callers.of(ctx), token(ctx)));
  }

  /** {@code POST /api/errands/own/withdrawal}, with {@code If-Match}. */
  public void withdraw(Context ctx) {
    count(ctx);
    write(ctx, orders.withdraw(Callers.of(ctx), token(ctx), ETags.getIfMatch(ctx)));
  }

  /** {@code POST /api/errands/own/confirmation} with {@code {done, words?}} and If-Match. */
  public void judge(Context ctx) {
    count(ctx);
    String token = token(ctx);
    ErrandRequests.Judged said = ErrandRequests.judged(ctx);
    Caller caller = Callers.of(ctx);
    write(ctx, orders.judge(caller, token, ETags.getIfMatch(ctx), said.good(), said.words()));
  }

  /** {@code POST /api/errands/own/erasure}. */
  public void erase(Context ctx) {
    count(ctx);
    orders.erase(Callers.of(ctx), token(ctx));
    ctx.status(204);
  }

  private void count(Context ctx) {
    if (Callers.of(ctx).isAnonymous()) {
      changes.count(ctx);
    }
  }

  private void write(Context ctx, ErrandOrders.Followed followed) {
    ctx.header("Cache-Control", "no-store");
    ETags.set(ctx, followed.errand().version());
    Json.write(ctx, JSON, json().followed(followed));
  }

  private ErrandJson json() {
    return new ErrandJson(Map.of(), atlas.get());
  }

  /** Not in the address, which ends up in logs, histories and what people copy. */
  private static String token(Context ctx) {
    return Optional.ofNullable(ctx.header(TOKEN))
        .filter(token -> !token.isEmpty())
        .orElseThrow(() -> new Malformed(TOKEN, "header-missing", Map.of("name", TOKEN)));
  }
}
