package org.wangge.server.people;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.people.AccountQuery;
import org.wangge.people.AccountRegister;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;

/** Accounts and grants over HTTP, for whoever keeps them. */
public final class AccountHttp {
  private final AccountRegister register;
  private final PasswordHashes hashes;
  private final Clock clock;

  AccountHttp(AccountRegister register, PasswordHashes hashes, Clock clock) {
    this.register = register;
    this.hashes = hashes;
    this.clock = clock;
  }

  /** {@code GET /api/accounts}. */
  public void list(Context ctx) {
    AccountQuery query = AccountRequests.list(ctx);
    List<AccountRegister.Kept> found = register.list(Callers.of(ctx), query);
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put(
        "accounts", found.stream().map(one -> AccountJson.account(one, clock.instant())).toList());
    answer.put(
        "next", found.size() < query.limit() ? null : found.get(found.size() - 1).account().id());
    answer.put("asOf", clock.instant().toString());
    Json.write(ctx, "application/json", answer);
  }

  /** {@code GET /api/accounts/{id}}. */
  public void get(Context ctx) {
    write(ctx, register.get(Callers.of(ctx), ctx.pathParam("id")), Map.of());
  }

  /** {@code POST /api/accounts}: answers the password that its owner signs in with once. */
  public void add(Context ctx) {
    AccountRequests.NewAccount wanted = AccountRequests.add(ctx);
    String password = FirstPasswords.next();
    AccountRegister.Kept added =
        register.add(
            Callers.of(ctx),
            wanted.id(),
            wanted.staffCodeOrNull(),
            hashes.hash(password),
            wanted.first());
    ctx.status(201);
    ctx.header("Location", "/api/accounts/" + wanted.id());
    write(ctx, added, Map.of("password", password));
  }

  /** {@code PATCH /api/accounts/{id}}: disables it or makes it usable again. */
  public void change(Context ctx) {
    int version = ETags.getIfMatch(ctx);
    write(
        ctx,
        register.setState(
            Callers.of(ctx), ctx.pathParam("id"), version, AccountRequests.change(ctx)),
        Map.of());
  }

  /** {@code POST /api/accounts/{id}/password}: another first password, in place of a lost one. */
  public void resetPassword(Context ctx) {
    int version = ETags.getIfMatch(ctx);
    String password = FirstPasswords.next();
    Caller caller = Callers.of(ctx);
    AccountRegister.Kept kept =
        register.resetPassword(caller, ctx.pathParam("id"), version, hashes.hash(password));
    write(ctx, kept, Map.of("password", password));
  }

  /** {@code POST /api/accounts/{id}/grants}. */
  public void grant(Context ctx) {
    ctx.status(201);
    write(
        ctx,
        register.grant(Callers.of(ctx), ctx.pathParam("id"), AccountRequests.grant(ctx)),
        Map.of());
  }

  /** {@code DELETE /api/accounts/{id}/grants/{grant}}: ends it now. */
  public void endGrant(Context ctx) {
    write(
        ctx,
        register.endGrant(Callers.of(ctx), ctx.pathParam("id"), AccountRequests.grantId(ctx)),
        Map.of());
  }

  /** {@code DELETE /api/accounts/{id}/sessions}. */
  public void endSessions(Context ctx) {
    int ended = register.endSessions(Callers.of(ctx), ctx.pathParam("id"));
    Json.write(ctx, "application/json", Map.of("ended", ended));
  }

  private void write(Context ctx, AccountRegister.Kept kept, Map<String, Object> more) {
    Map<String, @Nullable Object> json = AccountJson.account(kept, clock.instant());
    json.putAll(more);
    ETags.set(ctx, kept.account().version());
    Json.write(ctx, "application/json", json);
  }
}
