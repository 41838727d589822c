package org.wangge.server.storage;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * How PostgreSQL is reached, as its URL says.
 *
 * @param url with or without {@code jdbc:}
 */
public record DatabaseAddress(String url) {

  /**
   * Refuses a way on which others could read what is kept, or pass themselves off for the database.
   *
   * @throws IllegalStateException that names the ways out
   */
  public void requireSafe() {
    @Nullable Properties parsed = Driver.parseURL(withPrefix(), new Properties());
    if (parsed == null || isOnThisMachine(parsed) || isVerified(parsed)) {
      return;
    }
    throw new IllegalStateException(
        """
        The database is on another machine (%s), and its URL does not say sslmode=verify-full: \
        anyone on the way could read the personal fields, or answer in its place. Three ways out:
          1. let PostgreSQL speak TLS and add sslmode=verify-full to the URL, and sslrootcert=FILE \
        for an authority of your own
          2. put the database on this machine
          3. where the way between the two is private in itself: --database-unverified\
        """
            .formatted(parsed.getProperty("PGHOST")));
  }

  private String withPrefix() {
    return url.startsWith("jdbc:") ? url : "jdbc:" + url;
  }

  private static boolean isVerified(Properties parsed) {
    return "verify-full".equals(parsed.getProperty("sslmode"));
  }

  private static boolean isOnThisMachine(Properties parsed) {
    return Arrays.stream(parsed.getProperty("PGHOST", "localhost").split(",", -1))
        .allMatch(DatabaseAddress::isLoopback);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
