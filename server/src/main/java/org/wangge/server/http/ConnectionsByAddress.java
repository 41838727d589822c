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

  ConnectionsByAddress(int most) {
    this.most = most;
  }

  @Override
  public void onOpened(Connection connection) {
    if (open.merge(address(connection), 1, Integer::sum) > most) {
      connection.getEndPoint().close();
    }
  }

  @Override
  public void onClosed(Connection connection) {
    open.computeIfPresent(address(connection), (address, count) -> count > 1 ? count - 1 : null);
  }

  private static String address(Connection connection) {
    SocketAddress peer = connection.getEndPoint().getRemoteSocketAddress();
    return peer instanceof InetSocketAddress internet && internet.getAddress() != null
        ? RequestLimits.network(internet.getAddress().getHostAddress())
        : "unknown";
  }
}
