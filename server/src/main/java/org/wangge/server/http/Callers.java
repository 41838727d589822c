package org.wangge.server.http;

import io.javalin.http.Context;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.fault.Forbidden;

/**
 * Tells who asks: the owner of the data folder, who alone can read its token; whoever signed in;
 * else a visitor, who on a demonstration that listens on loopback is the read-only wall.
 */
public final class Callers {
  /** Name of the cookie that carries a session. */
  public static final String COOKIE = "wangge-session";

  private static final String ATTRIBUTE = "caller";
  private static final String BEARER = "Bearer ";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Caller visitor;
  private final byte[] ownerToken;
  private final Function<String, Optional<Caller>> sessions;

  /**
   * Makes the teller.
   *
   * @param wallForAll whether a caller without a token is a read-only wall
   * @param ownerToken what the owner of the data folder shows
   * @param sessions who holds the session of a cookie's value
   */
  public Callers(
      boolean wallForAll, String ownerToken, Function<String, Optional<Caller>> sessions) {
    this.visitor =
        wallForAll
            ? new Caller(
                "anonymous", Set.of(Role.RESIDENT, Role.WALL), AreaScope.unlimited(), Purpose.USE)
            : Caller.anonymous();
    this.ownerToken = ownerToken.getBytes(StandardCharsets.UTF_8);
    this.sessions = sessions;
  }

  /** Finds out who asks and keeps it with the request. */
  public void identify(Context ctx) {
    String header = ctx.header("Authorization");
    if (header != null && isOwner(header)) {
      ctx.attribute(ATTRIBUTE, owner());
      return;
    }
    Optional<Caller> signedIn = Optional.ofNullable(ctx.cookie(COOKIE)).flatMap(sessions);
    ctx.attribute(ATTRIBUTE, signedIn.orElse(visitor));
    if (signedIn.isPresent() && isChange(ctx) && isForeign(ctx)) {
      throw new Forbidden("foreign-origin");
    }
  }

  private boolean isOwner(String header) {
    return header.startsWith(BEARER)
        && MessageDigest.isEqual(
            header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8), ownerToken);
  }

  private static boolean isChange(Context ctx) {
    return !READING.contains(ctx.req().getMethod()) || ctx.header("Sec-WebSocket-Key") != null;
  }

  /** A browser sends its cookie along, wherever a request comes from: another site's is refused. */
  private static boolean isForeign(Context ctx) {
    String origin = ctx.header("Origin");
    if (origin == null) {
      return false;
    }
    try {
      return !String.valueOf(URI.create(origin).getAuthority()).equals(ctx.header("Host"));
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private static Caller owner() {
    return new Caller(
        "owner", Set.of(Role.ADMINISTRATOR), AreaScope.unlimited(), Purpose.DATA_CARE);
  }

  /** Who asks; anonymous where nobody has found out. */
  public static Caller of(Context ctx) {
    Caller caller = ctx.attribute(ATTRIBUTE);
    return caller == null ? Caller.anonymous() : caller;
  }
}
