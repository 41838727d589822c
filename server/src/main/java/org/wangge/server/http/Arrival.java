package org.wangge.server.http;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a request came here. All that depends on the address, the scheme or the host of a request
 * asks this, and nothing else believes a header about it.
 *
 * @param address of the client, as numbers; where a proxy is believed, what that says
 * @param isSecure whether the client speaks HTTPS
 * @param host name and port as the client called the server; empty where it did not say
 * @param isLocal whether it comes from this machine itself, not through a proxy
 * @param isBack whether it came in by the owner's door
 */
public record Arrival(
    String address, boolean isSecure, String host, boolean isLocal, boolean isBack) {
  private static final String ATTRIBUTE = "arrival";
  private static final Set<String> OWN = Set.of("same-origin", "none");

  /** How a request came, once the doorkeeper has looked at it. */
  public static Arrival of(Context ctx) {
    Arrival arrival = ctx.attribute(ATTRIBUTE);
    return arrival == null
        ? new Arrival(ctx.ip(), ctx.req().isSecure(), "", false, false)
        : arrival;
  }

  void keep(Context ctx) {
    ctx.attribute(ATTRIBUTE, this);
  }

  /**
   * What counts as one place where an address does: of version 6 everybody has a network of 64
   * bits.
   */
  public static String networkOf(String address) {
    return RequestLimits.network(address);
  }

  /** The host without its port. */
  public String hostName() {
    return nameOf(host);
  }

  static String nameOf(String host) {
    int port = host.lastIndexOf(':');
    return port < 0 || host.endsWith("]") ? host : host.substring(0, port);
  }

  /**
   * Whether a page of another site sends this. A browser tells where a request comes from, in one
   * header or the other; what is no browser sends neither, and nothing along that it was not given.
   */
  boolean isForeign(@Nullable String origin, @Nullable String fetchSite) {
    if (origin != null) {
      return !isOwn(origin);
    }
    return fetchSite != null && !OWN.contains(fetchSite);
  }

  private boolean isOwn(String origin) {
    try {
      URI uri = URI.create(origin);
      String scheme = isSecure ? "https" : "http";
      return scheme.equals(uri.getScheme())
          && uri.getAuthority() != null
          && withPort(uri.getAuthority()).equalsIgnoreCase(withPort(host));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private String withPort(String authority) {
    return nameOf(authority).equals(authority)
        ? authority + (isSecure ? ":443" : ":80")
        : authority;
  }
}
