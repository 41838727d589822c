package org.wangge.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data folder with the demonstration town, made once in this process and copied for each test
 * that begins with it: loading the town anew takes seconds each time. Tests of loading itself begin
 * with an empty folder.
 */
final class TownTemplate {
  private static final String DATABASE = "wangge.mv.db";
  private static @Nullable Path made;

  private TownTemplate() {}

  /** Lays the town into an empty data folder. */
  static synchronized void into(Path folder) {
    try {
      Path template = made == null ? make() : made;
      made = template;
      Files.createDirectories(folder);
      Files.copy(template.resolve(DATABASE), folder.resolve(DATABASE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path make() throws IOException {
    Path folder = Files.createTempDirectory("wangge-town");
    RunningServer.withNewTown(folder).close();
    // Deleted in the opposite order: the file before its folder.
    for (Path path : List.of(folder, folder.resolve(DATABASE))) {
      path.toFile().deleteOnExit();
    }
    return folder;
  }
}
