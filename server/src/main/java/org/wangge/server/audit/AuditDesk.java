package org.wangge.server.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.audit.AuditEntry;
import org.wangge.event.Transactions;
import org.wangge.fault.Forbidden;

/**
 * Shows the record to those who may read it. A record is not of an area, so the right must be held
 * everywhere: who is responsible for one community does not see who looked at what elsewhere.
 * Thread-safe.
 */
final class AuditDesk {
  private final Transactions transactions;
  private final JdbcAuditStore store;
  private final AuditHead head;
  private final VerificationInBackground verification;

  AuditDesk(
      Transactions transactions,
      JdbcAuditStore store,
      AuditHead head,
      VerificationInBackground verification) {
    this.transactions = transactions;
    this.store = store;
    this.head = head;
    this.verification = verification;
  }

  /** The records that match, newest first. */
  List<StoredRecord> list(Caller caller, AuditFilter filter, int limit) {
    permit(caller);
    return transactions.read(tx -> store.list(tx, filter, limit));
  }

  /** The newest signed head, or the anchor of a day. */
  Optional<SignedHead> anchor(Caller caller, Optional<LocalDate> day) {
    permit(caller);
    return day.isPresent() ? head.anchor(day.get()) : head.newest();
  }

  String publicKey() {
    return head.publicKey();
  }

  /** Begins to verify the record where that is not under way, and tells how far it is. */
  VerificationInBackground.Progress verify(Caller caller, Optional<AuditEvidence.Anchor> anchor) {
    permit(caller);
    transactions.write(
        caller,
        tx -> {
          tx.audit(AuditEntry.done("audit-verified", "", Map.of()));
          return true;
        });
    return verification.begin(anchor);
  }

  VerificationInBackground.Progress progress(Caller caller) {
    permit(caller);
    return verification.progress();
  }

  /** Refuses whoever may not read all of it. */
  static void permit(Caller caller) {
    if (!caller.with(Right.READ_AUDIT).scope().everywhere()) {
      throw new Forbidden("area-scope");
    }
  }
}
