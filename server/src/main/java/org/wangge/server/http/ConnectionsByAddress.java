package org.wangge.server.http;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;

/**
 * Closes what one address opens beyond so many connections, so that no single one can take all
 * there are. Thread-safe.
 */
final class ConnectionsByAddress implements Connection.Listener {
  private final int most;
  private final Map<String, Integer> open = new ConcurrentHashMap<>();
  private final Map<Connection, String> addresses = new ConcurrentHashMap<>();

  ConnectionsByAddress(int most) {
    this.most = most;
  }

  @Override
  public void onOpened(Connection connection) {
    // Kept, because a connection that was closed no longer knows whose it was.
    String address = address(connection);
    addresses.put(connection, address);
    if (open.merge(address, 1, Integer::sum) > most) {
      connection.getEndPoint().close();
    }
  }

  @Override
  public void onClosed(Connection connection) {
    String address = addresses.remove(connection);
    if (address != null) {
      open.computeIfPresent(address, (name, count) -> count > 1 ? count - 1 : null);
    }
  }

  private static String address(Connection connection) {
    SocketAddress peer = connection.getEndPoint().getRemoteSocketAddress();
    return peer instanceof InetSocketAddress internet && internet.getAddress() != null
        ? RequestLimits.network(internet.getAddress().getHostAddress())
        : "unknown";
  }
}
