package org.wangge.server.people;

import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.fault.Forbidden;
import org.wangge.people.Account;
import org.wangge.people.Identity;
import org.wangge.people.IdentityRegister;
import org.wangge.people.SecretHash;
import org.wangge.server.http.SecretTexts;
import org.wangge.server.people.OpenIdOutcome.Kind;

/**
 * Lets people in whom a provider vouches for: OpenID Connect with a code and PKCE. Nobody gets an
 * account by it, and only whom somebody has linked gets in. Thread-safe.
 */
final class OpenIdDesk {
  private static final Logger log = LoggerFactory.getLogger(OpenIdDesk.class);
  private static final Duration AT_PROVIDER = Duration.ofMinutes(10);
  private static final Duration TO_TELL = Duration.ofMinutes(5);
  private static final String ATTEMPT = "attempt";
  private static final String OUTCOME = "outcome";

  private final OpenIdSettings settings;
  private final OpenIdProvider provider;
  private final OpenIdNotes notes;
  private final OpenIdEntrance entrance;
  private final IdentityRegister register;
  private final Clock machine;

  OpenIdDesk(
      OpenIdSettings settings,
      OpenIdNotes notes,
      OpenIdEntrance entrance,
      IdentityRegister register,
      Clock machine) {
    this.settings = settings;
    this.provider = new OpenIdProvider(settings);
    this.notes = notes;
    this.entrance = entrance;
    this.register = register;
    this.machine = machine;
  }

  OpenIdSettings settings() {
    return settings;
  }

  /**
   * An attempt that has begun.
   *
   * @param location where the browser goes
   * @param note what it takes along
   */
  record Begun(URI location, String note) {
    static final int NOTE_SECONDS = (int) AT_PROVIDER.toSeconds();
  }

  /**
   * Begins to sign somebody in.
   *
   * @param redirect where the provider sends them
   * @param given the session they have now ends with it
   */
  Begun begin(URI redirect, SignIn given) throws OpenIdRefusal {
    return begin(
        OpenIdAttempt.begun(SecretTexts.next(), redirect, "", SecretHash.of(given.endedSecret())));
  }

  /** Begins to link the caller's own account. They have just shown their password. */
  Begun beginLink(URI redirect, Caller caller) throws OpenIdRefusal {
    Caller own = caller.with(Right.OWN_ACCOUNT);
    String session = own.origin().session().orElseThrow(() -> new Forbidden("sign-in-needed"));
    return begin(OpenIdAttempt.begun(SecretTexts.next(), redirect, own.account(), session));
  }

  private Begun begin(OpenIdAttempt attempt) throws OpenIdRefusal {
    OIDCProviderMetadata metadata = provider.metadata();
    AuthenticationRequest.Builder request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE, new Scope("openid"), settings.client(), attempt.redirect())
            .endpointURI(metadata.getAuthorizationEndpointURI())
            .state(new State(attempt.state()))
            .nonce(attempt.nonce())
            .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256);
    if (!settings.strong().acr().isEmpty()) {
      request.acrValues(settings.strong().acr().stream().sorted().map(ACR::new).toList());
    }
    if (attempt.isLink()) {
      // At a shared desk somebody else may still be signed in there.
      request.prompt(Prompt.Type.LOGIN);
    }
    return new Begun(
        request.build().toURI(),
        notes.seal(ATTEMPT, attempt.note(machine.instant().plus(AT_PROVIDER))));
  }

  /**
   * What became of an attempt.
   *
   * @param path where the browser goes
   * @param session secret of the one that has begun; empty without
   * @param note what to tell; empty where there is nothing
   */
  record Finished(String path, String session, String note) {
    static final int NOTE_SECONDS = (int) TO_TELL.toSeconds();
  }

  /**
   * Takes what a provider sent a browser back with.
   *
   * @param note what it took along; empty without one
   * @param answer address it came to, with all that is in it
   */
  Finished finish(String note, URI answer, SignIn given) {
    Optional<OpenIdNotes.Note> taken = notes.open(ATTEMPT, note);
    String path =
        taken.map(OpenIdAttempt::of).filter(OpenIdAttempt::isLink).isPresent()
            ? "/account/#openid"
            : "/sign-in/#openid";
    String subject = "";
    try {
      OpenIdAttempt attempt =
          OpenIdAttempt.of(taken.filter(notes::use).orElseThrow(() -> unknown("no note")));
      IDTokenClaimsSet claims = vouched(attempt, answer);
      subject = claims.getSubject().getValue();
      if (attempt.isLink()) {
        return told(path, outcome(Kind.LINK_PROVED, "", subject, attempt));
      }
      Account account = entrance.accountOf(settings.issuer().getValue(), subject);
      boolean strong = isStrong(claims);
      if (!strong && entrance.wantsCode(account)) {
        return told(path, outcome(Kind.CODE_NEEDED, "", "", attempt, account.id()));
      }
      SessionBook.Begun begun =
          entrance.enter(account, strong, settings.most(), given, attempt.session());
      return new Finished(path, begun.secret(), "");
    } catch (OpenIdRefusal refusal) {
      log.warn("single sign-on: {} ({})", refusal.code(), refusal.getMessage());
      entrance.putOnRecord(refusal.code(), settings.issuer().getValue(), subject, given);
      boolean isTold = refusal.code().equals(OpenIdRefusal.IDENTITY_UNKNOWN);
      return told(
          path,
          new OpenIdOutcome(
              SecretTexts.next(), Kind.REFUSED, refusal.code(), isTold ? subject : "", "", ""));
    }
  }

  private static OpenIdRefusal unknown(String why) {
    return new OpenIdRefusal(OpenIdRefusal.REQUEST_UNKNOWN, why);
  }

  private IDTokenClaimsSet vouched(OpenIdAttempt attempt, URI answer) throws OpenIdRefusal {
    AuthorizationResponse response = response(answer);
    if (response.getState() == null || !response.getState().getValue().equals(attempt.state())) {
      throw unknown("another state");
    }
    requireIssuer(response);
    if (response instanceof AuthorizationErrorResponse error) {
      throw new OpenIdRefusal(
          OAuth2Error.ACCESS_DENIED.equals(error.getErrorObject())
              ? OpenIdRefusal.CANCELLED
              : OpenIdRefusal.ANSWER_REFUSED,
          "the provider says no");
    }
    return provider.exchange(
        Objects.requireNonNull(response.toSuccessResponse().getAuthorizationCode()), attempt);
  }

  private static AuthorizationResponse response(URI answer) throws OpenIdRefusal {
    try {
      AuthorizationResponse response = AuthorizationResponse.parse(answer);
      if (response.indicatesSuccess()
          && response.toSuccessResponse().getAuthorizationCode() == null) {
        throw new OpenIdRefusal(OpenIdRefusal.ANSWER_REFUSED, "no code");
      }
      return response;
    } catch (ParseException e) {
      throw new OpenIdRefusal(OpenIdRefusal.ANSWER_REFUSED, "an answer that is none");
    }
  }

  /** Whose answer it is, where they say so (RFC 9207): another's code is not shown to ours. */
  private void requireIssuer(AuthorizationResponse response) throws OpenIdRefusal {
    boolean isOther =
        response.getIssuer() == null
            ? provider.metadata().supportsAuthorizationResponseIssuerParam()
            : !response.getIssuer().equals(settings.issuer());
    if (isOther) {
      throw new OpenIdRefusal(OpenIdRefusal.ANSWER_REFUSED, "another issuer's answer");
    }
  }

  private boolean isStrong(IDTokenClaimsSet claims) {
    return (claims.getACR() != null && settings.strong().acr().contains(claims.getACR().getValue()))
        || (claims.getAMR() != null
            && claims.getAMR().stream()
                .anyMatch(one -> settings.strong().amr().contains(one.getValue())));
  }

  private OpenIdOutcome outcome(Kind kind, String code, String subject, OpenIdAttempt attempt) {
    return outcome(kind, code, subject, attempt, attempt.account());
  }

  private static OpenIdOutcome outcome(
      Kind kind, String code, String subject, OpenIdAttempt attempt, String account) {
    return new OpenIdOutcome(SecretTexts.next(), kind, code, subject, account, attempt.session());
  }

  private Finished told(String path, OpenIdOutcome outcome) {
    Instant until = machine.instant().plus(TO_TELL);
    return new Finished(path, "", notes.seal(OUTCOME, outcome.note(until)));
  }

  /** What a browser's last attempt came to; empty where it made none, or all is well. */
  Optional<OpenIdOutcome> outcome(String note) {
    return notes.open(OUTCOME, note).map(OpenIdOutcome::of);
  }

  /**
   * Begins the session of somebody for whom the provider has vouched and who shows their code now.
   *
   * @throws Forbidden with code {@code second-factor-needed}, {@code second-factor-wrong}, or
   *     {@code openid-request-unknown} where nobody is vouched for
   */
  SessionBook.Begun enterWithCode(String note, SignIn shown) throws OpenIdRefusal {
    OpenIdNotes.Note taken = taken(note, Kind.CODE_NEEDED);
    OpenIdOutcome outcome = OpenIdOutcome.of(taken);
    Account account = entrance.account(outcome.account());
    entrance.proveCode(account, shown);
    if (!notes.use(taken)) {
      throw new Forbidden(OpenIdRefusal.REQUEST_UNKNOWN);
    }
    return entrance.enter(account, true, settings.most(), shown, outcome.session());
  }

  /**
   * Links the caller's own account with whom the provider has just vouched for, in the session that
   * asked for it.
   *
   * @throws Forbidden with code {@code openid-request-unknown}
   */
  Identity link(Caller caller, String note) {
    Caller own = caller.with(Right.OWN_ACCOUNT);
    OpenIdNotes.Note taken = taken(note, Kind.LINK_PROVED);
    OpenIdOutcome outcome = OpenIdOutcome.of(taken);
    boolean isOwn =
        outcome.account().equals(own.account())
            && outcome.session().equals(own.origin().session().orElse(""));
    if (!isOwn || !notes.use(taken)) {
      throw new Forbidden(OpenIdRefusal.REQUEST_UNKNOWN);
    }
    return register.link(own, settings.issuer().getValue(), outcome.subject());
  }

  private OpenIdNotes.Note taken(String note, Kind kind) {
    return notes
        .open(OUTCOME, note)
        .filter(one -> OpenIdOutcome.of(one).kind() == kind)
        .orElseThrow(() -> new Forbidden(OpenIdRefusal.REQUEST_UNKNOWN));
  }

  /** Where one signs out at the provider too; empty where that is not known or not wanted. */
  Optional<URI> signOut(URI after) {
    return provider
        .endSession()
        .map(
            there ->
                new LogoutRequest(there, null, null, settings.client(), after, null, null).toURI());
  }
}
