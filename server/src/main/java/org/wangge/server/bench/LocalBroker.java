package org.wangge.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mosquitto on this machine, on a port of its own, set up as the guide says: everybody shows a
 * password, a phone writes below its own id alone, and one account reads them all. Not thread-safe.
 */
public final class LocalBroker implements AutoCloseable {
  /** The account that reads. */
  public static final String READER = "wangge";

  /** Its password. */
  public static final String READER_PASSWORD = "fetches positions";

  private static final Logger log = LoggerFactory.getLogger(LocalBroker.class);

  private static final int LOWEST_PORT = 20_000;
  private static final int PORTS_OF_THE_SYSTEM = 32_768;
  private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final int PAUSE_MILLIS = 20;

  private final Path folder;
  private final int port;
  private final List<String> more;
  private final Map<String, String> users = new LinkedHashMap<>();
  private @Nullable Process process;

  /**
   * One that does not run yet.
   *
   * @param folder where it keeps what it has
   * @param more lines of its configuration
   */
  public LocalBroker(Path folder, String... more) {
    this.folder = folder;
    this.more = List.of(more);
    port = freePort();
    users.put(READER, READER_PASSWORD);
  }

  /** Whether it is installed here. */
  public static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  /** One that the system does not hand out to others meanwhile: below those it chooses from. */
  private static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, PORTS_OF_THE_SYSTEM);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException e) {
        log.debug("port {} is taken", port, e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public int port() {
    return port;
  }

  /** Lets somebody in from its next beginning on. */
  public void letIn(String user, String password) {
    users.put(user, password);
  }

  /** What the data folder of the program holds that fetches from here. */
  public String settings() {
    return """
        {"url":"tcp://127.0.0.1:%d","user":"%s","password":"%s","brokerEnforcesAcl":true}
        """
        .formatted(port, READER, READER_PASSWORD);
  }

  /** Begins, and waits until it lets somebody in. */
  public void begin() {
    try {
      write();
      process =
          new ProcessBuilder(PROGRAM.toString(), "-c", folder.resolve("broker.conf").toString())
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(folder.resolve("broker.log").toFile()))
              .start();
      awaitOpen();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write() throws IOException {
    Files.createDirectories(folder);
    Path passwords = folder.resolve("passwords");
    List<String> pairs = new ArrayList<>();
    users.forEach((user, password) -> pairs.add(user + ":" + password));
    Files.write(passwords, pairs);
    run("mosquitto_passwd", "-U", passwords.toString());
    Files.write(
        folder.resolve("acl"),
        List.of("user " + READER, "topic read owntracks/#", "pattern write owntracks/%u/#"));
    List<String> lines =
        new ArrayList<>(
            List.of(
                "listener " + port + " 127.0.0.1",
                "user root",
                "allow_anonymous false",
                "password_file " + passwords,
                "acl_file " + folder.resolve("acl"),
                "persistence true",
                "persistence_location " + folder + "/",
                "autosave_on_changes true",
                "autosave_interval 1",
                "max_queued_messages 0",
                "max_inflight_messages 200"));
    lines.addAll(more);
    Files.write(folder.resolve("broker.conf"), lines);
  }

  private static void run(String... command) throws IOException {
    try {
      Process once = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(once.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (once.waitFor() != 0) {
        throw new IllegalStateException(command[0] + ": " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void awaitOpen() throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() - end < 0 && isRunning()) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        return;
      } catch (IOException e) {
        pause();
      }
    }
    throw new IOException("the broker does not begin; see " + folder.resolve("broker.log"));
  }

  private boolean isRunning() {
    return process != null && process.isAlive();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends it at once, as a loss of power to the process would. */
  public void kill() {
    end(Process::destroyForcibly);
  }

  /** Tells it to end, and waits until it has. */
  @Override
  public void close() {
    end(
        running -> {
          running.destroy();
          return running;
        });
  }

  private void end(UnaryOperator<Process> how) {
    Process running = process;
    if (running == null) {
      return;
    }
    try {
      if (!how.apply(running).waitFor(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
        running.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process = null;
  }
}
