package org.wangge.server.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Gives committed events their numbers: 1, 2, 3 … without a gap, in one place, so that a reader who
 * goes on after the last number it saw misses nothing and sees nothing twice. (An identity column
 * does not have that property: a later number may be committed first.) One thread, in one process
 * of a database.
 */
public final class Sequencer implements AutoCloseable {
  private static final int POLL_MILLIS = 25;

  private final LongConsumer numbered;
  private final Leader leader;

  /**
   * Makes the sequencer; {@link #start} sets it going.
   *
   * @param numbered is told the newest number after each batch, on the sequencer's thread
   */
  public Sequencer(Database database, LongConsumer numbered) {
    this.numbered = numbered;
    this.leader = new Leader(database, LeaderTask.SEQUENCE, POLL_MILLIS, new Numbering());
    database.afterCommit(events -> leader.wakeUp());
  }

  public void start() {
    leader.start();
  }

  @Override
  public void close() {
    leader.close();
  }

  /** Numbers one batch. */
  private final class Numbering implements Leader.Batch {
    private long newest;

    @Override
    public boolean isDue(Connection connection) throws SQLException {
      return !unnumbered(connection, 1).isEmpty();
    }

    @Override
    public int run(Connection connection) throws SQLException {
      List<Long> ids = unnumbered(connection, Leader.BATCH);
      newest = number(connection, ids, newestNumber(connection));
      return ids.size();
    }

    @Override
    public void done() {
      numbered.accept(newest);
    }
  }

  private static long number(Connection connection, List<Long> ids, long before)
      throws SQLException {
    long next = before;
    try (PreparedStatement statement =
        connection.prepareStatement("update event_log set number = ? where id = ?")) {
      for (long id : ids) {
        statement.setLong(1, ++next);
        statement.setLong(2, id);
        statement.addBatch();
      }
      statement.executeBatch();
    }
    connection.commit();
    return next;
  }

  private static List<Long> unnumbered(Connection connection, int limit) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select id from event_log where number is null order by id limit ?")) {
      statement.setInt(1, limit);
      List<Long> ids = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getLong(1));
        }
      }
      return ids;
    }
  }

  private static long newestNumber(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select coalesce(max(number), 0) from event_log")) {
      row.next();
      return row.getLong(1);
    }
  }
}
