package org.wangge.server.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses written as numbers. Names are never looked up: who sends one must not cause a query.
 */
public final class NumericAddress {
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";
  private static final Pattern NUMBERS =
      Pattern.compile(BYTE + "(\\." + BYTE + "){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*");
  private static final Pattern WITH_PORT =
      Pattern.compile("\\[([^]]*)](:[0-9]+)?|([0-9.]+):[0-9]+");

  private NumericAddress() {}

  /** An address in one of its many ways of writing, also in brackets, with a port or a zone. */
  public static Optional<InetAddress> parse(String given) {
    var matcher = WITH_PORT.matcher(given);
    String bare = given;
    if (matcher.matches()) {
      bare = matcher.group(1) == null ? matcher.group(3) : matcher.group(1);
    }
    int zone = bare.indexOf('%');
    bare = zone < 0 ? bare : bare.substring(0, zone);
    if (!NUMBERS.matcher(bare).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(bare));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** In the one way of writing that addresses are compared in; {@code unknown} where it is none. */
  public static String canonical(String given) {
    return parse(given).map(InetAddress::getHostAddress).orElse("unknown");
  }

  public static boolean isLoopback(String given) {
    return parse(given).map(InetAddress::isLoopbackAddress).orElse(false);
  }
}
