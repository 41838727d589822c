package org.wangge.server.tls;

import java.net.InetAddress;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import org.wangge.server.http.Arrival;
import org.wangge.server.http.NumericAddress;

/**
 * Addresses of a server for whoever reads its page: the name by which they reached it, unless that
 * means their own machine, else the best one its certificate has.
 *
 * @param names in the certificate, without those of loopback
 * @param port of HTTPS
 * @param plainPort of plain HTTP; negative where there is none
 * @param proxied whether a proxy speaks HTTPS
 */
record OwnAddresses(List<HostName> names, IntSupplier port, IntSupplier plainPort, boolean proxied)
    implements AuthorityHttp.ServerAddresses {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** Of all names of a certificate. */
  static OwnAddresses of(
      List<HostName> all, IntSupplier port, IntSupplier plainPort, boolean proxied) {
    List<HostName> elsewhere = all.stream().filter(name -> !isLoopback(name.text())).toList();
    return new OwnAddresses(elsewhere, port, plainPort, proxied);
  }

  @Override
  public String forPhones(Arrival arrival) {
    int plain = plainPort.getAsInt();
    return plain < 0
        ? overHttps(arrival)
        : "http://" + host(arrival) + (plain == HTTP ? "" : ":" + plain);
  }

  @Override
  public String overHttps(Arrival arrival) {
    OptionalInt own =
        proxied || port.getAsInt() == HTTPS ? OptionalInt.empty() : OptionalInt.of(port.getAsInt());
    return "https://"
        + (proxied ? arrival.host() : host(arrival))
        + (own.isPresent() ? ":" + own.getAsInt() : "");
  }

  private String host(Arrival arrival) {
    String called = arrival.hostName();
    return called.isEmpty() || isLoopback(called)
        ? names.stream()
            .filter(name -> !name.text().contains(":"))
            .findFirst()
            .map(HostName::inUrl)
            .orElse("localhost")
        : called;
  }

  private static boolean isLoopback(String name) {
    return name.equals("localhost")
        || NumericAddress.parse(name).map(InetAddress::isLoopbackAddress).orElse(false);
  }
}
