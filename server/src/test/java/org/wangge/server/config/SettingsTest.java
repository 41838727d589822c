package org.wangge.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.server.config.Settings.CertificateFiles;
import org.wangge.server.config.Settings.Demonstration;
import org.wangge.server.config.Settings.Door;

class SettingsTest {
  private static final Door HTTPS =
      new Door(
          new CertificateFiles(Path.of("a.pem"), Path.of("a.pem")), OptionalInt.empty(), Set.of());
  private static final Door PROXIED = new Door(null, OptionalInt.empty(), Set.of("10.0.0.7"));

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
  void what_others_can_reach_wants_https_or_a_proxy_and_three_ways_out_are_told(String host) {
    assertThatThrownBy(() -> on(host, Door.PLAIN).requireSafeDoor())
        .hasMessageContaining("tls init")
        .hasMessageContaining("--tls-certificate")
        .hasMessageContaining("--behind-proxy")
        .hasMessageContaining("--host 127.0.0.1");
    assertThatCode(() -> on(host, HTTPS).requireSafeDoor()).doesNotThrowAnyException();
    assertThatCode(() -> on(host, PROXIED).requireSafeDoor()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
  void loopback_is_for_this_machine_alone_unless_a_proxy_lets_others_in(String host) {
    assertThatCode(() -> on(host, Door.PLAIN).requireSafeDoor()).doesNotThrowAnyException();
    assertThat(on(host, Door.PLAIN).isLoopback()).isTrue();
    assertThat(on(host, PROXIED).isLoopback()).isFalse();
    assertThat(on("0.0.0.0", HTTPS).isLoopback()).isFalse();
  }

  @Test
  void a_plain_port_beside_nothing_is_a_mistake() {
    Door door = new Door(null, OptionalInt.of(8081), Set.of());
    assertThatThrownBy(() -> on("127.0.0.1", door).requireSafeDoor())
        .hasMessageContaining("--http-port");
  }

  private static Settings on(String host, Door door) {
    return new Settings(host, 0, Path.of("data"), null, Demonstration.NONE, Settings.CHINA, door);
  }
}
