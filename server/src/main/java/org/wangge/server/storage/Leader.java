package org.wangge.server.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does something with committed rows in batches, soon after each commit. Among
 * several processes on one database only the leader does it. The connection that works is the
 * connection that holds the leader's lock, so losing one loses the other.
 */
final class Leader implements AutoCloseable {
  /** How many rows a batch may have at most; a full one is followed by the next at once. */
  static final int BATCH = 2_000;

  private static final Logger log = LoggerFactory.getLogger(Leader.class);
  private static final int RETRY_MILLIS = 1_000;

  /** Between batches, so that many small commits are worked on together. */
  private static final int REST_MILLIS = 10;

  private final Database database;
  private final LeaderTask task;
  private final int pollMillis;
  private final Batch batch;
  private final Semaphore wakeUp = new Semaphore(0);
  private final Thread thread;
  private volatile boolean stopped;

  /** What is done, once for each batch. */
  interface Batch {
    /** Whether there is anything to do. Cheap; takes no lock. */
    boolean isDue(Connection connection) throws SQLException;

    /**
     * Does and commits it, while nobody writes where writers come one at a time.
     *
     * @return how many rows
     */
    int run(Connection connection) throws SQLException;

    /** What follows a batch, when writers may write again. */
    default void done() {}
  }

  Leader(Database database, LeaderTask task, int pollMillis, Batch batch) {
    this.database = database;
    this.task = task;
    this.pollMillis = pollMillis;
    this.batch = batch;
    this.thread = new Thread(this::run, task.threadName());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Does not wait for the next look. */
  void wakeUp() {
    wakeUp.release();
  }

  private void run() {
    while (!stopped) {
      try {
        leadOnce();
      } catch (SQLException | RuntimeException e) {
        if (!stopped) {
          log.warn("the {} paused: {}", task.threadName(), e.getMessage());
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

  /** Works for as long as this connection leads. */
  private void lead(Connection connection) throws SQLException {
    while (!stopped && !database.dialect().lead(connection, task)) {
      connection.rollback();
      pause(RETRY_MILLIS);
    }
    connection.commit();
    while (!stopped) {
      int count = runBatch(connection);
      if (count < BATCH) {
        rest(count);
        pause(pollMillis);
      }
    }
  }

  private void rest(int count) {
    if (count > 0 && !stopped) {
      try {
        Thread.sleep(REST_MILLIS);
      } catch (InterruptedException e) {
        stopped = true;
      }
    }
  }

  private int runBatch(Connection connection) throws SQLException {
    // Only when there is work is the writers' lock taken on H2.
    boolean due = batch.isDue(connection);
    connection.rollback();
    if (!due) {
      return 0;
    }
    @Nullable SQLException[] failure = new SQLException[1];
    int count =
        database.whileNobodyWrites(
            () -> {
              try {
                return batch.run(connection);
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
      batch.done();
    }
    return count;
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
