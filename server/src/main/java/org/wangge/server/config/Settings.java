package org.wangge.server.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be set at start.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param dataFolder folder that holds everything of this installation
 * @param databaseUrlOrNull PostgreSQL's URL, or null for H2 in the data folder
 * @param demonstration whether an empty database gets the demonstration town
 * @param timeZone zone of the people who look at the pages
 */
public record Settings(
    String host,
    int port,
    Path dataFolder,
    @Nullable String databaseUrlOrNull,
    boolean demonstration,
    ZoneId timeZone) {

  /** The zone unless set otherwise. */
  public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  public Optional<String> databaseUrl() {
    return Optional.ofNullable(databaseUrlOrNull);
  }

  /** Whether only this machine can reach the server. */
  public boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
