package org.wangge.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The classes of the packaged program as a first run has parsed them, as {@code bin/run} keeps them
 * too: every start of a test after that takes a third less. Made once for each jar, whole or not at
 * all: a torn archive would end the JVM.
 */
final class ProgramArchive {
  private static final List<String> QUIET =
      List.of("-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-Xlog:class+path=off");

  private static Optional<Path> made = Optional.empty();

  private ProgramArchive() {}

  /** What is to be said to the JVM; nothing but to keep still where no archive could be made. */
  static synchronized List<String> options(Path jar) {
    if (made.isEmpty()) {
      made = Optional.of(make(jar));
    }
    List<String> options = new ArrayList<>(QUIET);
    if (Files.exists(made.get())) {
      options.add("-XX:SharedArchiveFile=" + made.get());
    }
    return options;
  }

  private static Path make(Path jar) {
    Path archive = jar.resolveSibling("program-classes.jsa").toAbsolutePath();
    try {
      if (Files.exists(archive)
          && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) > 0) {
        return archive;
      }
      Path folder = Files.createTempDirectory("program-archive");
      Path fresh = folder.resolve("classes.jsa");
      TownTemplate.into(folder.resolve("data"));
      List<String> options = new ArrayList<>(QUIET);
      options.add("-XX:ArchiveClassesAtExit=" + fresh);
      PackagedProgram program =
          PackagedProgram.launch(
              folder,
              options,
              List.of(
                  "serve",
                  "--port",
                  "0",
                  "--data",
                  folder.resolve("data").toString(),
                  "--no-simulator"));
      String unused = program.url();
      program.stop();
      if (Files.exists(fresh)) {
        Files.move(fresh, archive, StandardCopyOption.REPLACE_EXISTING);
      }
      return archive;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
