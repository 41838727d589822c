package org.wangge.server.http;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;

/**
 * Cookies that carry a secret: no script reads them, no other site has them sent. Under HTTPS they
 * are called {@code __Host-…}, which a browser takes from this very host alone, over HTTPS alone;
 * one without the prefix counts for nothing there, because another host could have set it.
 */
public final class SafeCookie {
  private static final String HOST_ONLY = "__Host-";

  private SafeCookie() {}

  /** What the client showed under a name. */
  public static Optional<String> read(Context ctx, String name) {
    return Optional.ofNullable(ctx.cookie(nameFor(ctx, name)));
  }

  /**
   * Hands one out.
   *
   * @param maxAgeSeconds how long; −1 until the browser is closed, 0 takes it back
   */
  public static void set(Context ctx, String name, String value, int maxAgeSeconds) {
    set(ctx, name, value, maxAgeSeconds, SameSite.STRICT);
  }

  /**
   * The same, and it comes along too when another site sends the browser here, by a link or a
   * redirect: for who went there from here and comes back.
   */
  public static void setForReturn(Context ctx, String name, String value, int maxAgeSeconds) {
    set(ctx, name, value, maxAgeSeconds, SameSite.LAX);
  }

  private static void set(Context ctx, String name, String value, int maxAgeSeconds, SameSite to) {
    boolean secure = Arrival.of(ctx).isSecure();
    ctx.cookie(new Cookie(nameFor(ctx, name), value, "/", maxAgeSeconds, secure, true, null, to));
  }

  private static String nameFor(Context ctx, String name) {
    return Arrival.of(ctx).isSecure() ? HOST_ONLY + name : name;
  }
}
