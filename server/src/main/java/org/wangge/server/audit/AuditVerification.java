package org.wangge.server.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wangge.audit.Digest;
import org.wangge.server.audit.Finding.Kind;
import org.wangge.server.storage.AuditBody;
import org.wangge.server.storage.AuditIds;

/**
 * Holds what the database gives against itself and against what is known outside of it. Told of
 * every sealed record in the order of their numbers, then of those not sealed yet, then asked for
 * the report. Not thread-safe.
 */
public final class AuditVerification {
  private static final int MOST_LISTED = 100;

  private final AuditEvidence evidence;
  private final Map<Long, Map<Digest, Kind>> expectedLinks = new HashMap<>();
  private final Map<UUID, Digest> awaited;
  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
  private final List<Finding> listed = new ArrayList<>();
  private long number;
  private Digest chain = Digest.ZERO;
  private long sealed;
  private long unsealed;

  public AuditVerification(AuditEvidence evidence) {
    this.evidence = evidence;
    awaited = new HashMap<>(evidence.committed());
    evidence.heads().forEach(head -> expect(head.number(), head.chain(), Kind.HEAD_DIFFERS));
    if (evidence.anchorOrNull() != null) {
      expect(
          evidence.anchorOrNull().number(), evidence.anchorOrNull().chain(), Kind.ANCHOR_DIFFERS);
    }
  }

  private void expect(long at, Digest link, Kind otherwise) {
    if (at > 0) {
      expectedLinks.computeIfAbsent(at, key -> new HashMap<>()).put(link, otherwise);
    }
  }

  /** The next sealed record. */
  public void sealed(StoredRecord record) {
    sealed++;
    if (record.number() <= number) {
      found(Finding.of(Kind.NUMBER_TWICE, record));
    } else if (record.number() > number + 1) {
      found(Finding.of(Kind.NUMBER_MISSING, record));
    }
    Digest expected = record.linkAfter(chain);
    Digest stored = record.link().orElse(Digest.ZERO);
    if (!expected.equals(stored)) {
      found(Finding.of(Kind.CHAIN_BROKEN, record));
    }
    Map<Digest, Kind> links = expectedLinks.remove(record.number());
    if (links != null) {
      links.forEach(
          (link, kind) -> {
            if (!link.equals(stored)) {
              found(Finding.of(kind, record));
            }
          });
    }
    number = Math.max(number, record.number());
    // Gone on from what is stored, one break is told once and not at every record after it.
    chain = stored;
    check(record);
  }

  /** A record that is not sealed yet. */
  public void unsealed(StoredRecord record) {
    unsealed++;
    check(record);
  }

  private void check(StoredRecord record) {
    if (!evidence.key().mark(record.body()).equals(mark(record))) {
      found(Finding.of(Kind.MARK_WRONG, record));
    }
    try {
      if (!columns(AuditBody.texts(record.body()), record)) {
        found(Finding.of(Kind.COLUMNS_DIFFER, record));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      found(Finding.of(Kind.BODY_UNREADABLE, record));
    }
    Digest noted = awaited.remove(record.id());
    if (noted != null && !noted.equals(record.digest())) {
      found(Finding.of(Kind.RECORD_CHANGED, record));
    }
  }

  private static Digest mark(StoredRecord record) {
    return record.mark().length == Digest.BYTES ? Digest.of(record.mark()) : Digest.ZERO;
  }

  private static boolean columns(Map<String, String> texts, StoredRecord record) {
    StoredRecord.Columns columns = record.columns();
    return record.id().toString().equals(texts.get("id"))
        && columns.writer().equals(texts.get("writer"))
        && columns.at().equals(Instant.parse(texts.getOrDefault("at", "")))
        && columns.account().equals(texts.get("account"))
        && columns.action().equals(texts.get("action"))
        && columns.subject().equals(texts.get("subject"))
        && columns.outcome().equals(texts.get("outcome"));
  }

  private void found(Finding finding) {
    counts.merge(finding.kind(), 1L, Long::sum);
    if (listed.size() < MOST_LISTED) {
      listed.add(finding);
    }
  }

  /** How many records have been told of. */
  public long checked() {
    return sealed + unsealed;
  }

  /** What was found, when every record has been told of. */
  public VerificationReport finish() {
    if (!evidence.headKept() && sealed > 0) {
      found(Finding.of(Kind.HEAD_MISSING, 0));
    }
    for (int i = 0; i < evidence.forged(); i++) {
      found(Finding.of(Kind.HEAD_FORGED, 0));
    }
    if (evidence.damagedLines() > 0) {
      found(Finding.of(Kind.JOURNAL_DAMAGED, 0));
    }
    expectedLinks.forEach(
        (at, links) -> links.values().forEach(kind -> found(Finding.of(unmet(kind, at), at))));
    awaited.keySet().stream()
        .sorted()
        .forEach(id -> found(new Finding(Kind.RECORD_LOST, 0, id, AuditIds.timeOf(id))));
    return new VerificationReport(sealed, unsealed, number, chain, counts, listed);
  }

  private Kind unmet(Kind kind, long at) {
    return kind == Kind.HEAD_DIFFERS && at > number ? Kind.TAIL_CUT : kind;
  }
}
