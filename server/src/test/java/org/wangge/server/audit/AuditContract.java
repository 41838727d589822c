package org.wangge.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Origin;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.audit.AuditEntry;
import org.wangge.audit.AuditRecord;
import org.wangge.audit.Digest;
import org.wangge.audit.Outcome;
import org.wangge.event.DomainEvent;
import org.wangge.server.config.DataFolder;
import org.wangge.server.config.Settings;
import org.wangge.server.storage.AuditBody;
import org.wangge.server.storage.AuditUnwritable;
import org.wangge.server.storage.AuditWitness;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.TestDatabase;

/** What the audit promises, on either database. */
abstract class AuditContract {
  private static final int WRITERS = 8;
  private static final int TRANSACTIONS_A_WRITER = 60;

  /** Bytes of one record's note; with the note that it is committed a segment is full. */
  private static final long A_RECORD = 108;

  private static final Caller CALLER =
      Caller.of("ops-1", Set.of(Role.OPERATOR, Role.LIAISON), AreaScope.unlimited(), Purpose.USE)
          .from(new Origin("192.0.2.7", "session-9"));

  @TempDir Path path;

  private final JdbcAuditStore store = new JdbcAuditStore();
  private DataFolder folder;
  private Database database;
  private AuditModule audit;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    folder = DataFolder.open(path).orElseThrow();
    database = kind().open();
    audit = new AuditModule(database, folder, Settings.CHINA, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    audit.close();
    database.close();
    folder.close();
  }

  @Test
  void each_committed_record_is_sealed_once_and_none_of_what_was_rolled_back() throws Exception {
    audit.start();
    Queue<String> committed = new ConcurrentLinkedQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    for (int writer = 0; writer < WRITERS; writer++) {
      int number = writer;
      threads.execute(() -> writeMany(number, committed));
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
    List<StoredRecord> sealed = awaitSealed(committed.size());

    assertThat(sealed).hasSize(committed.size());
    assertThat(sealed.stream().map(row -> row.columns().subject()).toList())
        .containsExactlyInAnyOrderElementsOf(committed);
    assertThat(sealed.stream().map(StoredRecord::number).toList())
        .isEqualTo(LongStream.rangeClosed(1, committed.size()).boxed().toList());
    assertSound();
  }

  /** An event and an entry a transaction; one transaction in ten is rolled back. */
  private void writeMany(int writer, Queue<String> committed) {
    Random random = new Random(writer);
    for (int i = 0; i < TRANSACTIONS_A_WRITER; i++) {
      String name = writer + "-" + i;
      boolean rollBack = random.nextInt(10) == 0;
      try {
        database.write(
            CALLER,
            tx -> {
              tx.record(new Happened(name + "-event"));
              tx.audit(AuditEntry.done("test-seen", name + "-seen", Map.of()));
              if (rollBack) {
                throw new RolledBack();
              }
              return 0;
            });
        committed.addAll(List.of(name + "-event", name + "-seen"));
      } catch (RolledBack expected) {
        assertThat(rollBack).isTrue();
      }
    }
  }

  @Test
  void a_record_is_sealed_within_a_second_and_says_who_when_from_where_as_what_and_why() {
    audit.start();
    write("warm-up");
    awaitSealed(1);
    Instant before = Instant.now();
    database.write(
        CALLER,
        tx -> {
          tx.audit(
              new AuditEntry(
                  "person-revealed",
                  "990101-0007",
                  Outcome.DONE,
                  Map.of("field", "phone"),
                  "incident 20261121-0004"));
          return 0;
        });
    AuditRecord record = AuditBody.parse(awaitSealed(2).get(1).body());
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
    assertThat(record.account()).isEqualTo("ops-1");
    assertThat(record.roles()).containsExactly("liaison", "operator");
    assertThat(record.address()).contains("192.0.2.7");
    assertThat(record.session()).contains("session-9");
    assertThat(record.at()).isBetween(before.minusMillis(1), Instant.now());
    assertThat(record.facts()).isEqualTo(Map.of("field", "phone"));
    assertThat(record.why()).isEqualTo("incident 20261121-0004");
  }

  @Test
  void who_has_no_account_leaves_no_address() {
    Caller anonymous = Caller.anonymous().from(new Origin("192.0.2.8", null));
    database.write(
        anonymous,
        tx -> {
          tx.record(new Happened("report"));
          return 0;
        });
    AuditRecord record = AuditBody.parse(unsealed().get(0).body());
    assertThat(record.address()).isEmpty();
    assertThat(new String(unsealed().get(0).body(), StandardCharsets.UTF_8))
        .doesNotContain("192.0.2.8");
  }

  @Test
  void what_cannot_be_noted_beside_the_database_is_not_done() throws IOException {
    write("before");
    Path second = JournalFiles.file(folder.path().resolve("audit"), "small", 2);
    AuditJournal small =
        AuditJournal.open(
            folder.path().resolve("audit"),
            "small",
            new MarkKey(folder.secret("audit-mark")),
            A_RECORD);
    database.witnessedBy(small);
    write("first of the segment");
    Files.createDirectory(second);

    assertThatThrownBy(() -> write("refused")).isInstanceOf(AuditUnwritable.class);
    assertThat(unsealed()).extracting(row -> row.columns().subject()).doesNotContain("refused");

    Files.delete(second);
    write("after");
    assertThat(unsealed())
        .extracting(row -> row.columns().subject())
        .containsExactly("before", "first of the segment", "after");
  }

  @Test
  void a_record_taken_out_before_it_was_sealed_is_missed() {
    write("kept");
    write("taken");
    sql("delete from audit_record where subject = 'taken'");
    audit.start();
    awaitSealed(1);
    VerificationReport report = verify();
    assertThat(report.counts()).isEqualTo(Map.of(Finding.Kind.RECORD_LOST, 1L));
    assertThat(report.first().orElseThrow().sentence()).contains("record-lost", "不见了");
  }

  @Test
  void a_tail_cut_off_after_it_was_sealed_is_missed() {
    audit.start();
    for (int i = 0; i < 5; i++) {
      write("record-" + i);
    }
    awaitCovered(5);
    sql("delete from audit_record where number > 3");
    VerificationReport report = verify();
    assertThat(report.first().orElseThrow().kind()).isEqualTo(Finding.Kind.TAIL_CUT);
    assertThat(report.first().orElseThrow().number()).isEqualTo(5);
  }

  @Test
  void a_record_that_somebody_put_in_is_found_though_it_was_sealed() {
    write("true");
    sql(
        """
        insert into audit_record
          (id, writer, occurred_at, account, action, subject, outcome, body, mark)
        select '01950000-0000-0000-0000-000000000001', writer, occurred_at, account, action,
          subject, outcome, body, mark from audit_record
        """);
    audit.start();
    awaitSealed(2);
    assertThat(verify().counts()).isEqualTo(Map.of(Finding.Kind.COLUMNS_DIFFER, 1L));
  }

  @Test
  void notes_of_a_killed_program_are_looked_up_and_let_go_when_a_head_covers_them() {
    write("committed");
    Path notes = folder.path().resolve("audit");
    MarkKey key = new MarkKey(folder.secret("audit-mark"));
    AuditJournal killed = AuditJournal.open(notes, "killed", key);
    database.witnessedBy(killed);
    write("committed too");
    killed.pledge(List.of(new AuditWitness.Pledged(new UUID(7, 7), Digest.ZERO)));
    killed.close();

    AuditJournal again = AuditJournal.open(notes, "killed", key);
    assertThat(again.unsure()).hasSize(2);
    AuditHead head =
        new AuditHead(
            path.resolve("head-of-another"),
            HeadKey.of(folder.secret("audit-head", HeadKey::fresh)),
            Settings.CHINA);
    try (AuditWatch watch = new AuditWatch(database, store, again, head, Clock.systemUTC())) {
      watch.look();
      assertThat(again.unsure()).isEmpty();
      assertThat(again.committed()).hasSize(1);
      audit.start();
      awaitSealed(2);
      watch.look();
    }
    assertThat(again.committed()).isEmpty();
    again.close();
    assertThat(JournalFiles.read(notes, "killed").notes()).isEmpty();
  }

  @Test
  void a_printed_anchor_is_held_against_the_record() {
    audit.start();
    write("first");
    write("second");
    StoredRecord second = awaitSealed(2).get(1);
    assertThat(verify(second.number() + ":" + second.link().orElseThrow()).isSound()).isTrue();
    assertThat(verify("1:" + second.link().orElseThrow()).counts())
        .isEqualTo(Map.of(Finding.Kind.ANCHOR_DIFFERS, 1L));
    assertThat(verify("9:" + second.link().orElseThrow()).counts())
        .isEqualTo(Map.of(Finding.Kind.ANCHOR_DIFFERS, 1L));
  }

  private void write(String subject) {
    database.write(
        CALLER,
        tx -> {
          tx.record(new Happened(subject));
          return 0;
        });
  }

  private void sql(String text) {
    database.write(CALLER, tx -> JdbcTx.of(tx).update(text));
  }

  private VerificationReport verify() {
    return verify(Optional.empty());
  }

  private VerificationReport verify(String anchor) {
    return verify(Optional.of(AuditEvidence.Anchor.parse(anchor)));
  }

  /** As the command does beside no server: from the files in the folder. */
  private VerificationReport verify(Optional<AuditEvidence.Anchor> anchor) {
    return VerificationRun.of(
        database, store, AuditModule.evidence(folder, Settings.CHINA, anchor), checked -> {});
  }

  private void assertSound() {
    VerificationReport report = verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.isSound()).isTrue();
  }

  private List<StoredRecord> unsealed() {
    return database.read(tx -> store.unsealedAfter(tx, new UUID(0, 0), 100));
  }

  private List<StoredRecord> awaitSealed(int count) {
    List<StoredRecord> sealed = List.of();
    Instant deadline = Instant.now().plusSeconds(20);
    while (sealed.size() < count && Instant.now().isBefore(deadline)) {
      sealed = database.read(tx -> store.sealedAfter(tx, 0, 5_000));
      Thread.onSpinWait();
    }
    return sealed;
  }

  private void awaitCovered(long number) {
    AuditHead head =
        new AuditHead(
            folder.path().resolve("audit"),
            HeadKey.of(folder.secret("audit-head", HeadKey::fresh)),
            Settings.CHINA);
    Instant deadline = Instant.now().plusSeconds(20);
    while (head.newest().orElseThrow().number() < number && Instant.now().isBefore(deadline)) {
      Thread.onSpinWait();
    }
    assertThat(head.newest().orElseThrow().number()).isEqualTo(number);
  }

  record Happened(String subject) implements DomainEvent {
    @Override
    public String type() {
      return "test-happened";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("part", 1);
    }
  }

  private static final class RolledBack extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
