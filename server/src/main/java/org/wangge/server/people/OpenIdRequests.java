package org.wangge.server.people;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Map;
import org.wangge.server.http.Arrival;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;

/** Reads what is asked of single sign-on. */
final class OpenIdRequests {
  private static final int LONGEST_BYTES = 4_000;

  private OpenIdRequests() {}

  /** From where somebody comes, and perhaps with which code. */
  static SignIn arrived(Context ctx, String code) {
    return SessionRequests.shown(ctx, "", "", code);
  }

  /** An empty object: all that is known stands in cookies. */
  static void nothing(Context ctx) {
    var unused = JsonBody.of(Json.read(ctx, LONGEST_BYTES));
  }

  /** A subject that is to be linked. */
  static String subject(Context ctx) {
    return JsonBody.of(Json.read(ctx, LONGEST_BYTES), "subject").getText("subject");
  }

  /** The number of a linked identity; one that there is not where it is no number. */
  static long identity(Context ctx, String name) {
    try {
      return Long.parseLong(ctx.pathParam(name));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** This installation as the browser calls it; a provider sends back to what it was told alone. */
  static String base(Context ctx) {
    Arrival arrival = Arrival.of(ctx);
    return (arrival.isSecure() ? "https://" : "http://") + arrival.host();
  }

  static URI address(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new Malformed("query", "malformed", Map.of());
    }
  }
}
