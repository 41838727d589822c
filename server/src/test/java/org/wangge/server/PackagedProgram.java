package org.wangge.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program as it is delivered, {@code java -jar wangge.jar}, in a process of its own on a free
 * port.
 */
public final class PackagedProgram implements AutoCloseable {
  private static final Path JAR =
      Path.of(System.getProperty("wangge.root", ".."), "server", "target", "wangge.jar");
  private static final Pattern READY = Pattern.compile("ready: (https?://\\S+)/");

  /** Half the work of a start is the better compiler's, for a program that ends in seconds. */
  public static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Process process;
  private final Path output;

  private PackagedProgram(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts a command of the program and does not wait for it. */
  public static PackagedProgram start(Path folder, String... arguments) {
    return launch(folder, ProgramArchive.options(JAR), List.of(arguments));
  }

  /** The same with options for the JVM. */
  static PackagedProgram launch(Path folder, List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    command.addAll(SHORT_LIVED);
    command.addAll(options);
    command.add("-jar");
    command.add(JAR.toAbsolutePath().toString());
    command.addAll(arguments);
    try {
      Path output = Files.createTempFile(folder, "program", ".log");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      return new PackagedProgram(process, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the server on a data folder within this one and waits until it serves. */
  public static PackagedProgram serve(Path folder, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("serve", "--port", "0", "--data", folder.resolve("data").toString()));
    arguments.addAll(List.of(more));
    PackagedProgram program = start(folder, arguments.toArray(new String[0]));
    try {
      program.url();
    } catch (AssertionError notReady) {
      program.kill();
      throw notReady;
    }
    return program;
  }

  /** The same with the demonstration town in the folder already. */
  public static PackagedProgram serveTown(Path folder, String... more) {
    TownTemplate.into(folder.resolve("data"));
    return serve(folder, more);
  }

  /** Its address, without a slash at the end; waits until it serves. */
  public String url() {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
    while (Instant.now().isBefore(deadline) && process.isAlive()) {
      Matcher ready = READY.matcher(output());
      if (ready.find()) {
        return ready.group(1);
      }
      sleep();
    }
    throw new AssertionError("the program did not get ready:\n" + output());
  }

  /** All it has printed so far. */
  public String output() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for it to end by itself; answers its exit code. */
  public int await(Duration longest) {
    try {
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("still running after " + longest + ":\n" + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public boolean isRunning() {
    return process.isAlive();
  }

  /** Ends it at once, as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly();
    await(Duration.ofSeconds(20));
  }

  /** Asks it to stop, as {@code kill} does, and waits. */
  public void stop() {
    process.destroy();
    await(Duration.ofSeconds(30));
  }

  /** Ends it, where it has not ended yet; what it kept goes with the test's folder. */
  @Override
  public void close() {
    kill();
  }

  private static void sleep() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
