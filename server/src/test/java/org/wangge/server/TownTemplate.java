package org.wangge.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A data folder with the demonstration town, made once for each build and copied for each test that
 * begins with it: loading the town anew takes seconds each time. Tests of loading itself begin with
 * an empty folder.
 */
final class TownTemplate {
  private static final String DATABASE = "wangge.mv.db";
  private static final Path KEPT = Path.of("target", "town").toAbsolutePath();

  /** What happened in an older town since would take long to tell. */
  private static final Duration LONGEST_KEPT = Duration.ofHours(2);

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

  /** One process makes it; the others wait. */
  private static Path make() throws IOException {
    Files.createDirectories(KEPT.getParent());
    try (FileChannel channel =
            FileChannel.open(
                KEPT.resolveSibling("town.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      return lock.isValid() && isFresh(KEPT) ? KEPT : makeAnew();
    }
  }

  private static Path makeAnew() throws IOException {
    Path folder = Files.createTempDirectory(KEPT.getParent(), "town");
    RunningServer.withNewTown(folder).close();
    delete(KEPT);
    return Files.move(folder, KEPT);
  }

  /** Whether it was made lately, and from the classes that are here now. */
  private static boolean isFresh(Path template) throws IOException {
    Path database = template.resolve(DATABASE);
    if (!Files.exists(database)) {
      return false;
    }
    Instant made = Files.getLastModifiedTime(database).toInstant();
    return made.isAfter(Instant.now().minus(LONGEST_KEPT)) && made.isAfter(lastBuilt());
  }

  private static Instant lastBuilt() throws IOException {
    Instant last = Instant.EPOCH;
    for (String module : List.of("gis-core", "tiles", "server")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "target", "classes"))) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Instant built = Files.getLastModifiedTime(file).toInstant();
          last = built.isAfter(last) ? built : last;
        }
      }
    }
    return last;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
