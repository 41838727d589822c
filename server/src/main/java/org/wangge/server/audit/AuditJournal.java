package org.wangge.server.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.audit.Digest;
import org.wangge.server.audit.JournalFiles.Noted;
import org.wangge.server.storage.AuditUnwritable;
import org.wangge.server.storage.AuditWitness;

/**
 * The side file: before a transaction commits, the id and digest of each of its records are noted
 * here; when it has committed, that too. What was noted as committed and is not in the database was
 * lost or taken out. A note is let go once its record is sealed and covered by a signed head.
 * Thread-safe.
 */
public final class AuditJournal implements AuditWitness {
  private static final Logger log = LoggerFactory.getLogger(AuditJournal.class);

  /** A segment this long is followed by the next. */
  private static final long SEGMENT_BYTES = 4_000_000;

  private final Path folder;
  private final String writer;
  private final MarkKey key;
  private final long segmentBytes;
  private final Map<UUID, Noted> notes;
  private final Set<UUID> unsure = new HashSet<>();
  private final Map<Long, Path> segments;
  private JournalSegment current;
  private long transactions;
  private boolean torn;

  private AuditJournal(Path folder, String writer, MarkKey key, long segmentBytes) {
    this.folder = folder;
    this.writer = writer;
    this.key = key;
    this.segmentBytes = segmentBytes;
    JournalFiles found = JournalFiles.read(folder, writer);
    notes = new HashMap<>(found.notes());
    segments = new HashMap<>(found.segments());
    // How a killed process's transactions ended is looked up; so is whether a head covers the rest.
    unsure.addAll(notes.keySet());
    current = begin(found.newest() + 1);
  }

  /**
   * Opens the side file of an installation.
   *
   * @param folder where; made if absent
   * @param writer id of the installation
   * @param key what its records are marked with
   * @throws AuditUnwritable when it cannot be written
   */
  public static AuditJournal open(Path folder, String writer, MarkKey key) {
    return open(folder, writer, key, SEGMENT_BYTES);
  }

  static AuditJournal open(Path folder, String writer, MarkKey key, long segmentBytes) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new AuditUnwritable("the folder of the audit's side file cannot be made", e);
    }
    return new AuditJournal(folder, writer, key, segmentBytes);
  }

  private JournalSegment begin(long number) {
    Path file = JournalFiles.file(folder, writer, number);
    JournalSegment segment = new JournalSegment(file, number);
    segments.put(number, file);
    return segment;
  }

  @Override
  public String writer() {
    return writer;
  }

  @Override
  public Digest mark(byte[] body) {
    return key.mark(body);
  }

  @Override
  public synchronized Pledge pledge(List<Pledged> records) {
    String transaction = current.number() + "." + ++transactions;
    StringBuilder lines = new StringBuilder(records.size() * 130);
    for (Pledged record : records) {
      lines
          .append("P ")
          .append(transaction)
          .append(' ')
          .append(record.id())
          .append(' ')
          .append(record.digest().hex())
          .append('\n');
    }
    append(lines.toString());
    for (Pledged record : records) {
      notes.put(record.id(), new Noted(record.digest(), current.number(), false));
    }
    return new Written(records, transaction, current, current.written());
  }

  private void append(String lines) {
    if (torn || current.written() > segmentBytes) {
      JournalSegment full = current;
      current = begin(full.number() + 1);
      torn = false;
      full.close();
      dropEmpty();
    }
    torn = true;
    current.append(lines.getBytes(StandardCharsets.ISO_8859_1));
    torn = false;
  }

  /** A transaction's lines. */
  private final class Written implements Pledge {
    private final List<Pledged> records;
    private final String transaction;
    private final JournalSegment segment;
    private final long end;

    Written(List<Pledged> records, String transaction, JournalSegment segment, long end) {
      this.records = records;
      this.transaction = transaction;
      this.segment = segment;
      this.end = end;
    }

    @Override
    public void force() {
      segment.force(end);
    }

    @Override
    public void kept() {
      AuditJournal.this.kept(transaction, records);
    }

    @Override
    public void unsure() {
      synchronized (AuditJournal.this) {
        records.forEach(record -> unsure.add(record.id()));
      }
    }
  }

  private synchronized void kept(String transaction, List<Pledged> records) {
    for (Pledged record : records) {
      notes.computeIfPresent(
          record.id(), (id, noted) -> new Noted(noted.digest(), noted.segment(), true));
    }
    note("K " + transaction + "\n");
  }

  /** Writes what is only of use after a restart, where it could be looked up as well. */
  private void note(String line) {
    try {
      append(line);
    } catch (AuditUnwritable e) {
      log.warn("the end of a transaction is not noted in the side file: {}", e.getMessage());
    }
  }

  /** Those of which nobody knows how their transaction ended or whether a head covers them. */
  synchronized List<UUID> unsure() {
    return List.copyOf(unsure);
  }

  /** One of these has been found in the database, and no head covers it yet. */
  synchronized void found(UUID id) {
    unsure.remove(id);
    Noted noted = notes.get(id);
    if (noted != null && !noted.kept()) {
      notes.put(id, new Noted(noted.digest(), noted.segment(), true));
      note("k " + id + "\n");
    }
  }

  /**
   * One of these is not in the database. Where it was noted as committed the note stays, and
   * whoever verifies finds it; else its transaction came to nothing.
   */
  synchronized void absent(UUID id) {
    unsure.remove(id);
    Noted noted = notes.get(id);
    if (noted != null && noted.kept()) {
      log.error("audit record {} was committed and is gone", id);
    } else {
      notes.remove(id);
      note("v " + id + "\n");
    }
  }

  /** A signed head covers records: their notes are let go where they agree. */
  synchronized void covered(List<StoredRecord> records) {
    for (StoredRecord record : records) {
      covered(record.id(), record.digest());
    }
    dropEmpty();
  }

  /** The same of one record. */
  synchronized void covered(UUID id, Digest digest) {
    Noted noted = notes.get(id);
    if (noted != null && noted.digest().equals(digest)) {
      notes.remove(id);
      unsure.remove(id);
    }
  }

  /** Deletes the segments of which no note is left. */
  synchronized void dropEmpty() {
    Set<Long> needed = new HashSet<>(Set.of(current.number()));
    if (segments.size() == 1) {
      return;
    }
    notes.values().forEach(noted -> needed.add(noted.segment()));
    List<Long> idle = new ArrayList<>(segments.keySet());
    idle.removeAll(needed);
    for (Long number : idle) {
      try {
        Files.deleteIfExists(segments.get(number));
        segments.remove(number);
      } catch (IOException e) {
        log.warn("a segment of the side file that is not needed stays: {}", e.getMessage());
      }
    }
  }

  /** What must be in the database now: id to digest of every record known to be committed. */
  synchronized Map<UUID, Digest> committed() {
    Map<UUID, Digest> committed = new HashMap<>();
    notes.forEach(
        (id, noted) -> {
          if (noted.kept()) {
            committed.put(id, noted.digest());
          }
        });
    return committed;
  }

  @Override
  public synchronized void close() {
    current.close();
  }
}
