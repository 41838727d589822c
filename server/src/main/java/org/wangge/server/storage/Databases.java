package org.wangge.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** Opens a database and brings its tables up to date. */
public final class Databases {
  private static final int POOL = 12;
  private static final int KEPT_OPEN = 2;

  private Databases() {}

  /**
   * H2 in process, in a file of the data folder, made if absent. Survives a killed process, not a
   * power cut.
   */
  public static Database h2(Path dataFolder, Clock clock) {
    Path file = dataFolder.toAbsolutePath().resolve("wangge");
    return h2("file:" + file, clock);
  }

  /** H2 in memory, gone with the last connection; for one-off work and tests. */
  public static Database inMemory(String name, Clock clock) {
    return h2("mem:" + name + ";DB_CLOSE_DELAY=-1", clock);
  }

  private static Database h2(String where, Clock clock) {
    HikariConfig config = new HikariConfig();
    // Without WRITE_DELAY=0 a killed process loses rows that were acknowledged.
    config.setJdbcUrl(
        "jdbc:h2:"
            + where
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=5000;MODE=PostgreSQL"
            + ";DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
    config.setUsername("wangge");
    config.setPassword("");
    return open(config, new H2Dialect(), clock);
  }

  /**
   * PostgreSQL with PostGIS.
   *
   * @param url {@code jdbc:postgresql://host:port/database?user=…&password=…}, or the same without
   *     {@code jdbc:}
   */
  public static Database postgis(String url, Clock clock) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url.startsWith("jdbc:") ? url : "jdbc:" + url);
    config.setConnectionInitSql("set lock_timeout = '5s'");
    return open(config, new PostgisDialect(), clock);
  }

  private static HikariDataSource pool(HikariConfig where, String name, boolean reads) {
    HikariConfig config = new HikariConfig();
    where.copyStateTo(config);
    config.setPoolName(name);
    config.setMaximumPoolSize(POOL);
    config.setMinimumIdle(KEPT_OPEN);
    config.setInitializationFailTimeout(10_000);
    if (reads) {
      // Set once for a connection instead of before and after each transaction.
      config.setReadOnly(true);
      config.setAutoCommit(false);
      config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    }
    return new HikariDataSource(config);
  }

  private static Database open(HikariConfig where, Dialect dialect, Clock clock) {
    HikariDataSource pool = pool(where, "wangge", false);
    try {
      Flyway.configure()
          .dataSource(pool)
          .locations("classpath:db/common", "classpath:db/" + dialect.name())
          .placeholders(Map.of("bytes", dialect.bytesType()))
          .validateMigrationNaming(true)
          .load()
          .migrate();
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
    return new Database(pool, pool(where, "wangge-reads", true), dialect, clock);
  }
}
