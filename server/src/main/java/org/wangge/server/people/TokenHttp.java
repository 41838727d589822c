package org.wangge.server.people;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.people.ApiToken;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;

/** Tokens over HTTP. A token itself cannot ask for another: it acts for no member's own account. */
public final class TokenHttp {
  private final TokenDesk desk;
  private final FreshProof proof;
  private final Clock clock;

  TokenHttp(TokenDesk desk, FreshProof proof, Clock clock) {
    this.desk = desk;
    this.proof = proof;
    this.clock = clock;
  }

  /** {@code GET /api/tokens}: the caller's own. */
  public void list(Context ctx) {
    Parameters.of(ctx);
    write(ctx, desk.list(Callers.of(ctx)));
  }

  /** {@code GET /api/accounts/{id}/tokens}. */
  public void listOf(Context ctx) {
    Parameters.of(ctx);
    write(ctx, desk.listOf(Callers.of(ctx), ctx.pathParam("id")));
  }

  private void write(Context ctx, List<ApiToken> tokens) {
    Json.write(
        ctx,
        "application/json",
        Map.of(
            "tokens",
            tokens.stream().map(token -> TokenJson.token(token, clock.instant())).toList()));
  }

  /** {@code POST /api/tokens}: the answer holds the token's text, once and for all. */
  public void issue(Context ctx) {
    TokenRequests.Issue asked = TokenRequests.issue(ctx);
    proof.require(Callers.of(ctx), asked.proof());
    TokenDesk.Issued issued = desk.issue(Callers.of(ctx), asked.wanted());
    Map<String, @Nullable Object> json = TokenJson.token(issued.token(), clock.instant());
    json.put("token", issued.text());
    ctx.status(201);
    ctx.header("Location", "/api/tokens/" + issued.token().id());
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, "application/json", json);
  }

  /** {@code DELETE /api/tokens/{id}}. */
  public void revoke(Context ctx) {
    desk.revoke(Callers.of(ctx), ctx.pathParam("id"));
    ctx.status(204);
  }

  /** {@code DELETE /api/accounts/{id}/tokens/{token}}. */
  public void revokeOf(Context ctx) {
    desk.revokeOf(Callers.of(ctx), ctx.pathParam("id"), ctx.pathParam("token"));
    ctx.status(204);
  }
}
