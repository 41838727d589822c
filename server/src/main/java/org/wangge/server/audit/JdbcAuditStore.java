package org.wangge.server.audit;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.wangge.audit.Digest;
import org.wangge.event.Tx;
import org.wangge.server.storage.AuditIds;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.Where;

/** Reads the record. Who may is decided by {@link AuditDesk}. Thread-safe. */
public final class JdbcAuditStore {
  /** Ids grow with time but for what was written in one go, or before a clock was set back. */
  private static final Duration SLACK = Duration.ofHours(1);

  private static final String COLUMNS =
      "id, writer, occurred_at, account, action, subject, outcome, body, mark, number, chain";

  /** Sealed records after a number, in the order of their numbers. */
  public List<StoredRecord> sealedAfter(Tx tx, long number, int limit) {
    return JdbcTx.of(tx)
        .query(
            "select " + COLUMNS + " from audit_record where number > ? order by number limit ?",
            JdbcAuditStore::stored,
            number,
            limit);
  }

  /** Records that are not sealed yet, after an id, in the order of their ids. */
  public List<StoredRecord> unsealedAfter(Tx tx, UUID id, int limit) {
    return JdbcTx.of(tx)
        .query(
            "select "
                + COLUMNS
                + " from audit_record where number is null and id > ? order by id limit ?",
            JdbcAuditStore::stored,
            id,
            limit);
  }

  /** The records that match, newest first. */
  List<StoredRecord> list(Tx tx, AuditFilter filter, int limit) {
    Where where =
        new Where()
            .andIf("account = ?", filter.account())
            .andIf("action = ?", filter.action())
            .andIf("subject = ?", filter.subject())
            .andIf("outcome = ?", filter.outcome())
            .andIf("id < ?", filter.before());
    if (filter.from() != null) {
      where.and("occurred_at >= ?", filter.from());
      where.and("id >= ?", AuditIds.firstOf(filter.from().minus(SLACK)));
    }
    if (filter.to() != null) {
      where.and("occurred_at < ?", filter.to());
      where.and("id < ?", AuditIds.firstOf(filter.to().plus(SLACK)));
    }
    return JdbcTx.of(tx)
        .query(
            "select " + COLUMNS + " from audit_record" + where.sql() + " order by id desc limit ?",
            JdbcAuditStore::stored,
            where.parameters(limit));
  }

  /** What a record is bound to: the digest of its bytes and its number, 0 before it is sealed. */
  record Standing(Digest digest, long number) {}

  /** A record as it stands, if it is there. */
  Optional<Standing> find(Tx tx, UUID id) {
    return JdbcTx.of(tx)
        .queryOne(
            "select body, coalesce(number, 0) as number from audit_record where id = ?",
            row -> new Standing(Digest.over(row.bytes("body")), row.number("number")),
            id);
  }

  /** The greatest number there is, or 0. */
  public long newest(Tx tx) {
    return JdbcTx.of(tx)
        .queryOne(
            "select coalesce(max(number), 0) as newest from audit_record",
            row -> row.number("newest"))
        .orElse(0L);
  }

  private static StoredRecord stored(Row row) throws SQLException {
    byte[] chain = row.bytes("chain");
    return new StoredRecord(
        UUID.fromString(row.string("id")),
        new StoredRecord.Columns(
            row.string("writer"),
            row.instant("occurred_at"),
            row.string("account"),
            row.string("action"),
            row.string("subject"),
            row.string("outcome")),
        row.bytes("body"),
        row.bytes("mark"),
        row.number("number"),
        chain == null ? new byte[0] : chain);
  }
}
