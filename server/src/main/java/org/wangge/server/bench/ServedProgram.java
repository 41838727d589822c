package org.wangge.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wangge.server.config.DataFolder;

/**
 * This program, serving in a process of its own, that can be killed and started again on the same
 * data. Not thread-safe.
 */
final class ServedProgram implements AutoCloseable {
  private static final long PATIENCE_NANOS = Duration.ofMinutes(5).toNanos();

  private final List<String> command;
  private final Path folder;
  private Process process;

  /**
   * Starts it, with the demonstration town and nobody living in it.
   *
   * @param folder where it keeps its data
   * @param databaseUrlOrNull of PostGIS; null for H2 in that folder
   */
  ServedProgram(Path folder, @Nullable String databaseUrlOrNull, Bench.Start start) {
    this.folder = folder;
    command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    command.addAll(start.options());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "org.wangge.server.cli.Wangge",
            "serve",
            "--port",
            "0",
            "--no-simulator",
            "--data",
            folder.toString()));
    if (databaseUrlOrNull == null) {
      start.town().accept(folder);
    } else {
      command.addAll(List.of("--database-url", databaseUrlOrNull));
    }
    process = begin();
  }

  private Process begin() {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output").toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it answers, and says where. */
  Door awaitReady() {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() - end < 0) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the program ended; see " + folder.resolve("output"));
      }
      DataFolder.RunningServer running = DataFolder.runningServer(folder).orElse(null);
      if (running != null) {
        Door door = new Door(URI.create(running.url()).getPort(), running.token());
        if (door.isOpen()) {
          return door;
        }
      }
      pause(100);
    }
    throw new IllegalStateException("the program does not answer; see " + folder.resolve("output"));
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Kills it at once, as a loss of power to the process would, and starts it again. */
  void killAndBegin() {
    process.destroyForcibly();
    await();
    process = begin();
  }

  private void await() {
    try {
      process.waitFor(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Number of its process, which is another after each start. */
  long pid() {
    return process.pid();
  }

  /** Processor time it has used since it was last started, in seconds. */
  double cpuSeconds() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  @Override
  public void close() {
    process.destroy();
    await();
  }
}
