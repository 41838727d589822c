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
 * @param demonstration what of the demonstration there shall be
 * @param timeZone zone of the people who look at the pages
 */
public record Settings(
    String host,
    int port,
    Path dataFolder,
    @Nullable String databaseUrlOrNull,
    Demonstration demonstration,
    ZoneId timeZone) {

  /**
   * What of the demonstration there shall be.
   *
   * @param town whether an empty database gets the demonstration town
   * @param simulator whether the town lives: people walk, residents report
   * @param speed how many times faster than the machine's clock the town's runs
   */
  public record Demonstration(boolean town, boolean simulator, int speed) {

    /** No town. */
    public static final Demonstration NONE = new Demonstration(false, false, 1);

    /** A town where nothing happens by itself. */
    public static final Demonstration STILL = new Demonstration(true, false, 1);

    public Demonstration {
      if (speed < 1 || speed > 60) {
        throw new IllegalArgumentException("the town's clock runs 1 to 60 times as fast");
      }
    }
  }

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
