package org.wangge.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Processor time of a PostgreSQL server on this machine, all its processes together, as Linux
 * counts it: of those that have ended as their parent remembers it.
 */
final class DatabaseCpu {
  private static final double TICKS_A_SECOND = 100;
  private static final int PARENT = 1;
  private static final int FIRST_TIME = 11;

  private final long postmaster;

  private DatabaseCpu(long postmaster) {
    this.postmaster = postmaster;
  }

  /** Of the server behind a URL. */
  static DatabaseCpu of(String jdbcUrl) {
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      List<String> stat = stat(Path.of("/proc", row.getString(1)));
      return new DatabaseCpu(Long.parseLong(stat.get(PARENT)));
    } catch (SQLException e) {
      throw new IllegalStateException("the database of the benchmark does not answer", e);
    }
  }

  /** So far. */
  double seconds() {
    double ticks = 0;
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      for (Path process : all.filter(DatabaseCpu::isProcess).toList()) {
        ticks += ticks(process);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ticks / TICKS_A_SECOND;
  }

  private static boolean isProcess(Path path) {
    return path.getFileName().toString().chars().allMatch(Character::isDigit);
  }

  private double ticks(Path process) {
    List<String> stat = stat(process);
    boolean isHead = process.getFileName().toString().equals(String.valueOf(postmaster));
    if (stat.isEmpty() || (!isHead && !stat.get(PARENT).equals(String.valueOf(postmaster)))) {
      return 0;
    }
    // utime and stime; of the head also those of its children that have ended.
    return stat.subList(FIRST_TIME, FIRST_TIME + (isHead ? 4 : 2)).stream()
        .mapToDouble(Double::parseDouble)
        .sum();
  }

  /** What stands behind the name; empty for a process that has ended. */
  private static List<String> stat(Path process) {
    @Nullable String line = read(process.resolve("stat"));
    return line == null ? List.of() : List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
  }

  private static @Nullable String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException ended) {
      return null;
    }
  }
}
