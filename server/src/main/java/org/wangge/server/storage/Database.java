package org.wangge.server.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.Caller;
import org.wangge.event.DomainEvent;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;

/**
 * The one door to the database. A write transaction's events go into the same transaction;
 * listeners are told of them after the commit, on the writer's thread, before its caller gets the
 * answer. Thread-safe.
 */
public final class Database implements Transactions, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Database.class);

  private final HikariDataSource pool;
  private final HikariDataSource reads;
  private final Dialect dialect;
  private final Clock clock;
  private final EventWriter eventWriter = new EventWriter();
  private final AuditWriter auditWriter = new AuditWriter();
  private volatile AuditWitness witness = AuditWitness.NONE;
  private final ReentrantLock oneWriter = new ReentrantLock(true);
  private final List<Consumer<List<DomainEvent>>> listeners = new CopyOnWriteArrayList<>();

  /**
   * Makes the door.
   *
   * @param pool of connections that write
   * @param reads of connections that only read, each transaction as of one instant
   */
  Database(HikariDataSource pool, HikariDataSource reads, Dialect dialect, Clock clock) {
    this.pool = pool;
    this.reads = reads;
    this.dialect = dialect;
    this.clock = clock;
  }

  /**
   * Tells a listener of every committed transaction that had events. It must be quick and must not
   * throw.
   */
  public void afterCommit(Consumer<List<DomainEvent>> listener) {
    listeners.add(listener);
  }

  /** Has every record seen by a witness from now on; closed with the database. */
  public void witnessedBy(AuditWitness given) {
    witness = given;
  }

  /** What a transaction answers, and what was noted of it. */
  private record Done<T>(T answer, AuditWitness.Pledge pledge) {}

  @Override
  public <T> T write(Caller caller, Function<Tx, T> work) {
    if (!dialect.writesOneAtATime()) {
      return writeNow(caller, work).answer();
    }
    Done<T> done;
    oneWriter.lock();
    try {
      done = writeNow(caller, work);
    } finally {
      oneWriter.unlock();
    }
    // Such a database survives a kill but no power cut, so the note need not be on the disk before
    // the commit; here those who wrote one after the other share the forcing of it.
    done.pledge().force();
    return done.answer();
  }

  private <T> Done<T> writeNow(Caller caller, Function<Tx, T> work) {
    T answer;
    List<DomainEvent> events;
    AuditWitness.Pledge pledge = AuditWitness.Pledge.NONE;
    try (Connection connection = pool.getConnection()) {
      dialect.prepare(connection);
      connection.setAutoCommit(false);
      JdbcTx tx = new JdbcTx(connection, dialect, caller, this::now);
      try {
        answer = work.apply(tx);
        events = List.copyOf(tx.events());
        eventWriter.write(tx, events);
        List<AuditWitness.Pledged> records = auditWriter.write(tx, events, witness);
        if (!records.isEmpty()) {
          pledge = witness.pledge(records);
        }
        if (!dialect.writesOneAtATime()) {
          pledge.force();
        }
        connection.commit();
      } catch (RuntimeException | Error e) {
        rollBack(connection, e);
        pledge.unsure();
        throw e;
      }
    } catch (SQLException e) {
      pledge.unsure();
      throw new StorageFailure("transaction", e);
    }
    pledge.kept();
    if (!events.isEmpty()) {
      tellListeners(events);
    }
    return new Done<>(answer, pledge);
  }

  private void tellListeners(List<DomainEvent> events) {
    for (Consumer<List<DomainEvent>> listener : listeners) {
      try {
        listener.accept(events);
      } catch (RuntimeException e) {
        // The change is committed; whoever asked for it must not be told otherwise.
        log.error("a listener failed after a commit", e);
      }
    }
  }

  @Override
  public <T> T read(Function<Tx, T> work) {
    try (Connection connection = reads.getConnection()) {
      dialect.prepare(connection);
      JdbcTx tx = new JdbcTx(connection, dialect, Caller.upkeep(), this::now);
      try {
        return work.apply(tx);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new StorageFailure("reading", e);
    }
  }

  private static void rollBack(Connection connection, Throwable reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  /**
   * Both databases keep microseconds; cutting here keeps what was answered equal to what is stored.
   */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Runs something while no write transaction can, where writes run one at a time. */
  <T> T whileNobodyWrites(Supplier<T> work) {
    if (!dialect.writesOneAtATime()) {
      return work.get();
    }
    oneWriter.lock();
    try {
      return work.get();
    } finally {
      oneWriter.unlock();
    }
  }

  /** A connection outside the transactions, for the sequencer. */
  Connection connect() throws SQLException {
    Connection connection = pool.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  /** Ends a connection for good instead of giving it back. */
  void discard(Connection connection) {
    pool.evictConnection(connection);
  }

  public Dialect dialect() {
    return dialect;
  }

  @Override
  public void close() {
    reads.close();
    try {
      Connection connection = pool.getConnection();
      dialect.close(connection);
      discard(connection);
    } catch (SQLException e) {
      log.warn("the database did not close tidily: {}", e.getMessage());
    }
    pool.close();
    witness.close();
  }
}
