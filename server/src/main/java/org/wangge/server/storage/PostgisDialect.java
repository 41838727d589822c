package org.wangge.server.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import net.postgis.jdbc.jts.JtsGeometry;
import org.locationtech.jts.geom.Geometry;
import org.postgresql.PGConnection;

/** PostgreSQL with PostGIS: for production. JTS geometry goes in and out through PostGIS JDBC. */
final class PostgisDialect implements Dialect {
  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public String bytesType() {
    return "bytea";
  }

  @Override
  public void prepare(Connection connection) throws SQLException {
    connection.unwrap(PGConnection.class).addDataType("geometry", JtsGeometry.class);
  }

  @Override
  public void bindGeometry(PreparedStatement statement, int index, Geometry geometry)
      throws SQLException {
    statement.setObject(index, new JtsGeometry(geometry));
  }

  @Override
  public Optional<Geometry> geometry(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable((JtsGeometry) row.getObject(column)).map(JtsGeometry::getGeometry);
  }

  @Override
  public boolean writesOneAtATime() {
    return false;
  }

  @Override
  public boolean lead(Connection connection, LeaderTask task) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select pg_try_advisory_lock(" + task.lock() + ")")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /**
   * The table and not its row: a writer that waits for a row can wait for ever behind a stream of
   * {@code for share}, and each of these writes the row; the queue for a table is first come, first
   * served.
   */
  @Override
  public void share(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("lock table " + table + " in share mode");
    }
  }

  @Override
  public void close(Connection connection) {
    // The server goes on without us.
  }
}
