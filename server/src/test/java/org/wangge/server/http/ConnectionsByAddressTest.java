package org.wangge.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionsByAddressTest {
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  @BeforeEach
  void start() throws Exception {
    connector.addBean(new ConnectionsByAddress(2));
    server.addConnector(connector);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void one_address_has_so_many_connections_and_another_when_one_has_ended() throws Exception {
    try (Socket first = open();
        Socket second = open()) {
      assertThat(isServed(first)).isTrue();
      assertThat(isServed(second)).isTrue();
      try (Socket third = open()) {
        assertThat(isServed(third)).isFalse();
      }
    }
    boolean served = false;
    for (int i = 0; i < 100 && !served; i++) {
      Thread.sleep(20);
      try (Socket later = open()) {
        served = isServed(later);
      }
    }
    assertThat(served).isTrue();
  }

  private Socket open() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static boolean isServed(Socket socket) {
    try {
      String request = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return socket.getInputStream().read() == 'H';
    } catch (IOException e) {
      return false;
    }
  }
}
