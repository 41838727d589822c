package org.wangge.server.http;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.wangge.access.Caller;

/**
 * How much anyone may ask for: an address that nobody is signed in from so many requests a minute,
 * an account ten times as many. A whole command centre sits behind one address, so that one does
 * not count together who is signed in. Files, tiles and streams are not counted: a page asks for
 * hundreds of the former at once, and what may be open of the latter has limits of its own. Phones
 * are counted where it is known whose they are: a whole district may sit behind one address of its
 * network. Thread-safe.
 */
final class RequestLimits {
  static final int ANONYMOUS_A_MINUTE = 600;
  static final int ACCOUNT_A_MINUTE = 6_000;

  private static final List<String> FREE =
      List.of("/static/", "/tiles/", "/styles/", "/healthz", "/readyz", "/gps/");
  private static final int NETWORK_BYTES = 8;

  private final RateLimit anonymous = new RateLimit(ANONYMOUS_A_MINUTE);
  private final RateLimit accounts = new RateLimit(ACCOUNT_A_MINUTE);

  /**
   * Counts a request.
   *
   * @throws TooOften with code {@code too-many-requests}
   */
  void count(Context ctx) {
    Arrival arrival = Arrival.of(ctx);
    boolean isFree =
        arrival.isLocal()
            || FREE.stream().anyMatch(ctx.path()::startsWith)
            || ctx.header("Sec-WebSocket-Key") != null;
    if (isFree) {
      return;
    }
    Caller caller = Callers.of(ctx);
    if (caller.isAnonymous()) {
      anonymous.count(network(arrival.address()));
    } else {
      accounts.count(caller.account());
    }
  }

  /** Who has one address of version 6 has the whole network of 64 bits. */
  static String network(String address) {
    return NumericAddress.parse(address)
        .filter(Inet6Address.class::isInstance)
        .map(ip -> HexFormat.of().formatHex(Arrays.copyOf(ip.getAddress(), NETWORK_BYTES)))
        .orElse(address);
  }
}
