package org.wangge.server.patrol;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which broker phones send their positions to, and as whom they are fetched there.
 *
 * @param host of the broker
 * @param port of the broker
 * @param tls whether the way there is encrypted and the broker has to prove who it is
 * @param authorityOrNull certificates in PEM that vouch for the broker; null for those of the JVM
 * @param user as whom; empty for nobody
 * @param password of the user
 * @param clientId under which the broker keeps what comes while this program is away
 * @param topic what is subscribed to; its last two levels are the phone and its name for itself
 */
record MqttSettings(
    String host,
    int port,
    boolean tls,
    @Nullable Path authorityOrNull,
    String user,
    String password,
    String clientId,
    String topic) {

  /** The broker's address, with nothing secret in it. */
  String url() {
    return (tls ? "ssl://" : "tcp://") + host + ":" + port;
  }

  @Override
  public String toString() {
    return "MqttSettings " + url();
  }
}
