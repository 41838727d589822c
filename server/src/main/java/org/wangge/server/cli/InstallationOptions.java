package org.wangge.server.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wangge.server.storage.DatabaseAddress;
import picocli.CommandLine.Option;

/** Which installation a command is about. */
final class InstallationOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${sys:wangge.data:-data}",
      description = "Folder of the installation (default: ${DEFAULT-VALUE}).")
  Path data = Path.of("data");

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description =
          "PostgreSQL with PostGIS: postgresql://host:port/database?user=…&password=… (default: H2"
              + " in the folder).")
  private @Nullable String databaseUrl;

  @Option(
      names = "--database-unverified",
      description =
          "Allows a database on another machine without sslmode=verify-full in its URL, where the"
              + " way there is private in itself.")
  private boolean databaseUnverified;

  /**
   * PostgreSQL's URL; null for H2 in the folder.
   *
   * @throws IllegalStateException where others could read or forge what crosses the way there
   */
  @Nullable String databaseUrl() {
    if (databaseUrl != null && !databaseUnverified) {
      new DatabaseAddress(databaseUrl).requireSafe();
    }
    return databaseUrl;
  }
}
