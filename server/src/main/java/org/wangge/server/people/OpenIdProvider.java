package org.wangge.server.people;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The provider as it describes itself: read when it is first asked for something and kept for an
 * hour, with its keys. What does not answer in time is down, for ten seconds without asking again.
 * Thread-safe.
 */
final class OpenIdProvider {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 10_000;
  private static final int LONGEST_BYTES = 200_000;
  private static final long KEPT_NANOS = Duration.ofHours(1).toNanos();
  private static final long DOWN_NANOS = Duration.ofSeconds(10).toNanos();

  /** Whose signatures are asked for anew at most once in this time. */
  private static final long KEYS_NANOS = Duration.ofMinutes(1).toNanos();

  /** With keys of which the provider alone has the half that signs. */
  private static final Set<JWSAlgorithm> SIGNED =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final OpenIdSettings settings;
  private final LongSupplier nanos;
  private final ResourceRetriever retriever =
      new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LONGEST_BYTES);
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Known known;
  private volatile @Nullable Long failedNanos;

  /** By the machine's time. */
  OpenIdProvider(OpenIdSettings settings) {
    this(settings, System::nanoTime);
  }

  OpenIdProvider(OpenIdSettings settings, LongSupplier nanos) {
    this.settings = settings;
    this.nanos = nanos;
  }

  private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator, long readNanos) {}

  /** What it says of itself. */
  OIDCProviderMetadata metadata() throws OpenIdRefusal {
    return known().metadata();
  }

  /** Where one signs out of it; empty where that is not known, or not wanted. Asks nobody. */
  Optional<URI> endSession() {
    Known last = known;
    return settings.endsAtProvider() && last != null
        ? Optional.ofNullable(last.metadata().getEndSessionEndpointURI())
            .filter(OpenIdSettings::isSafe)
        : Optional.empty();
  }

  private Known known() throws OpenIdRefusal {
    Known last = known;
    if (last != null && nanos.getAsLong() - last.readNanos() < KEPT_NANOS) {
      return last;
    }
    Long failed = failedNanos;
    if (failed != null && nanos.getAsLong() - failed < DOWN_NANOS) {
      return either(last, "it was asked a moment ago");
    }
    return askOnce(last);
  }

  /** Whoever comes while somebody asks waits for that, and no longer. */
  private Known askOnce(@Nullable Known last) throws OpenIdRefusal {
    try {
      if (!asking.tryLock(READ_MILLIS, TimeUnit.MILLISECONDS)) {
        return either(last, "others wait for it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return either(last, "interrupted");
    }
    try {
      Known meanwhile = known;
      if (meanwhile != null && (last == null || meanwhile.readNanos() > last.readNanos())) {
        return meanwhile;
      }
      Known fresh = ask();
      known = fresh;
      failedNanos = null;
      return fresh;
    } catch (IOException | GeneralException e) {
      failedNanos = nanos.getAsLong();
      return either(last, String.valueOf(e.getMessage()));
    } finally {
      asking.unlock();
    }
  }

  /** What was known is good enough while the provider is away. */
  private static Known either(@Nullable Known last, String why) throws OpenIdRefusal {
    if (last == null) {
      throw new OpenIdRefusal(OpenIdRefusal.PROVIDER_DOWN, why);
    }
    return last;
  }

  private Known ask() throws IOException, GeneralException {
    String text =
        retriever.retrieveResource(OIDCProviderMetadata.resolveURL(settings.issuer())).getContent();
    OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(text);
    if (!metadata.getIssuer().equals(settings.issuer())) {
      throw new ParseException("it calls itself otherwise: " + metadata.getIssuer());
    }
    requireSafe("authorization_endpoint", metadata.getAuthorizationEndpointURI());
    requireSafe("token_endpoint", metadata.getTokenEndpointURI());
    requireSafe("jwks_uri", metadata.getJWKSetURI());
    return new Known(metadata, validator(metadata), nanos.getAsLong());
  }

  private static void requireSafe(String name, @Nullable URI address) throws ParseException {
    if (address == null || !OpenIdSettings.isSafe(address)) {
      throw new ParseException("its " + name + " is missing or not HTTPS");
    }
  }

  /** A key that is not among those kept is looked for at the provider, not more often than this. */
  private IDTokenValidator validator(OIDCProviderMetadata metadata) throws MalformedURLException {
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), retriever)
            .refreshAheadCache(false)
            .retrying(true)
            .build();
    return new IDTokenValidator(
        settings.issuer(), settings.client(), new JWSVerificationKeySelector<>(SIGNED, keys), null);
  }

  /**
   * Exchanges a code.
   *
   * @return what the provider says of whoever got the code, its signature and addressee checked
   */
  IDTokenClaimsSet exchange(AuthorizationCode code, OpenIdAttempt attempt) throws OpenIdRefusal {
    Known now = known();
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(code, attempt.redirect(), attempt.verifier());
    TokenRequest request =
        new TokenRequest.Builder(
                now.metadata().getTokenEndpointURI(), authentication(now.metadata()), grant)
            .build();
    try {
      TokenResponse answer = OIDCTokenResponseParser.parse(limited(request).send());
      if (!answer.indicatesSuccess() || !(answer instanceof OIDCTokenResponse success)) {
        throw refused("no ID token came");
      }
      JWT token = success.getOIDCTokens().getIDToken();
      return checked(validated(token, attempt.nonce(), now));
    } catch (IOException e) {
      throw new OpenIdRefusal(OpenIdRefusal.PROVIDER_DOWN, "token endpoint: " + e.getMessage());
    } catch (ParseException | IllegalArgumentException e) {
      throw refused("token endpoint: " + e.getMessage());
    }
  }

  private static HTTPRequest limited(TokenRequest request) {
    HTTPRequest limited = request.toHTTPRequest();
    limited.setConnectTimeout(CONNECT_MILLIS);
    limited.setReadTimeout(READ_MILLIS);
    limited.setFollowRedirects(false);
    return limited;
  }

  private ClientAuthentication authentication(OIDCProviderMetadata metadata) {
    List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
    boolean onlyInBody =
        methods != null
            && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
            && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return onlyInBody
        ? new ClientSecretPost(settings.client(), settings.secret())
        : new ClientSecretBasic(settings.client(), settings.secret());
  }

  private IDTokenClaimsSet validated(JWT token, Nonce nonce, Known now) throws OpenIdRefusal {
    try {
      return now.validator().validate(token, nonce);
    } catch (BadJWSException e) {
      // A provider may have put another key in place of one under the same name.
      if (nanos.getAsLong() - now.readNanos() < KEYS_NANOS) {
        throw refused(e.getMessage());
      }
      known = null;
      return validatedAnew(token, nonce);
    } catch (KeySourceException e) {
      throw new OpenIdRefusal(OpenIdRefusal.PROVIDER_DOWN, "keys: " + e.getMessage());
    } catch (BadJOSEException | JOSEException e) {
      throw refused(e.getMessage());
    }
  }

  private IDTokenClaimsSet validatedAnew(JWT token, Nonce nonce) throws OpenIdRefusal {
    try {
      return known().validator().validate(token, nonce);
    } catch (BadJOSEException | JOSEException e) {
      throw refused(e.getMessage());
    }
  }

  /** For us and for nobody else beside us, unless it says that it was us who asked. */
  private IDTokenClaimsSet checked(IDTokenClaimsSet claims) throws OpenIdRefusal {
    String client = settings.client().getValue();
    boolean isAskedByUs =
        claims.getAuthorizedParty() == null
            ? claims.getAudience().size() == 1
            : claims.getAuthorizedParty().getValue().equals(client);
    if (!isAskedByUs || Objects.toString(claims.getSubject(), "").isBlank()) {
      throw refused("it is for others too, or of nobody");
    }
    return claims;
  }

  private static OpenIdRefusal refused(@Nullable String why) {
    return new OpenIdRefusal(OpenIdRefusal.ANSWER_REFUSED, String.valueOf(why));
  }
}
