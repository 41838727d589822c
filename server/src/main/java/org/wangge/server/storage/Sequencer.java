package org.wangge.server.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives committed events their numbers: 1, 2, 3 … without a gap, in one place, so that a reader who
 * goes on after the last number it saw misses nothing and sees nothing twice. (An identity column
 * does not have that property: a later number may be committed first.) One thread; among several
 * processes on one database only the leader numbers. The connection that numbers is the connection
 * that holds the leader's lock, so losing one loses the other.
 */
public final class Sequencer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Sequencer.class);
  private static final int BATCH = 2_000;
  private static final long POLL_MILLIS = 25;
  private static final long RETRY_MILLIS = 1_000;

  private final Database database;
  private final LongConsumer numbered;
  private final Semaphore wakeUp = new Semaphore(0);
  private final Thread thread;
  private volatile boolean stopped;

  /**
   * Makes the sequencer; {@link #start} sets it going.
   *
   * @param numbered is told the newest number after each batch, on the sequencer's thread
   */
  public Sequencer(Database database, LongConsumer numbered) {
    this.database = database;
    this.numbered = numbered;
    this.thread = new Thread(this::run, "sequencer");
    thread.setDaemon(true);
    database.afterCommit(events -> wakeUp.release());
  }

  public void start() {
    thread.start();
  }

  private void run() {
    while (!stopped) {
      try {
        leadOnce();
      } catch (SQLException e) {
        if (!stopped) {
          log.warn("numbering of events paused: {}", e.getMessage());
          pause(RETRY_MILLIS);
        }
      }
    }
  }

  private void leadOnce() throws SQLException {
    Connection connection = database.connect();
    try {
      lead(connection);
    } finally {
      // Back in the pool it would go on holding the leader's lock.
      database.discard(connection);
    }
  }

  /** Numbers for as long as this connection leads. */
  private void lead(Connection connection) throws SQLException {
    while (!stopped && !database.dialect().lead(connection)) {
      connection.rollback();
      pause(RETRY_MILLIS);
    }
    connection.commit();
    while (!stopped) {
      int count = numberBatch(connection);
      if (count < BATCH) {
        pause(POLL_MILLIS);
      }
    }
  }

  private int numberBatch(Connection connection) throws SQLException {
    // The look is cheap and takes no lock; only when there is work is the writers' lock taken on
    // H2.
    if (unnumbered(connection, 1).isEmpty()) {
      connection.rollback();
      return 0;
    }
    @Nullable SQLException[] failure = new SQLException[1];
    long[] newest = new long[1];
    int count =
        database.whileNobodyWrites(
            () -> {
              try {
                return number(connection, newest);
              } catch (SQLException e) {
                failure[0] = e;
                return 0;
              }
            });
    if (failure[0] != null) {
      connection.rollback();
      throw failure[0];
    }
    if (count > 0) {
      numbered.accept(newest[0]);
    }
    return count;
  }

  private static int number(Connection connection, long[] newest) throws SQLException {
    List<Long> ids = unnumbered(connection, BATCH);
    long next = newestNumber(connection);
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
    newest[0] = next;
    return ids.size();
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

  private void pause(long millis) {
    try {
      if (wakeUp.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
        wakeUp.drainPermits();
      }
    } catch (InterruptedException e) {
      stopped = true;
    }
  }

  @Override
  public void close() {
    stopped = true;
    wakeUp.release();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
