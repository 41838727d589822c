package org.wangge.server.storage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.audit.AuditEntry;
import org.wangge.audit.AuditRecord;
import org.wangge.audit.Digest;
import org.wangge.event.DomainEvent;
import org.wangge.server.storage.AuditWitness.Pledged;

/**
 * Writes what a transaction did and showed into the record, unsealed: each of its events, and what
 * was recorded beside them. Thread-safe.
 */
final class AuditWriter {
  private static final String INSERT =
      """
      insert into audit_record
        (id, writer, occurred_at, account, action, subject, outcome, body, mark)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final AuditIds ids = new AuditIds();

  /** Writes the rows and gives what to tell the witness of them. */
  List<Pledged> write(JdbcTx tx, List<DomainEvent> events, AuditWitness witness) {
    if (events.isEmpty() && tx.audited().isEmpty()) {
      return List.of();
    }
    List<AuditEntry> entries = new ArrayList<>(events.size() + tx.audited().size());
    events.forEach(
        event -> entries.add(AuditEntry.done(event.type(), event.subject(), event.facts())));
    entries.addAll(tx.audited());
    List<@Nullable Object[]> rows = new ArrayList<>(entries.size());
    List<Pledged> pledged = new ArrayList<>(entries.size());
    for (AuditEntry entry : entries) {
      AuditRecord record = record(tx, entry, witness.writer());
      byte[] body = AuditBody.bytes(record);
      rows.add(row(record, body, witness.mark(body)));
      pledged.add(new Pledged(record.id(), Digest.over(body)));
    }
    tx.updateAll(INSERT, rows);
    return Collections.unmodifiableList(pledged);
  }

  private AuditRecord record(JdbcTx tx, AuditEntry entry, String writer) {
    Caller caller = tx.caller();
    boolean known = !caller.isAnonymous();
    return new AuditRecord(
        ids.next(tx.now()),
        writer,
        tx.now(),
        caller.account(),
        caller.roles().stream().map(Role::word).sorted().toList(),
        known ? caller.origin().addressOrNull() : null,
        known ? caller.origin().sessionOrNull() : null,
        entry);
  }

  private static @Nullable Object[] row(AuditRecord record, byte[] body, Digest mark) {
    return new Object[] {
      record.id(),
      record.writer(),
      record.at(),
      record.account(),
      record.action(),
      record.subject(),
      record.outcome().word(),
      body,
      mark.bytes()
    };
  }
}
