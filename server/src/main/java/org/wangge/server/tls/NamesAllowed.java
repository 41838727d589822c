package org.wangge.server.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;

/**
 * For which names and addresses the local authority may sign (RFC 5280, 4.2.1.10): those it was
 * made for, names that only mean something in a local network, and addresses of private networks.
 */
final class NamesAllowed {
  private static final List<String> LOCAL_NAMES =
      List.of("localhost", "local", "lan", "internal", "home.arpa");
  private static final List<String> PRIVATE_NETWORKS =
      List.of(
          "127.0.0.0/8",
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "100.64.0.0/10",
          "0:0:0:0:0:0:0:1/128",
          "fc00:0:0:0:0:0:0:0/7");

  private NamesAllowed() {}

  static NameConstraints of(List<HostName> names) {
    Stream<GeneralName> named =
        Stream.concat(
                LOCAL_NAMES.stream(),
                names.stream().filter(name -> !name.isAddress()).map(HostName::text))
            .distinct()
            .map(name -> new GeneralName(GeneralName.dNSName, name));
    Stream<GeneralName> numbered =
        Stream.concat(
                PRIVATE_NETWORKS.stream(),
                names.stream()
                    .filter(HostName::isAddress)
                    .map(name -> name.text() + (name.text().contains(":") ? "/128" : "/32")))
            .distinct()
            .map(network -> new GeneralName(GeneralName.iPAddress, network));
    GeneralSubtree[] permitted =
        Stream.concat(named, numbered).map(GeneralSubtree::new).toArray(GeneralSubtree[]::new);
    return new NameConstraints(permitted, null);
  }

  /** Those of the names that the constraints of an authority leave out. */
  static List<HostName> missing(NameConstraints constraints, List<HostName> names) {
    List<HostName> missing = new ArrayList<>();
    for (HostName name : names) {
      boolean allowed =
          Stream.of(constraints.getPermittedSubtrees())
              .map(GeneralSubtree::getBase)
              .anyMatch(base -> covers(base, name));
      if (!allowed) {
        missing.add(name);
      }
    }
    return missing;
  }

  private static boolean covers(GeneralName base, HostName name) {
    if (base.getTagNo() == GeneralName.dNSName && !name.isAddress()) {
      String below = base.getName().toString();
      return name.text().equals(below) || name.text().endsWith("." + below);
    }
    return base.getTagNo() == GeneralName.iPAddress
        && name.isAddress()
        && isWithin(bytes(name), ASN1OctetString.getInstance(base.getName()).getOctets());
  }

  /** A network is its address and, as long again, its mask. */
  private static boolean isWithin(byte[] address, byte[] network) {
    if (network.length != 2 * address.length) {
      return false;
    }
    for (int i = 0; i < address.length; i++) {
      if (((address[i] ^ network[i]) & network[address.length + i]) != 0) {
        return false;
      }
    }
    return true;
  }

  private static byte[] bytes(HostName name) {
    try {
      return InetAddress.getByName(name.text()).getAddress();
    } catch (UnknownHostException e) {
      throw new CertificateTrouble("'" + name.text() + "' is not an address.", e);
    }
  }
}
