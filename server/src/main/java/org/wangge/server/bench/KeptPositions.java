package org.wangge.server.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import java.util.List;
import org.wangge.patrol.Fix;
import org.wangge.patrol.FixCodec;
import org.wangge.patrol.PersonFixes;
import org.wangge.patrol.PositionBatch;

/** What of a run is on record in the database, fix by fix, packed or not. */
final class KeptPositions {
  private static final int ROWS_AT_ONCE = 500;

  private final Course course;
  private final int batches;
  private final BitSet found = new BitSet();
  private long packed;
  private long packedBytes;
  private long strange;

  /**
   * Reads all of it.
   *
   * @param batches how many were sent
   */
  KeptPositions(Connection connection, Course course, int batches) throws SQLException {
    this.course = course;
    this.batches = batches;
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(ROWS_AT_ONCE);
      readPacked(statement);
      readLog(statement);
    }
  }

  private void readPacked(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("select staff_code, fixes from patrol_chunk")) {
      while (rows.next()) {
        byte[] bytes = rows.getBytes(2);
        List<Fix> fixes = FixCodec.decode(bytes);
        note(rows.getString(1), fixes);
        packed += fixes.size();
        packedBytes += bytes.length;
      }
    }
  }

  private void readLog(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("select fixes from patrol_position_log")) {
      while (rows.next()) {
        for (PersonFixes one : PositionBatch.decode(rows.getBytes(1))) {
          note(one.staffCode(), one.fixes());
        }
      }
    }
  }

  private void note(String staffCode, List<Fix> fixes) {
    for (Fix fix : fixes) {
      long index = course.indexOf(staffCode, fix, batches);
      if (index == Course.ELSEWHERE) {
        strange++;
      } else if (index >= 0) {
        found.set(Math.toIntExact(index));
      }
    }
  }

  /** How many of those sent are not there. */
  long lost() {
    return (long) batches * course.size() - found.cardinality();
  }

  /** How many are elsewhere than they were sent. */
  long strange() {
    return strange;
  }

  double bytesAFix() {
    return packed == 0 ? 0 : (double) packedBytes / packed;
  }

  /** Fixes that are packed at the moment. */
  static long packedNow(String jdbcUrl) {
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select coalesce(sum(fix_count), 0) from patrol_chunk")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
