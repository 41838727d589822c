package org.wangge.server.http;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A body that is a form ({@code application/x-www-form-urlencoded}). */
public final class FormBody {
  private static final String READ = FormBody.class.getName();

  private FormBody() {}

  /**
   * Its values by name, the first of each; read once however often it is asked for.
   *
   * @throws Malformed with code {@code form-unreadable}
   * @throws TooLarge for a longer one
   */
  public static Map<String, String> of(Context ctx, int longestBytes) {
    Map<String, String> read = ctx.attribute(READ);
    if (read == null) {
      read = parse(new String(Json.bytes(ctx, longestBytes), StandardCharsets.UTF_8));
      ctx.attribute(READ, read);
    }
    return read;
  }

  /**
   * Takes a form apart.
   *
   * @throws Malformed with code {@code form-unreadable}
   */
  public static Map<String, String> parse(String body) {
    Map<String, String> form = new HashMap<>();
    for (String part : body.strip().split("&", -1)) {
      String[] pair = part.split("=", 2);
      if (pair.length == 2) {
        form.putIfAbsent(decoded(pair[0]), decoded(pair[1]));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Malformed("body", "form-unreadable", Map.of());
    }
  }
}
