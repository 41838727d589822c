package org.wangge.server.http;

import io.javalin.http.Context;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
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

  /** Name of the request's attribute that holds what {@link #sessionOf} gives. */
  public static final String SESSION = "session";

  private static final String BEARER = "Bearer ";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Caller visitor;
  private final byte[] ownerToken;
  private final Sessions sessions;

  /**
   * Makes the teller.
   *
   * @param wallForAll whether a caller without a token is a read-only wall
   * @param ownerToken what the owner of the data folder shows
   * @param sessions who is signed in
   */
  public Callers(boolean wallForAll, String ownerToken, Sessions sessions) {
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
    Optional<String> cookie = Optional.ofNullable(ctx.cookie(COOKIE));
    Optional<Caller> signedIn = cookie.flatMap(sessions::find);
    ctx.attribute(ATTRIBUTE, signedIn.orElse(visitor));
    if (signedIn.isPresent()) {
      String value = cookie.orElseThrow();
      ctx.attribute(SESSION, (BooleanSupplier) () -> sessions.isOpen(value));
    }
    if (signedIn.isPresent() && isChange(ctx) && isForeign(ctx)) {
      throw new Forbidden("foreign-origin");
    }
  }

  private boolean isOwner(String header) {
    return header.startsWith(BEARER)
        && MessageDigest.isEqual(
            header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8), ownerToken);
  }

  /** Who is signed in. */
  @FunctionalInterface
  public interface Sessions {
    /** Who holds the session of a cookie's value; asking keeps it alive. */
    Optional<Caller> find(String cookie);

    /** Whether it goes on; asking does not keep it alive. */
    default boolean isOpen(String cookie) {
      return find(cookie).isPresent();
    }
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

  /**
   * Whether the session goes on with which something was asked that takes long. Visitors and the
   * owner have none that could end.
   */
  public static BooleanSupplier sessionOf(Context ctx) {
    BooleanSupplier session = ctx.attribute(SESSION);
    return session == null ? () -> true : session;
  }

  /** Who asks; anonymous where nobody has found out. */
  public static Caller of(Context ctx) {
    Caller caller = ctx.attribute(ATTRIBUTE);
    return caller == null ? Caller.anonymous() : caller;
  }
}
