package org.wangge.server.http;

import io.javalin.config.JavalinConfig;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * The ports that are listened on. Each request carries the name of the door it came in by as an
 * attribute, because nothing a client sends may tell that.
 */
final class Doors {
  static final String ATTRIBUTE = "org.wangge.door";

  static final String FRONT = "front";
  static final String SIDE = "side";
  static final String BACK = "back";

  private static final String LOOPBACK = "127.0.0.1";
  private static final int LONGEST_HEADERS_BYTES = 8_192;
  private static final int MOST_CONNECTIONS = 8_000;

  /** A command centre behind one address has a hundred browsers with six connections each. */
  private static final int MOST_OF_ONE_ADDRESS = 1_000;

  /** Streams write every few seconds; what is silent for longer has gone, or holds a place. */
  private static final long LONGEST_SILENCE_MILLIS = 30_000;

  /** Those with forward secrecy and authenticated encryption, TLS 1.3 first. */
  private static final String[] CIPHERS = {
    "TLS_AES_256_GCM_SHA384",
    "TLS_AES_128_GCM_SHA256",
    "TLS_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"
  };

  private final FrontDoor door;
  private final List<ServerConnector> connectors = new ArrayList<>();

  Doors(FrontDoor door) {
    this.door = door;
  }

  void open(JavalinConfig config) {
    config.jetty.modifyServer(
        server -> server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server)));
    config.jetty.addConnector(
        (server, http) -> listen(server, http, FRONT, door.host(), door.port()));
    if (door.sidePort().isPresent()) {
      config.jetty.addConnector(
          (server, http) -> listen(server, http, SIDE, door.host(), door.sidePort().getAsInt()));
    }
    if (door.hasBackDoor()) {
      config.jetty.addConnector((server, http) -> listen(server, http, BACK, LOOPBACK, 0));
    }
  }

  private Connector listen(
      Server server, HttpConfiguration common, String name, String host, int port) {
    HttpConfiguration http = new HttpConfiguration(common);
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    http.setRequestHeaderSize(LONGEST_HEADERS_BYTES);
    http.addCustomizer(
        (request, headers) -> {
          request.setAttribute(ATTRIBUTE, name);
          return request;
        });
    FrontDoor.Tls tls = name.equals(FRONT) ? door.tlsOrNull() : null;
    ServerConnector connector;
    if (tls == null) {
      connector = new ServerConnector(server, new HttpConnectionFactory(http));
    } else {
      // By whatever name or address it is called: the client judges the certificate.
      http.addCustomizer(new SecureRequestCustomizer(false));
      connector =
          new ServerConnector(
              server,
              new SslConnectionFactory(encryption(tls), "http/1.1"),
              new HttpConnectionFactory(http));
    }
    if (!name.equals(BACK) && !door.isBehindProxy()) {
      connector.addBean(new ConnectionsByAddress(MOST_OF_ONE_ADDRESS));
    }
    connector.setName(name);
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(LONGEST_SILENCE_MILLIS);
    connectors.add(connector);
    return connector;
  }

  private static SslContextFactory.Server encryption(FrontDoor.Tls tls) {
    SslContextFactory.Server ssl = new SslContextFactory.Server();
    ssl.setKeyStore(tls.store());
    ssl.setKeyStorePassword(tls.password());
    ssl.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    ssl.setIncludeCipherSuites(CIPHERS);
    ssl.setUseCipherSuitesOrder(true);
    ssl.setRenegotiationAllowed(false);
    ssl.setSniRequired(false);
    return ssl;
  }

  /** The port a door really listens on; −1 where there is no such door. */
  int port(String name) {
    return connectors.stream()
        .filter(connector -> name.equals(connector.getName()))
        .mapToInt(ServerConnector::getLocalPort)
        .findFirst()
        .orElse(-1);
  }
}
