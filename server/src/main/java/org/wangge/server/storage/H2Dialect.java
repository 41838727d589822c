package org.wangge.server.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * H2 in process: for trying out and small places. The driver takes and gives JTS geometry itself.
 */
final class H2Dialect implements Dialect {

  @Override
  public String name() {
    return "h2";
  }

  @Override
  public String bytesType() {
    return "varbinary";
  }

  @Override
  public void prepare(Connection connection) {
    // Everything H2 needs stands in its URL.
  }

  @Override
  public void bindGeometry(PreparedStatement statement, int index, Geometry geometry)
      throws SQLException {
    statement.setObject(index, geometry);
  }

  @Override
  public Optional<Geometry> geometry(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, Geometry.class));
  }

  @Override
  public boolean writesOneAtATime() {
    return true;
  }

  @Override
  public boolean lead(Connection connection, LeaderTask task) {
    return true;
  }

  @Override
  public void share(Connection connection, String table) {
    // Nobody else writes anyway.
  }

  /** The file grows fast under small commits; a regular stop gives the room back. */
  @Override
  public void close(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("shutdown compact");
    }
  }
}
