package org.wangge.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Geometry;

/** The row a query stands on, with columns read by name. Valid only while its reader runs. */
public final class Row {
  private final ResultSet result;
  private final Dialect dialect;

  Row(ResultSet result, Dialect dialect) {
    this.result = result;
    this.dialect = dialect;
  }

  public String string(String column) throws SQLException {
    return result.getString(column);
  }

  public Optional<String> stringIfAny(String column) throws SQLException {
    return Optional.ofNullable(result.getString(column));
  }

  public int integer(String column) throws SQLException {
    return result.getInt(column);
  }

  public OptionalInt integerIfAny(String column) throws SQLException {
    int value = result.getInt(column);
    return result.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
  }

  public Optional<byte[]> bytesIfAny(String column) throws SQLException {
    return Optional.ofNullable(result.getBytes(column));
  }

  public long number(String column) throws SQLException {
    return result.getLong(column);
  }

  public Optional<Long> numberIfAny(String column) throws SQLException {
    long number = result.getLong(column);
    return result.wasNull() ? Optional.empty() : Optional.of(number);
  }

  public double decimal(String column) throws SQLException {
    return result.getDouble(column);
  }

  public boolean flag(String column) throws SQLException {
    return result.getBoolean(column);
  }

  public Instant instant(String column) throws SQLException {
    return result.getObject(column, OffsetDateTime.class).toInstant();
  }

  public Optional<Instant> instantIfAny(String column) throws SQLException {
    return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  public Optional<Geometry> geometry(String column) throws SQLException {
    return dialect.geometry(result, column);
  }

  public byte[] bytes(String column) throws SQLException {
    return result.getBytes(column);
  }
}
