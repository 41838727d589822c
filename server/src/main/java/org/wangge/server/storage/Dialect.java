package org.wangge.server.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** All that differs between H2 and PostGIS. Everything else is one SQL text for both. */
public interface Dialect {

  /** Folder under {@code db/} of the migrations that only this database has. */
  String name();

  /** The column type for bytes of any length; {@code ${bytes}} in the common migrations. */
  String bytesType();

  /** Makes a fresh connection ready: types, time limits. */
  void prepare(Connection connection) throws SQLException;

  /** Binds a geometry in degrees, SRID 4326. */
  void bindGeometry(PreparedStatement statement, int index, Geometry geometry) throws SQLException;

  /** Reads a geometry column, empty when it is null. */
  Optional<Geometry> geometry(ResultSet row, String column) throws SQLException;

  /**
   * Whether write transactions must run one at a time. H2 2.3 was seen to lose a committed update
   * when another transaction rolled back while others waited for the same row.
   */
  boolean writesOneAtATime();

  /**
   * Tries to become the one process that does a task, for as long as the connection lives. Always
   * true where only one process can have the database open.
   */
  boolean lead(Connection connection, LeaderTask task) throws SQLException;

  /**
   * Makes transactions that write a table wait until this one ends; others may share it meanwhile.
   * Nothing where write transactions run one at a time.
   */
  void share(Connection connection, String table) throws SQLException;

  /** Tidies up at a regular stop, on a connection of its own. */
  void close(Connection connection) throws SQLException;
}
