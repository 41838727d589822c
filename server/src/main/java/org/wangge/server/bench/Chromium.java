package org.wangge.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Chromium without a window, in a process of its own, drawing WebGL in software. */
final class Chromium implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PROGRAMS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /**
   * Panels of the address bar, a page of its own each, which nobody sees; and what keeps a page
   * that was put in the server's place from the server's address on this machine.
   */
  private static final String WITHOUT =
      "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,Translate,MediaRouter,"
          + "LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets,PrivateNetworkAccessChecks";

  private final Process process;
  private final int port;

  private Chromium(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it, where it is installed.
   *
   * @param folder for its profile, and what it prints
   * @param more options of its own
   */
  static Optional<Chromium> start(Path folder, int width, int height, String... more) {
    Optional<String> program =
        PROGRAMS.stream().filter(name -> Files.isExecutable(Path.of(name))).findFirst();
    return program.map(name -> start(name, folder, width, height, List.of(more)));
  }

  private static Chromium start(
      String program, Path folder, int width, int height, List<String> more) {
    Path profile = folder.resolve("chromium");
    try {
      Files.createDirectories(profile);
      List<String> command =
          new ArrayList<>(
              List.of(
                  program,
                  "--headless=new",
                  "--no-sandbox",
                  "--disable-quic",
                  "--no-first-run",
                  "--disable-background-networking",
                  "--disable-component-update",
                  "--disable-sync",
                  "--disable-background-timer-throttling",
                  WITHOUT,
                  "--use-gl=angle",
                  "--use-angle=swiftshader",
                  "--enable-unsafe-swiftshader",
                  "--force-prefers-reduced-motion",
                  "--window-size=" + width + "," + height,
                  "--remote-debugging-port=0",
                  "--remote-allow-origins=*",
                  "--user-data-dir=" + profile));
      command.addAll(more);
      command.add("about:blank");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("chromium-output").toFile())
              .start();
      return new Chromium(process, portOf(process, profile.resolve("DevToolsActivePort")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int portOf(Process process, Path said) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() - end < 0) {
      if (Files.exists(said)) {
        List<String> lines = Files.readAllLines(said);
        if (lines.size() > 1) {
          return Integer.parseInt(lines.get(0));
        }
      }
      DevTools.pause(50);
    }
    process.destroyForcibly();
    throw new IOException("Chromium does not start");
  }

  /** The page it began with. */
  DevTools page() {
    try {
      JsonNode all = JSON.readTree(URI.create("http://127.0.0.1:" + port + "/json/list").toURL());
      for (JsonNode one : all) {
        if (one.path("type").asText().equals("page")) {
          return new DevTools(one.path("webSocketDebuggerUrl").asText());
        }
      }
      throw new IllegalStateException("Chromium has no page: " + all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a page has cost since it was opened, by the names of the protocol's metrics. */
  static Map<String, Double> metrics(DevTools page) {
    Map<String, Double> all = new HashMap<>();
    page.ask("Performance.getMetrics")
        .path("metrics")
        .forEach(one -> all.put(one.path("name").asText(), one.path("value").asDouble()));
    return all;
  }

  /** Processor time of its processes of a type that are there, in seconds. */
  double cpuSeconds(String type) {
    return process
            .descendants()
            .filter(one -> isOf(type, one))
            .mapToLong(one -> one.info().totalCpuDuration().orElse(Duration.ZERO).toMillis())
            .sum()
        / 1e3;
  }

  /** The process's own words, since the JDK gives none that are longer than a page. */
  private static boolean isOf(String type, ProcessHandle one) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(one.pid()), "cmdline"))
          .replace('\0', ' ')
          .contains("--type=" + type + " ");
    } catch (IOException gone) {
      return false;
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
