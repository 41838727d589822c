package org.wangge.server.storage;

import java.util.List;
import java.util.UUID;
import org.wangge.audit.Digest;

/**
 * Sees every audit record outside the database before its transaction commits, so that one that is
 * lost there is missed. Thread-safe.
 */
public interface AuditWitness extends AutoCloseable {

  /** Nobody: for one-off databases of benchmarks and tests. */
  AuditWitness NONE =
      new AuditWitness() {
        @Override
        public String writer() {
          return "nobody";
        }

        @Override
        public Digest mark(byte[] body) {
          return Digest.over(body);
        }

        @Override
        public Pledge pledge(List<Pledged> records) {
          return Pledge.NONE;
        }

        @Override
        public void close() {
          // Nothing is held.
        }
      };

  /** Id of the installation, as it stands in each record it writes. */
  String writer();

  /** What shows that the installation, and nobody who merely has the database, made some bytes. */
  Digest mark(byte[] body);

  /**
   * Notes down what a transaction is about to commit; survives a kill of the process when this
   * returns, and a power cut after {@link Pledge#force}.
   *
   * @throws AuditUnwritable when it cannot be noted; then the transaction must not be committed
   */
  Pledge pledge(List<Pledged> records);

  @Override
  void close();

  /** A record that is about to be committed, and the digest of its bytes. */
  record Pledged(UUID id, Digest digest) {}

  /** What was noted of one transaction, and how that ends. */
  interface Pledge {
    /** A transaction without records. */
    Pledge NONE =
        new Pledge() {
          @Override
          public void force() {
            // Nothing was noted.
          }

          @Override
          public void kept() {
            // Nothing was noted.
          }

          @Override
          public void unsure() {
            // Nothing was noted.
          }
        };

    /**
     * Returns when the note is on the disk. Those who ask at the same time share one forcing.
     *
     * @throws AuditUnwritable when it cannot be had
     */
    void force();

    /** The transaction is committed: from now on its records must be there. */
    void kept();

    /** The commit failed, or nobody knows: whether the records are there has to be looked up. */
    void unsure();
  }
}
