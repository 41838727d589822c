package org.wangge.server.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks at each request first: tells how it came, sends plain HTTP on to HTTPS, and turns away what
 * came round a declared proxy or under a name that is not ours. Thread-safe.
 */
final class Doorkeeper {
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}])(:[0-9]{1,5})?");

  /** Asked by whatever watches the program, from wherever it stands. */
  private static final Set<String> HEALTH = Set.of("/healthz", "/readyz");

  private static final List<String> ON_THE_SIDE = List.of("/ca/", "/static/");
  private static final int HTTPS_PORT = 443;

  private final FrontDoor door;
  private final Doors doors;

  Doorkeeper(FrontDoor door, Doors doors) {
    this.door = door;
    this.doors = doors;
  }

  /**
   * Keeps with the request how it came.
   *
   * @throws DoorShut where it shall not come so
   */
  void receive(Context ctx) {
    String by = String.valueOf(ctx.req().getAttribute(Doors.ATTRIBUTE));
    String peer = NumericAddress.canonical(ctx.req().getRemoteAddr());
    boolean proxied = by.equals(Doors.FRONT) && door.proxies().contains(peer);
    Arrival arrival =
        new Arrival(
            proxied ? forwardedFor(ctx, peer) : peer,
            proxied ? isForwardedSecure(ctx) : ctx.req().isSecure(),
            host(ctx),
            NumericAddress.isLoopback(peer) && !(by.equals(Doors.FRONT) && door.isBehindProxy()),
            by.equals(Doors.BACK));
    arrival.keep(ctx);
    if (by.equals(Doors.SIDE)) {
      receiveOnTheSide(ctx, arrival);
    } else if (by.equals(Doors.FRONT) && !HEALTH.contains(ctx.path())) {
      receiveInFront(ctx, proxied, arrival);
    }
  }

  private void receiveInFront(Context ctx, boolean proxied, Arrival arrival) {
    if (door.isBehindProxy()) {
      if (!proxied) {
        throw new DoorShut(403, "proxy-only", Map.of());
      }
      if (!arrival.isSecure()) {
        throw new DoorShut(403, "https-needed", Map.of());
      }
    } else if (door.tlsOrNull() == null && isStranger(ctx, arrival)) {
      throw new DoorShut(421, "host-unknown", Map.of("host", arrival.hostName()));
    }
  }

  /**
   * Whether a request from this machine calls it by a name of somebody else: a page of another site
   * whose name leads here, or a proxy nobody declared. What is no name is not taken for nothing
   * said: browsers also go to names that are none, with an underscore, say.
   */
  private boolean isStranger(Context ctx, Arrival arrival) {
    String given = ctx.header("Host");
    boolean isUnread = given != null && !given.isEmpty() && arrival.host().isEmpty();
    String name = arrival.hostName().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
    if (name.isEmpty()) {
      return arrival.isLocal() && isUnread;
    }
    return arrival.isLocal()
        && !name.equals("localhost")
        && !name.endsWith(".localhost")
        && !door.named().contains(name)
        && !NumericAddress.isLoopback(name);
  }

  private void receiveOnTheSide(Context ctx, Arrival arrival) {
    if (ON_THE_SIDE.stream().anyMatch(ctx.path()::startsWith)) {
      return;
    }
    if (arrival.host().isEmpty() || ctx.header("Sec-WebSocket-Key") != null) {
      throw new DoorShut(403, "https-needed", Map.of());
    }
    int port = doors.port(Doors.FRONT);
    String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
    ctx.redirect(
        "https://"
            + arrival.hostName()
            + (port == HTTPS_PORT ? "" : ":" + port)
            + ctx.req().getRequestURI()
            + query,
        HttpStatus.PERMANENT_REDIRECT);
    WebServer.secure(ctx);
    ctx.skipRemainingHandlers();
  }

  private static String host(Context ctx) {
    String given = ctx.header("Host");
    return given != null && HOST.matcher(given).matches() ? given : "";
  }

  private static boolean isForwardedSecure(Context ctx) {
    List<String> told = all(ctx, "X-Forwarded-Proto");
    return !told.isEmpty() && told.get(told.size() - 1).equalsIgnoreCase("https");
  }

  /**
   * The last address in the chain that is not one of our proxies: what is before it may be made up.
   */
  private String forwardedFor(Context ctx, String peer) {
    List<String> chain = all(ctx, "X-Forwarded-For");
    Collections.reverse(chain);
    String last = peer;
    for (String link : chain) {
      last = NumericAddress.canonical(link);
      if (!door.proxies().contains(last)) {
        return last;
      }
    }
    return last;
  }

  private static List<String> all(Context ctx, String header) {
    List<String> all = new ArrayList<>();
    for (String line : Collections.list(ctx.req().getHeaders(header))) {
      for (String part : line.split(",", -1)) {
        if (!part.isBlank()) {
          all.add(part.trim());
        }
      }
    }
    return all;
  }
}
