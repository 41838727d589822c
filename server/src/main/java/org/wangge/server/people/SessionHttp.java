package org.wangge.server.people;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.fault.Forbidden;
import org.wangge.people.Account;
import org.wangge.people.AccountBook;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;

/** Signing in and out. */
public final class SessionHttp {
  private final AccountBook accounts;
  private final Sessions sessions;

  SessionHttp(AccountBook accounts, Sessions sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  /** {@code POST /api/session}. A session that was there ends: the new one has a new secret. */
  public void begin(Context ctx) {
    SignIn given = SessionRequests.signIn(ctx);
    Account account =
        accounts
            .find(given.user(), given.password())
            .orElseThrow(() -> new Forbidden("sign-in-refused"));
    endOf(ctx);
    ctx.cookie(cookie(ctx, sessions.begin(account), -1));
    write(ctx, account.caller());
  }

  /** {@code GET /api/session}: who asks. */
  public void get(Context ctx) {
    write(ctx, Callers.of(ctx));
  }

  /** {@code DELETE /api/session}. */
  public void end(Context ctx) {
    endOf(ctx);
    ctx.cookie(cookie(ctx, "", 0));
    ctx.status(204);
  }

  private void endOf(Context ctx) {
    Optional.ofNullable(ctx.cookie(Callers.COOKIE)).ifPresent(sessions::end);
  }

  private static Cookie cookie(Context ctx, String value, int maxAgeSeconds) {
    boolean secure = ctx.scheme().equals("https");
    return new Cookie(
        Callers.COOKIE, value, "/", maxAgeSeconds, secure, true, null, SameSite.STRICT);
  }

  private static void write(Context ctx, Caller caller) {
    Map<String, Object> scope = new LinkedHashMap<>();
    scope.put("everywhere", caller.scope().everywhere());
    scope.put("areas", caller.scope().areaCodes());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("account", caller.account());
    answer.put("roles", caller.roles().stream().map(Role::word).sorted().toList());
    answer.put("scope", scope);
    Json.write(ctx, "application/json", answer);
  }
}
