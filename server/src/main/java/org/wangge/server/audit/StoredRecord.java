package org.wangge.server.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.wangge.audit.AuditChain;
import org.wangge.audit.Digest;

/**
 * A row of the record as the database gives it, believed in nothing. Not a record of Java because
 * of its arrays; nobody may change these.
 */
public final class StoredRecord {
  private final UUID id;
  private final Columns columns;
  private final byte[] body;
  private final byte[] mark;
  private final long number;
  private final byte[] chain;

  /** The columns that repeat what stands in the bytes. */
  public record Columns(
      String writer, Instant at, String account, String action, String subject, String outcome) {}

  /**
   * Makes one.
   *
   * @param number 0 before it is sealed
   * @param chain empty before it is sealed
   */
  public StoredRecord(
      UUID id, Columns columns, byte[] body, byte[] mark, long number, byte[] chain) {
    this.id = id;
    this.columns = columns;
    this.body = body;
    this.mark = mark;
    this.number = number;
    this.chain = chain;
  }

  public UUID id() {
    return id;
  }

  public Columns columns() {
    return columns;
  }

  public byte[] body() {
    return body;
  }

  public byte[] mark() {
    return mark;
  }

  public long number() {
    return number;
  }

  public byte[] chain() {
    return chain;
  }

  public boolean isSealed() {
    return number != 0;
  }

  /** Its link, where it has one of the right length. */
  Optional<Digest> link() {
    return chain.length == Digest.BYTES ? Optional.of(Digest.of(chain)) : Optional.empty();
  }

  /** The link it should have after another. */
  Digest linkAfter(Digest before) {
    return AuditChain.next(before, number, id, body);
  }

  Digest digest() {
    return Digest.over(body);
  }
}
