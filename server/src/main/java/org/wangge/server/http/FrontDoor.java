package org.wangge.server.http;

import java.security.KeyStore;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the server listens, and whom it believes about where requests come from.
 *
 * <p>Beside the front door there may be a side door, plain HTTP that leads to HTTPS and gives out
 * nothing but what phones need to trust it; and where the front door wants HTTPS there is a back
 * door on loopback for the owner of the data folder, through which the program's own commands come.
 *
 * @param host address to listen on
 * @param port port of the front door; 0 takes a free one
 * @param tlsOrNull what the server shows of itself; null speaks plain HTTP
 * @param sidePort port of the side door, if there shall be one; 0 takes a free one
 * @param proxies addresses of the proxies that are believed; no other may be in front
 * @param named names by which the server may be called on loopback besides its addresses
 */
public record FrontDoor(
    String host,
    int port,
    @Nullable Tls tlsOrNull,
    OptionalInt sidePort,
    Set<String> proxies,
    Set<String> named) {

  public FrontDoor {
    proxies = Set.copyOf(proxies);
    named = Set.copyOf(named);
  }

  /**
   * A key and its certificates.
   *
   * @param store with one entry
   * @param password of the store and the entry
   */
  public record Tls(KeyStore store, String password) {
    @Override
    public String toString() {
      return "Tls";
    }
  }

  /** Plain HTTP, for this machine alone. */
  public static FrontDoor plain(String host, int port) {
    return new FrontDoor(host, port, null, OptionalInt.empty(), Set.of(), Set.of());
  }

  boolean isBehindProxy() {
    return !proxies.isEmpty();
  }

  /** Whether the program's own commands have a door of their own. */
  boolean hasBackDoor() {
    return tlsOrNull != null || isBehindProxy();
  }
}
