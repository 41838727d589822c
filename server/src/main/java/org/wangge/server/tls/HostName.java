package org.wangge.server.tls;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.wangge.server.http.NumericAddress;

/**
 * How a server is called: by a name or by an address.
 *
 * @param text a name in small letters, or an address as numbers
 * @param isAddress which of the two
 */
public record HostName(String text, boolean isAddress) {
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
  private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|[0-9a-f:.]*:[0-9a-f:.]*");
  private static final int LONGEST_NAME = 253;

  /**
   * Reads one.
   *
   * @throws CertificateTrouble where it is neither
   */
  public static HostName parse(String given) {
    String text = given.trim().toLowerCase(Locale.ROOT);
    if (NUMBERS.matcher(text).matches()) {
      return NumericAddress.parse(text)
          .map(HostName::of)
          .orElseThrow(() -> new CertificateTrouble("'" + given + "' is not an address."));
    }
    if (text.length() > LONGEST_NAME || !NAME.matcher(text).matches()) {
      throw new CertificateTrouble(
          "'" + given + "' is neither a host name nor an address; a name has letters, digits, - .");
    }
    return new HostName(text, false);
  }

  static HostName of(InetAddress address) {
    String text = address.getHostAddress();
    int zone = text.indexOf('%');
    return new HostName(zone < 0 ? text : text.substring(0, zone), true);
  }

  /** How this machine is called from itself and through its network interfaces that are up. */
  static List<HostName> ofThisMachine() {
    List<HostName> all = new ArrayList<>();
    all.add(new HostName("localhost", false));
    all.add(new HostName("127.0.0.1", true));
    all.add(new HostName("0:0:0:0:0:0:0:1", true));
    try {
      for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        if (card.isUp() && !card.isLoopback()) {
          Collections.list(card.getInetAddresses()).stream()
              .filter(address -> !address.isLinkLocalAddress())
              .map(HostName::of)
              .forEach(all::add);
        }
      }
    } catch (SocketException e) {
      throw new CertificateTrouble("The network interfaces of this machine cannot be listed.", e);
    }
    return all;
  }

  /** As it stands in a URL. */
  public String inUrl() {
    return isAddress && text.contains(":") ? "[" + text + "]" : text;
  }
}
