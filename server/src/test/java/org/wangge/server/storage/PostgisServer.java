package org.wangge.server.storage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL 15 with PostGIS, started once for all tests of a JVM on a free port in a
 * temporary folder, and stopped with it. Each caller gets a database of its own.
 */
public final class PostgisServer {
  private static final Path BINARIES = Path.of("/usr/lib/postgresql/15/bin");

  /**
   * No test pulls the plug of this server: what its disk has not yet got need not be waited for.
   */
  private static final String NOTHING_TO_KEEP =
      " -c fsync=off -c synchronous_commit=off -c full_page_writes=off";

  /** Has the extension; making it anew takes longer than a copy. */
  private static final String EMPTY = "with_postgis";

  /** Has the tables besides. */
  private static final String TABLES = "with_tables";

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static @Nullable PostgisServer running;

  private final Path folder;
  private final int port;

  private PostgisServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /**
   * JDBC URL of a fresh database with the program's tables as they are now, and nothing in them.
   * Skips the test, saying why, where PostgreSQL is not installed; with {@code CI=true} that is a
   * failure.
   */
  public static String freshDatabase() {
    requireInstalled();
    return server().createDatabase(TABLES);
  }

  /** The same without tables, with the PostGIS extension alone. */
  public static String emptyDatabase() {
    requireInstalled();
    return server().createDatabase(EMPTY);
  }

  private static void requireInstalled() {
    boolean installed = Files.isExecutable(BINARIES.resolve("initdb"));
    if (!installed && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("PostgreSQL 15 is not installed; bin/test installs it");
    }
    assumeTrue(installed, "skipped: PostgreSQL 15 with PostGIS is not installed here");
  }

  private static synchronized PostgisServer server() {
    if (running == null) {
      running = start();
    }
    return running;
  }

  private static PostgisServer start() {
    try {
      Path folder = Files.createTempDirectory("wangge-postgis");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
      PostgisServer server = new PostgisServer(folder, freePort());
      server.run("initdb", "-D", folder + "/db", "-U", "wangge", "-A", "trust", "-E", "UTF8", "-N");
      Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "postgis-stop"));
      String options =
          "-p "
              + server.port
              + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
              + folder
              + NOTHING_TO_KEEP;
      server.run(
          "pg_ctl", "-D", folder + "/db", "-w", "-l", folder + "/log", "-o", options, "start");
      server.execute("postgres", "create database " + EMPTY);
      server.execute(EMPTY, "create extension postgis");
      server.execute("postgres", "create database " + TABLES + " template " + EMPTY);
      Databases.postgis(server.url(TABLES), Clock.systemUTC()).close();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private String createDatabase(String template) {
    String name = "test" + DATABASES.incrementAndGet();
    execute("postgres", "create database " + name + " template " + template);
    return url(name);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=wangge";
  }

  private void execute(String database, String sql) {
    try (Connection connection = DriverManager.getConnection(url(database));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private void stop() {
    try {
      run("pg_ctl", "-D", folder + "/db", "-m", "immediate", "stop");
      run("rm", "-rf", folder + "/db", folder + "/log");
    } catch (IllegalStateException e) {
      // The JVM is going down; what is left is a temporary folder.
      Thread.currentThread().interrupt();
    }
  }

  /** PostgreSQL refuses to run as root, so root hands over to its own user. */
  private void run(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    Path binary = BINARIES.resolve(program);
    command.add(Files.exists(binary) ? binary.toString() : program);
    command.addAll(List.of(arguments));
    try {
      Path output = folder.resolve(program + ".out");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(
            String.join(" ", command) + ": " + Files.readString(output, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
