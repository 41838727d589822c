package org.wangge.server.http;

import io.javalin.http.Context;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of changeable things in {@code ETag} and {@code If-Match}. */
public final class ETags {
  private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,9})\"");

  private ETags() {}

  /**
   * Tells the version of an answer, for a change that follows. No browser keeps the answer: what it
   * shows and what may be done next depends on who asks, and the same version would pass for the
   * same answer when the next one signs in there.
   */
  public static void set(Context ctx, int version) {
    ctx.header("Cache-Control", "no-store");
    ctx.header("ETag", "\"" + version + "\"");
  }

  /** The version a change was made from. */
  public static int getIfMatch(Context ctx) {
    String header = ctx.header("If-Match");
    if (header == null) {
      throw new Malformed("If-Match", "if-match-missing", Map.of());
    }
    Matcher version = VERSION.matcher(header.trim());
    if (!version.matches()) {
      throw new Malformed("If-Match", "if-match-malformed", Map.of("given", header));
    }
    return Integer.parseInt(version.group(1));
  }

  /** Answers 304 when the caller already has what this tag names; true if so. */
  public static boolean unchanged(Context ctx, String etag) {
    ctx.header("ETag", etag);
    String has = ctx.header("If-None-Match");
    if (has == null || !has.contains(etag)) {
      return false;
    }
    ctx.status(304);
    return true;
  }
}
