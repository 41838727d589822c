package org.wangge.server.people;

import io.javalin.http.Context;
import org.wangge.people.Identity;
import org.wangge.people.IdentityRegister;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;

/** Who is linked with which account, over HTTP. */
public final class IdentityHttp {
  private static final String JSON = "application/json";

  private final IdentityRegister register;
  private final OpenIdHttp openId;

  IdentityHttp(IdentityRegister register, OpenIdHttp openId) {
    this.register = register;
    this.openId = openId;
  }

  /** {@code GET /api/account/identities}. */
  public void list(Context ctx) {
    Parameters.of(ctx);
    Json.write(ctx, JSON, IdentityJson.identities(register.list(Callers.of(ctx))));
  }

  /** {@code DELETE /api/account/identities/{id}}. */
  public void unlink(Context ctx) {
    register.unlink(Callers.of(ctx), OpenIdRequests.identity(ctx, "id"));
    ctx.status(204);
  }

  /** {@code GET /api/accounts/{id}/identities}. */
  public void listOf(Context ctx) {
    Parameters.of(ctx);
    Json.write(
        ctx, JSON, IdentityJson.identities(register.listOf(Callers.of(ctx), ctx.pathParam("id"))));
  }

  /** {@code POST /api/accounts/{id}/identities}: whoever keeps the account vouches for it. */
  public void linkTo(Context ctx) {
    // Who may not see the account is not told what is wrong with the rest.
    var unused = register.listOf(Callers.of(ctx), ctx.pathParam("id"));
    String subject = OpenIdRequests.subject(ctx);
    Identity linked =
        register.linkTo(Callers.of(ctx), ctx.pathParam("id"), openId.issuer(), subject.strip());
    ctx.status(201);
    Json.write(ctx, JSON, IdentityJson.identity(linked));
  }

  /** {@code DELETE /api/accounts/{id}/identities/{identity}}. */
  public void unlinkFrom(Context ctx) {
    register.unlinkFrom(
        Callers.of(ctx), ctx.pathParam("id"), OpenIdRequests.identity(ctx, "identity"));
    ctx.status(204);
  }
}
