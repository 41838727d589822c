package org.wangge.server.audit;

import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;

/** Reads the whole record, on one consistent state, into a verification. */
public final class VerificationRun {
  private static final int PAGE = 5_000;
  private static final UUID FIRST = new UUID(0, 0);

  private VerificationRun() {}

  /**
   * Verifies all there is.
   *
   * @param evidence taken before
   * @param progress is told now and then how many records have been checked
   */
  public static VerificationReport of(
      Transactions transactions,
      JdbcAuditStore store,
      AuditEvidence evidence,
      LongConsumer progress) {
    AuditVerification verification = new AuditVerification(evidence);
    return transactions.read(
        tx -> {
          sealed(tx, store, verification, progress);
          unsealed(tx, store, verification, progress);
          return verification.finish();
        });
  }

  private static void sealed(
      Tx tx, JdbcAuditStore store, AuditVerification verification, LongConsumer progress) {
    long number = Long.MIN_VALUE;
    List<StoredRecord> page = store.sealedAfter(tx, number, PAGE);
    while (!page.isEmpty()) {
      page.forEach(verification::sealed);
      progress.accept(verification.checked());
      page = store.sealedAfter(tx, page.get(page.size() - 1).number(), PAGE);
    }
  }

  private static void unsealed(
      Tx tx, JdbcAuditStore store, AuditVerification verification, LongConsumer progress) {
    List<StoredRecord> page = store.unsealedAfter(tx, FIRST, PAGE);
    while (!page.isEmpty()) {
      page.forEach(verification::unsealed);
      progress.accept(verification.checked());
      page = store.unsealedAfter(tx, page.get(page.size() - 1).id(), PAGE);
    }
  }
}
