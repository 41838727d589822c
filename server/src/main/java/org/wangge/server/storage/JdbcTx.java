package org.wangge.server.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.wangge.access.Caller;
import org.wangge.audit.AuditEntry;
import org.wangge.event.DomainEvent;
import org.wangge.event.Tx;

/**
 * A transaction on a JDBC connection, with the few calls that every store needs: SQL stays visible
 * text, parameters are bound by position. Not thread-safe; dead when its work returns.
 */
public final class JdbcTx implements Tx {
  private final Connection connection;
  private final Dialect dialect;
  private final Caller caller;
  private final Supplier<Instant> clock;
  private Instant now;
  private final List<DomainEvent> events = new ArrayList<>();
  private final List<AuditEntry> audited = new ArrayList<>();

  JdbcTx(Connection connection, Dialect dialect, Caller caller, Supplier<Instant> clock) {
    this.connection = connection;
    this.dialect = dialect;
    this.caller = caller;
    this.clock = clock;
    this.now = clock.get();
  }

  /** The transaction a store was handed, as the kind that all of them are here. */
  public static JdbcTx of(Tx tx) {
    return (JdbcTx) tx;
  }

  @Override
  public Instant now() {
    return now;
  }

  /** After a wait for a lock: what is done under it happens after what made it wait. */
  public void beginInstantAnew() {
    now = clock.get();
  }

  /** Makes writers of a small table wait until the end, not those who share it too. */
  public void share(String table) {
    try {
      dialect.share(connection, table);
    } catch (SQLException e) {
      throw new StorageFailure("sharing " + table, e);
    }
  }

  @Override
  public void record(DomainEvent event) {
    events.add(event);
  }

  @Override
  public void audit(AuditEntry entry) {
    audited.add(entry);
  }

  /** What is to be recorded beyond what the events say. */
  List<AuditEntry> audited() {
    return Collections.unmodifiableList(audited);
  }

  List<DomainEvent> events() {
    return Collections.unmodifiableList(events);
  }

  Caller caller() {
    return caller;
  }

  /** Runs a change and answers the number of rows it touched. */
  public int update(String sql, @Nullable Object... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new StorageFailure(sql, e);
    }
  }

  /** Runs a change once for each row of parameters, in one go. */
  public int[] updateAll(String sql, List<@Nullable Object[]> rows) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (@Nullable Object[] row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      return statement.executeBatch();
    } catch (SQLException e) {
      throw new StorageFailure(sql, e);
    }
  }

  /** Inserts one row and answers the identity it got in column {@code id}. */
  public long insert(String sql, @Nullable Object... parameters) {
    return insertAll(sql, Collections.singletonList(parameters))[0];
  }

  /** Inserts rows and answers the identities they got in column {@code id}, in the same order. */
  public long[] insertAll(String sql, List<@Nullable Object[]> rows) {
    try (PreparedStatement statement = connection.prepareStatement(sql, new String[] {"id"})) {
      for (@Nullable Object[] row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
      long[] ids = new long[rows.size()];
      try (ResultSet keys = statement.getGeneratedKeys()) {
        for (int i = 0; i < ids.length && keys.next(); i++) {
          ids[i] = keys.getLong(1);
        }
      }
      return ids;
    } catch (SQLException e) {
      throw new StorageFailure(sql, e);
    }
  }

  /** All rows of a query. */
  public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      statement.setFetchSize(1000);
      List<T> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        Row row = new Row(result, dialect);
        while (result.next()) {
          rows.add(reader.read(row));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new StorageFailure(sql, e);
    }
  }

  /** The first row of a query. */
  public <T> Optional<T> queryOne(String sql, RowReader<T> reader, @Nullable Object... parameters) {
    List<T> rows = query(sql, reader, parameters);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
  }

  private void bind(PreparedStatement statement, @Nullable Object[] parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      Object value = parameters[i];
      if (value instanceof Geometry geometry) {
        dialect.bindGeometry(statement, i + 1, geometry);
      } else if (value instanceof Instant instant) {
        statement.setObject(
            i + 1,
            OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC));
      } else if (value instanceof long[] numbers) {
        statement.setArray(i + 1, connection.createArrayOf("bigint", boxed(numbers)));
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }

  private static Object[] boxed(long[] numbers) {
    Object[] boxed = new Object[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      boxed[i] = numbers[i];
    }
    return boxed;
  }

  /** Makes a value of the row that a query stands on. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(Row row) throws SQLException;
  }
}
