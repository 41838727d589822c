package org.wangge.server.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.wangge.audit.AuditChain;
import org.wangge.audit.Digest;
import org.wangge.server.audit.AuditEvidence;
import org.wangge.server.audit.AuditVerification;
import org.wangge.server.audit.StoredRecord;
import org.wangge.server.audit.VerificationReport;

/**
 * Tampers with copies of a record in all ways that somebody with the database has: each may compute
 * every hash anew, but has neither the keys nor the side file. Not thread-safe.
 */
final class AuditTampering {
  private static final byte[] NOTHING = new byte[0];

  private final List<StoredRecord> rows;
  private final int sealed;
  private final AuditEvidence evidence;
  private final Random random;

  /** A way to tamper. */
  enum Way {
    COLUMN,
    BYTE_OF_BODY,
    BYTE_OF_MARK,
    BYTE_OF_CHAIN,
    NUMBER,
    ID,
    DELETE,
    DELETE_AND_RECOMPUTE,
    INSERT_AND_RECOMPUTE,
    INSERT_COPY_AND_RECOMPUTE,
    INSERT_UNSEALED,
    SWAP_NUMBERS,
    SWAP_AND_RECOMPUTE,
    SWAP_BODIES,
    REWRITE_AND_RECOMPUTE,
    CUT_TAIL,
    CUT_UNSEALED,
    UNSEAL
  }

  /**
   * Makes it.
   *
   * @param rows sealed ones in the order of their numbers, then those not sealed
   * @param sealed how many of them are sealed
   */
  AuditTampering(List<StoredRecord> rows, int sealed, AuditEvidence evidence, long seed) {
    this.rows = List.copyOf(rows);
    this.sealed = sealed;
    this.evidence = evidence;
    this.random = new Random(seed);
  }

  /** What a verification says of rows, given as a database would give them. */
  VerificationReport verify(List<StoredRecord> given) {
    AuditVerification verification = new AuditVerification(evidence);
    given.stream()
        .filter(StoredRecord::isSealed)
        .sorted(Comparator.comparingLong(StoredRecord::number))
        .forEach(verification::sealed);
    given.stream().filter(row -> !row.isSealed()).forEach(verification::unsealed);
    return verification.finish();
  }

  /** The rows as they are. */
  List<StoredRecord> untouched() {
    return rows;
  }

  /** A copy of the rows, tampered with in one way at a random place. */
  List<StoredRecord> tamper(Way way) {
    List<StoredRecord> copy = new ArrayList<>(rows);
    switch (way) {
      case COLUMN -> change(copy, anywhere(), this::column);
      case BYTE_OF_BODY -> change(copy, anywhere(), row -> body(row, flipped(row.body())));
      case BYTE_OF_MARK -> change(copy, anywhere(), row -> mark(row, flipped(row.mark())));
      case BYTE_OF_CHAIN ->
          change(copy, within(sealed), row -> sealed(row, row.number(), flipped(row.chain())));
      case NUMBER ->
          change(copy, within(sealed), row -> sealed(row, otherNumber(row), row.chain()));
      case ID -> change(copy, anywhere(), row -> id(row, new UUID(random.nextLong(), 1)));
      case DELETE -> copy.remove(anywhere());
      case DELETE_AND_RECOMPUTE -> delete(copy);
      case INSERT_AND_RECOMPUTE -> insert(copy, forged(copy.get(anywhere())));
      case INSERT_COPY_AND_RECOMPUTE -> insert(copy, id(copy.get(anywhere()), UUID.randomUUID()));
      case INSERT_UNSEALED -> copy.add(sealed(forged(copy.get(anywhere())), 0, NOTHING));
      case SWAP_NUMBERS -> swap(copy, false);
      case SWAP_AND_RECOMPUTE -> swap(copy, true);
      case SWAP_BODIES -> swapBodies(copy);
      case REWRITE_AND_RECOMPUTE -> rewrite(copy);
      case CUT_TAIL -> copy.subList(within(sealed), copy.size()).clear();
      case CUT_UNSEALED -> copy.subList(unsealed(), copy.size()).clear();
      case UNSEAL -> change(copy, within(sealed), row -> sealed(row, 0, NOTHING));
    }
    return copy;
  }

  private interface Change {
    StoredRecord of(StoredRecord row);
  }

  private static void change(List<StoredRecord> copy, int at, Change change) {
    copy.set(at, change.of(copy.get(at)));
  }

  private int anywhere() {
    return random.nextInt(rows.size());
  }

  private int within(int count) {
    return random.nextInt(count);
  }

  private int unsealed() {
    return sealed + random.nextInt(rows.size() - sealed);
  }

  private byte[] flipped(byte[] bytes) {
    byte[] copy = bytes.clone();
    copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
    return copy;
  }

  private long otherNumber(StoredRecord row) {
    return row.number() + 1 + random.nextInt(2 * sealed);
  }

  private StoredRecord column(StoredRecord row) {
    StoredRecord.Columns was = row.columns();
    int which = random.nextInt(6);
    StoredRecord.Columns now =
        new StoredRecord.Columns(
            which == 0 ? "0" : was.writer(),
            which == 1 ? was.at().plusNanos(1_000) : was.at(),
            which == 2 ? was.account() + "2" : was.account(),
            which == 3 ? "nothing" : was.action(),
            which == 4 ? was.subject() + "2" : was.subject(),
            which == 5 ? "refused" : was.outcome());
    return new StoredRecord(row.id(), now, row.body(), row.mark(), row.number(), row.chain());
  }

  private static StoredRecord id(StoredRecord row, UUID id) {
    return new StoredRecord(id, row.columns(), row.body(), row.mark(), row.number(), row.chain());
  }

  private static StoredRecord body(StoredRecord row, byte[] body) {
    return new StoredRecord(row.id(), row.columns(), body, row.mark(), row.number(), row.chain());
  }

  private static StoredRecord mark(StoredRecord row, byte[] mark) {
    return new StoredRecord(row.id(), row.columns(), row.body(), mark, row.number(), row.chain());
  }

  private static StoredRecord sealed(StoredRecord row, long number, byte[] chain) {
    return new StoredRecord(row.id(), row.columns(), row.body(), row.mark(), number, chain);
  }

  /** A row that is right in all but its mark, for which the key is needed. */
  private StoredRecord forged(StoredRecord model) {
    UUID id = new UUID(model.id().getMostSignificantBits() + 1, random.nextLong());
    String text = new String(model.body(), StandardCharsets.UTF_8);
    byte[] body =
        text.replace(model.id().toString(), id.toString()).getBytes(StandardCharsets.UTF_8);
    byte[] mark = new byte[Digest.BYTES];
    random.nextBytes(mark);
    return new StoredRecord(id, model.columns(), body, mark, model.number(), model.chain());
  }

  private void delete(List<StoredRecord> copy) {
    copy.remove(within(sealed));
    recompute(copy, sealed - 1);
  }

  private void insert(List<StoredRecord> copy, StoredRecord row) {
    copy.add(within(sealed + 1), row);
    recompute(copy, sealed + 1);
  }

  private void swap(List<StoredRecord> copy, boolean recomputing) {
    int one = within(sealed);
    int other = (one + 1 + random.nextInt(sealed - 1)) % sealed;
    Collections.swap(copy, one, other);
    if (recomputing) {
      recompute(copy, sealed);
      return;
    }
    for (int at : List.of(one, other)) {
      change(copy, at, row -> sealed(row, rows.get(at).number(), row.chain()));
    }
  }

  /** Everything but the id, the number and the link changes places. */
  private void swapBodies(List<StoredRecord> copy) {
    int one = anywhere();
    int other = (one + 1 + random.nextInt(rows.size() - 1)) % rows.size();
    StoredRecord first = rows.get(one);
    StoredRecord second = rows.get(other);
    copy.set(one, with(first, second));
    copy.set(other, with(second, first));
  }

  private static StoredRecord with(StoredRecord row, StoredRecord what) {
    return new StoredRecord(
        row.id(), what.columns(), what.body(), what.mark(), row.number(), row.chain());
  }

  /** Says in bytes and columns that it was somebody else. */
  private void rewrite(List<StoredRecord> copy) {
    change(
        copy,
        anywhere(),
        row -> {
          StoredRecord.Columns was = row.columns();
          String text = new String(row.body(), StandardCharsets.UTF_8);
          String account = "\"account\":\"";
          return new StoredRecord(
              row.id(),
              new StoredRecord.Columns(
                  was.writer(),
                  was.at(),
                  "x" + was.account(),
                  was.action(),
                  was.subject(),
                  was.outcome()),
              text.replace(account, account + "x").getBytes(StandardCharsets.UTF_8),
              row.mark(),
              row.number(),
              row.chain());
        });
    recompute(copy, sealed);
  }

  /** Numbers and links the first rows anew, as the sealer would have. */
  private static void recompute(List<StoredRecord> copy, int count) {
    Digest chain = Digest.ZERO;
    for (int i = 0; i < count; i++) {
      StoredRecord row = copy.get(i);
      chain = AuditChain.next(chain, i + 1L, row.id(), row.body());
      copy.set(i, sealed(row, i + 1L, chain.bytes()));
    }
  }
}
