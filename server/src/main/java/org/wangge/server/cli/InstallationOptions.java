package org.wangge.server.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
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
  @Nullable String databaseUrl;
}
