package org.wangge.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * A provider of single sign-on that really serves, on a free port of this machine, under a name
 * that is another site than the program's address. What it says of whoever signs in next can be put
 * in its mouth.
 */
public final class RealProvider implements AutoCloseable {
  private static final String REALM = "city";

  private final Keys keys = new Keys();
  private final Told told = new Told();
  private final MockOAuth2Server server;

  private RealProvider(boolean interactive) {
    server =
        new MockOAuth2Server(
            new OAuth2Config(
                interactive, null, null, false, new OAuth2TokenProvider(keys), Set.of(told)));
    try {
      server.start(InetAddress.getByName("localhost"), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that lets in whoever comes, as it was told. */
  public static RealProvider start() {
    return new RealProvider(false);
  }

  /** One that asks on a page of its own who it is. */
  public static RealProvider withPage() {
    return new RealProvider(true);
  }

  /** How it names itself. */
  public String issuer() {
    return server.issuerUrl(REALM).toString();
  }

  /** Says of whoever signs in from now on that they are this. */
  public void nextIs(String subject) {
    nextIs(subject, Map.of());
  }

  /** The same with more claims, or other ones in place of its own. */
  public void nextIs(String subject, Map<String, Object> claims) {
    told.subject = subject;
    told.claims = claims;
  }

  /** Has another key from now on. */
  public void renewKey() {
    keys.current = Keys.made("renewed");
  }

  /** Somebody else answers in its place meanwhile, who has another key under the same name. */
  public void whileForged(Runnable work) {
    RSAKey own = keys.current;
    keys.current = Keys.made(own.getKeyID());
    try {
      work.run();
    } finally {
      keys.current = own;
    }
  }

  /**
   * Writes the settings for it into a data folder, readable by their owner alone.
   *
   * @param more members, each with a comma before it
   */
  public static void settings(Path folder, String issuer, String more) {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve("openid.json");
      Files.writeString(
          file,
          """
          {"issuer":"%s","clientId":"wangge","clientSecret":"only between us",
           "name":{"zh":"市统一身份","en":"City ID"}%s}
          """
              .formatted(issuer, more));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.shutdown();
  }

  /** What it says of whoever comes. */
  private static final class Told extends DefaultOAuth2TokenCallback {
    private volatile String subject = "somebody";
    private volatile Map<String, Object> claims = Map.of();

    private Told() {
      super(REALM);
    }

    @Override
    public String subject(TokenRequest request) {
      return subject;
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
      return claims;
    }
  }

  /** One key at a time, of which the other half is published. */
  private static final class Keys extends KeyProvider {
    private volatile RSAKey current = made("first");

    @Override
    public JWK signingKey(String realm) {
      return current;
    }

    private static RSAKey made(String name) {
      try {
        return new RSAKeyGenerator(2048).keyID(name).generate();
      } catch (JOSEException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
