package org.wangge.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
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
      // The record in the database was written by who has these keys and this head.
      copy(template, folder, "keys");
      copy(template, folder, "audit");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to, String name) throws IOException {
    try (Stream<Path> files = Files.walk(from.resolve(name))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
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
