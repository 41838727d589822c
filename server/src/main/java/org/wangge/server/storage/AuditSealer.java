package org.wangge.server.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.wangge.audit.AuditChain;
import org.wangge.audit.Digest;

/**
 * Seals committed audit records: numbers them 1, 2, 3 … in one place and ties each to all before
 * it, within a second of its commit. Whoever writes a record does not wait for that. It does not
 * judge what it finds: a forged row is sealed too, and so stays as evidence
 * (docs/decisions/021-audit.md). One thread, in one process of a database.
 */
public final class AuditSealer implements AutoCloseable {
  private static final int POLL_MILLIS = 250;

  private final Runnable sealed;
  private final Leader leader;

  /**
   * Makes the sealer; {@link #start} sets it going.
   *
   * @param sealed is told after each batch, on the sealer's thread
   */
  public AuditSealer(Database database, Runnable sealed) {
    this.sealed = sealed;
    this.leader = new Leader(database, LeaderTask.SEAL, POLL_MILLIS, new Sealing());
  }

  public void start() {
    leader.start();
  }

  @Override
  public void close() {
    leader.close();
  }

  /** Where the chain ends. */
  private record End(long number, Digest chain) {}

  /** A row that waits. */
  private static final class Waiting {
    private final UUID id;
    private final byte[] body;

    Waiting(UUID id, byte[] body) {
      this.id = id;
      this.body = body;
    }
  }

  /** Seals one batch. */
  private final class Sealing implements Leader.Batch {
    @Override
    public boolean isDue(Connection connection) throws SQLException {
      return !waiting(connection, 1).isEmpty();
    }

    @Override
    public int run(Connection connection) throws SQLException {
      List<Waiting> rows = waiting(connection, Leader.BATCH);
      seal(connection, rows, end(connection));
      return rows.size();
    }

    @Override
    public void done() {
      sealed.run();
    }
  }

  private static void seal(Connection connection, List<Waiting> rows, End end) throws SQLException {
    long number = end.number();
    Digest chain = end.chain();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update audit_record set number = ?, chain = ? where id = ? and number is null")) {
      for (Waiting row : rows) {
        chain = AuditChain.next(chain, ++number, row.id, row.body);
        statement.setLong(1, number);
        statement.setBytes(2, chain.bytes());
        statement.setObject(3, row.id);
        statement.addBatch();
      }
      statement.executeBatch();
    }
    connection.commit();
  }

  private static List<Waiting> waiting(Connection connection, int limit) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select id, body from audit_record where number is null order by id limit ?")) {
      statement.setInt(1, limit);
      List<Waiting> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(new Waiting(result.getObject(1, UUID.class), result.getBytes(2)));
        }
      }
      return rows;
    }
  }

  private static End end(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select number, chain from audit_record
                where number = (select max(number) from audit_record)
                """)) {
      return row.next() ? new End(row.getLong(1), link(row.getBytes(2))) : new End(0, Digest.ZERO);
    }
  }

  /** One that somebody spoilt is gone on from all the same: whoever verifies will find it. */
  private static Digest link(byte[] chain) {
    return chain.length == Digest.BYTES ? Digest.of(chain) : Digest.over(chain);
  }
}
