package org.wangge.server.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
 * @param door how the server is reached
 * @param keeping how long personal data is kept
 */
public record Settings(
    String host,
    int port,
    Path dataFolder,
    @Nullable String databaseUrlOrNull,
    Demonstration demonstration,
    ZoneId timeZone,
    Door door,
    Keeping keeping) {

  /** The same, all kept as long as usual. */
  public Settings(
      String host,
      int port,
      Path dataFolder,
      @Nullable String databaseUrlOrNull,
      Demonstration demonstration,
      ZoneId timeZone,
      Door door) {
    this(host, port, dataFolder, databaseUrlOrNull, demonstration, timeZone, door, Keeping.USUAL);
  }

  /** The same, for this machine alone. */
  public Settings(
      String host,
      int port,
      Path dataFolder,
      @Nullable String databaseUrlOrNull,
      Demonstration demonstration,
      ZoneId timeZone) {
    this(host, port, dataFolder, databaseUrlOrNull, demonstration, timeZone, Door.PLAIN);
  }

  /**
   * How the server is reached.
   *
   * @param certificateOrNull what it shows of itself; null speaks plain HTTP
   * @param plainPort port of plain HTTP that leads to HTTPS
   * @param proxies addresses of the proxies that are in front of it
   */
  public record Door(
      @Nullable CertificateFiles certificateOrNull, OptionalInt plainPort, Set<String> proxies) {

    /** Plain HTTP and nothing in front. */
    public static final Door PLAIN = new Door(null, OptionalInt.empty(), Set.of());

    public Door {
      proxies = Set.copyOf(proxies);
    }
  }

  /**
   * Files in PEM, which may be one and the same.
   *
   * @param certificates the server's own first
   * @param key its private key
   */
  public record CertificateFiles(Path certificates, Path key) {}

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

  /** Whether nobody but this machine can reach the server, not even through a proxy. */
  public boolean isLoopback() {
    return listensOnLoopback() && door.proxies().isEmpty();
  }

  /**
   * Refuses settings under which passwords would cross a network for all to read.
   *
   * @throws IllegalStateException that names the ways out
   */
  public void requireSafeDoor() {
    if (!listensOnLoopback() && door.certificateOrNull() == null && door.proxies().isEmpty()) {
      throw new IllegalStateException(
          """
          On %s others can reach the server, and without HTTPS anyone on the way could read their \
          passwords. Three ways out:
            1. make a certificate (wangge tls init), then start with --tls; or bring your own: \
          --tls-certificate FILE --tls-key FILE
            2. put a proxy that speaks HTTPS in front, and name its address: --behind-proxy ADDRESS
            3. stay on this machine: --host 127.0.0.1"""
              .formatted(host));
    }
    if (door.plainPort().isPresent() && door.certificateOrNull() == null) {
      throw new IllegalStateException(
          "--http-port leads to HTTPS, so it wants --tls or --tls-certificate with --tls-key.");
    }
  }

  private boolean listensOnLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
