package org.wangge.server.people;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wangge.fault.Forbidden;
import org.wangge.fault.NotFound;
import org.wangge.people.Identity;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.server.http.Language;
import org.wangge.server.http.Messages;
import org.wangge.server.http.Parameters;
import org.wangge.server.http.SafeCookie;
import org.wangge.server.http.TooBusy;

/** Single sign-on over HTTP. */
public final class OpenIdHttp {
  /** Where providers send browsers back to; is registered there. */
  public static final String CALLBACK = "/api/session/openid/callback";

  /** Carries an attempt to the provider and back: that way leads over another site. */
  private static final String ATTEMPT = "wangge-openid";

  private static final String OUTCOME = "wangge-openid-outcome";
  private static final String JSON = "application/json";
  private static final int DOWN_SECONDS = 10;

  private final Optional<OpenIdDesk> desk;
  private final SignInDesk passwords;
  private final Messages messages = new Messages();

  OpenIdHttp(Optional<OpenIdDesk> desk, SignInDesk passwords) {
    this.desk = desk;
    this.passwords = passwords;
  }

  /**
   * {@code GET /api/session/openid}: whether there is single sign-on here, what it is called, and
   * what became of this browser's last attempt.
   */
  public void get(Context ctx) {
    Parameters.of(ctx);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("available", desk.isPresent());
    desk.ifPresent(
        open -> {
          json.put("name", Map.of("zh", open.settings().nameZh(), "en", open.settings().nameEn()));
          json.put("issuer", open.settings().issuer().getValue());
          SafeCookie.read(ctx, OUTCOME)
              .flatMap(open::outcome)
              .ifPresent(outcome -> json.put("outcome", outcome(ctx, outcome)));
        });
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, JSON, json);
  }

  private Map<String, Object> outcome(Context ctx, OpenIdOutcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", outcome.kind().word());
    if (outcome.kind() != OpenIdOutcome.Kind.REFUSED) {
      return json;
    }
    Map<String, String> details = Map.of("subject", outcome.subject());
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("code", outcome.code());
    for (String part : new String[] {"title", "detail", "mend"}) {
      messages
          .find(Language.of(ctx), outcome.code(), part, details)
          .ifPresent(text -> problem.put(part, text));
    }
    json.put("problem", problem);
    if (!outcome.subject().isEmpty()) {
      json.put("subject", outcome.subject());
    }
    return json;
  }

  /** {@code POST /api/session/openid}: begins, and answers where the browser goes. */
  public void begin(Context ctx) {
    OpenIdDesk open = open();
    OpenIdRequests.nothing(ctx);
    try {
      begun(ctx, open.begin(redirect(ctx, open), OpenIdRequests.arrived(ctx, "")));
    } catch (OpenIdRefusal refusal) {
      throw down(refusal);
    }
  }

  /** {@code POST /api/account/identities}: begins to link the own account. Wants the password. */
  public void beginLink(Context ctx) {
    OpenIdDesk open = open();
    var unused = passwords.prove(SessionRequests.password(ctx));
    try {
      begun(ctx, open.beginLink(redirect(ctx, open), Callers.of(ctx)));
    } catch (OpenIdRefusal refusal) {
      throw down(refusal);
    }
  }

  private static TooBusy down(OpenIdRefusal refusal) {
    return new TooBusy(refusal.code(), DOWN_SECONDS);
  }

  private static void begun(Context ctx, OpenIdDesk.Begun begun) {
    SafeCookie.setForReturn(ctx, ATTEMPT, begun.note(), OpenIdDesk.Begun.NOTE_SECONDS);
    SafeCookie.set(ctx, OUTCOME, "", 0);
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, JSON, Map.of("location", begun.location().toString()));
  }

  /**
   * {@code GET /api/session/openid/callback}: where the provider sends the browser back to. It goes
   * on to a page of ours, which can show the strict cookies that are set here: this request, which
   * another site made, has none.
   */
  public void callback(Context ctx) {
    OpenIdDesk open = open();
    String query = Optional.ofNullable(ctx.queryString()).map(text -> "?" + text).orElse("");
    OpenIdDesk.Finished finished =
        open.finish(
            SafeCookie.read(ctx, ATTEMPT).orElse(""),
            OpenIdRequests.address(redirect(ctx, open) + query),
            OpenIdRequests.arrived(ctx, ""));
    SafeCookie.setForReturn(ctx, ATTEMPT, "", 0);
    if (!finished.session().isEmpty()) {
      SafeCookie.set(ctx, Callers.COOKIE, finished.session(), -1);
    }
    SafeCookie.set(
        ctx,
        OUTCOME,
        finished.note(),
        finished.note().isEmpty() ? 0 : OpenIdDesk.Finished.NOTE_SECONDS);
    ctx.header("Cache-Control", "no-store");
    ctx.redirect(finished.path(), HttpStatus.SEE_OTHER);
  }

  /** {@code POST /api/session/openid/code}: the second factor of whom the provider vouches for. */
  public void code(Context ctx) {
    try {
      SessionBook.Begun begun =
          open()
              .enterWithCode(
                  SafeCookie.read(ctx, OUTCOME).orElse(""),
                  OpenIdRequests.arrived(ctx, SessionRequests.code(ctx)));
      SafeCookie.set(ctx, Callers.COOKIE, begun.secret(), -1);
      SafeCookie.set(ctx, OUTCOME, "", 0);
      Json.write(ctx, JSON, AccountJson.caller(begun.caller()));
    } catch (OpenIdRefusal refusal) {
      throw new Forbidden(refusal.code());
    }
  }

  /** {@code POST /api/account/identities/confirmation}: links, in the session that asked for it. */
  public void confirmLink(Context ctx) {
    OpenIdRequests.nothing(ctx);
    Identity linked = open().link(Callers.of(ctx), SafeCookie.read(ctx, OUTCOME).orElse(""));
    SafeCookie.set(ctx, OUTCOME, "", 0);
    ctx.status(201);
    Json.write(ctx, JSON, IdentityJson.identity(linked));
  }

  /** Where signing out goes on to, for a session that began here; empty where it ends here. */
  Optional<URI> signOut(Context ctx) {
    return desk.flatMap(
        open -> open.signOut(OpenIdRequests.address(base(ctx, open) + "/sign-in/")));
  }

  /**
   * Whose subjects are linked.
   *
   * @throws NotFound with code {@code openid-off} where there is no single sign-on
   */
  String issuer() {
    return open().settings().issuer().getValue();
  }

  private OpenIdDesk open() {
    return desk.orElseThrow(() -> new NotFound("openid-off", Map.of()));
  }

  private static URI redirect(Context ctx, OpenIdDesk open) {
    return OpenIdRequests.address(base(ctx, open) + CALLBACK);
  }

  private static String base(Context ctx, OpenIdDesk open) {
    String set = open.settings().addressOrNull();
    return set == null ? OpenIdRequests.base(ctx) : set;
  }
}
