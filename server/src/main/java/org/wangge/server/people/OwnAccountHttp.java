package org.wangge.server.people;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;

/** The own account over HTTP. */
public final class OwnAccountHttp {
  private final OwnAccount own;
  private final SessionBook book;
  private final SecondFactorCheck factors;
  private final FreshProof proof;
  private final Clock clock;
  private final Clock machine;

  OwnAccountHttp(
      OwnAccount own,
      SessionBook book,
      SecondFactorCheck factors,
      FreshProof proof,
      Clock clock,
      Clock machine) {
    this.own = own;
    this.book = book;
    this.factors = factors;
    this.proof = proof;
    this.clock = clock;
    this.machine = machine;
  }

  /** {@code GET /api/account}. */
  public void get(Context ctx) {
    Parameters.of(ctx);
    Caller caller = Callers.of(ctx);
    OwnAccount.Seen seen = own.get(caller);
    Map<String, @Nullable Object> json =
        AccountJson.account(seen.account(), seen.grants(), clock.instant());
    json.put("mustChangePassword", seen.account().mustChangePassword() && !seen.federated());
    json.put("roles", AccountJson.roles(caller));
    json.put("secondFactor", factors.isSet(caller.account()));
    json.put(
        "secondFactorNeeded",
        seen.grants().stream()
            .anyMatch(
                grant ->
                    grant.role().wantsSecondFactor()
                        && grant.validity().contains(clock.instant())
                        && !seen.account().generated()));
    Json.write(ctx, "application/json", json);
  }

  /** {@code POST /api/account/password}. */
  public void changePassword(Context ctx) {
    SessionRequests.PasswordChange change = SessionRequests.passwordChange(ctx);
    own.changePassword(Callers.of(ctx), change.current(), change.wanted());
    book.forget();
    ctx.status(204);
  }

  /** {@code GET /api/account/sessions}. */
  public void sessions(Context ctx) {
    Parameters.of(ctx);
    Caller caller = Callers.of(ctx);
    String current = caller.origin().session().orElse("");
    Json.write(
        ctx,
        "application/json",
        Map.of(
            "sessions",
            own.sessions(caller, machine.instant()).stream()
                .map(one -> AccountJson.session(one, current))
                .toList()));
  }

  /**
   * {@code POST /api/account/sessions/removal}: one, or all but the one that asks. Whoever ends
   * others than their own screen's shows anew who they are.
   */
  public void endSessions(Context ctx) {
    SessionRequests.Removal asked = SessionRequests.removal(ctx);
    Caller caller = Callers.of(ctx);
    if (asked.session().isEmpty() || !asked.session().equals(caller.origin().session())) {
      proof.require(caller, asked.proof());
    }
    int ended = own.endSessions(caller, asked.session());
    book.forget();
    Json.write(ctx, "application/json", Map.of("ended", ended));
  }
}
