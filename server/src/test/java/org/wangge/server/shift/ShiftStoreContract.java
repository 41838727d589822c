package org.wangge.server.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.event.DomainEvent;
import org.wangge.event.NumberedEvent;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.Sequencer;
import org.wangge.server.storage.TestDatabase;
import org.wangge.shift.Handover;
import org.wangge.shift.HandoverItem;
import org.wangge.shift.HandoverKind;
import org.wangge.shift.HandoverStore;
import org.wangge.shift.LogEntry;
import org.wangge.shift.Shift;
import org.wangge.shift.ShiftStore;
import org.wangge.shift.Signature;

/** What shifts, logs and handovers promise, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ShiftStoreContract {
  private static final Caller ALL = Caller.upkeep();
  private static final String AREA = "990101001";
  private static final String OTHER = "990101002";
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final int WRITERS = 8;
  private static final int EACH = 10;

  private final ShiftStore shifts = new JdbcShiftStore();
  private final HandoverStore handovers = new JdbcHandoverStore();
  private Database database;

  abstract TestDatabase kind();

  @BeforeAll
  void open() {
    database = kind().open();
  }

  @AfterAll
  void close() {
    database.close();
  }

  private <T> T write(Function<Tx, T> work) {
    return database.write(ALL, work);
  }

  private <T> T look(Function<Tx, T> work) {
    return database.read(work);
  }

  private Optional<Shift> running() {
    return look(tx -> shifts.running(tx, ALL, "ann"));
  }

  private List<Shift> runningAt(Caller who) {
    return look(tx -> shifts.runningAt(tx, who, AREA));
  }

  private List<LogEntry> log(Caller who, String area, long before) {
    return look(tx -> shifts.log(tx, who, area, before, 999));
  }

  private Optional<Handover> found(Caller who, long id) {
    return look(tx -> handovers.find(tx, who, id));
  }

  private List<Handover> list(Caller who, long before) {
    return look(tx -> handovers.list(tx, who, AREA, before, 9));
  }

  private static Caller there(String area) {
    return Caller.of("who", Set.of(Role.OPERATOR), AreaScope.of(List.of(area)), Purpose.USE);
  }

  private static LogEntry entry(String area, String text) {
    return new LogEntry(
        0, area, 0, LogEntry.Kind.NOTE, NOW, "ann", text, LogEntry.Link.NONE, false);
  }

  @Test
  void a_shift_lasts_until_it_is_ended() {
    Shift begun = write(tx -> shifts.begin(tx, ALL, new Shift(0, AREA, "ann", NOW, null, true)));
    assertThat(running()).contains(begun);
    assertThat(runningAt(there(AREA))).containsExactly(begun);
    assertThat(runningAt(there(OTHER))).isEmpty();
    write(
        tx -> {
          shifts.end(tx, ALL, begun.id(), NOW.plusSeconds(60));
          return 0;
        });
    assertThat(running()).isEmpty();
  }

  @Test
  void a_log_is_read_where_one_may_and_loses_numbers_of_people() {
    LogEntry kept = write(tx -> shifts.write(tx, ALL, entry(OTHER, "打 13800002222 找他")));
    assertThat(log(there(AREA), "990101", Long.MAX_VALUE)).doesNotContain(kept);
    assertThat(log(there(OTHER), "990101", Long.MAX_VALUE)).containsExactly(kept);
    assertThat(log(ALL, OTHER, kept.id())).isEmpty();
    write(
        tx -> {
          shifts.eraseNumbers(tx, ALL, Set.of("13800002222"));
          return 0;
        });
    LogEntry left = look(tx -> shifts.find(tx, ALL, OTHER, kept.number()).orElseThrow());
    assertThat(left.text()).isEqualTo("打 *** 找他");
    boolean erased = write(tx -> shifts.erase(tx, ALL, kept.id()));
    boolean other = write(tx -> shifts.erase(tx, ALL, 999_999L));
    assertThat(erased).isTrue();
    assertThat(other).isFalse();
  }

  @Test
  void eight_who_write_at_once_number_their_entries_without_gap_or_double() throws Exception {
    CyclicBarrier together = new CyclicBarrier(WRITERS);
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    String area = "990199";
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        done.add(
            writers.submit(
                () -> {
                  together.await();
                  for (int n = 0; n < EACH; n++) {
                    writeOrFail(area, n == EACH - 1);
                  }
                  return 0;
                }));
      }
      for (Future<?> one : done) {
        one.get();
      }
    } finally {
      writers.shutdownNow();
    }
    List<Integer> numbers =
        log(ALL, area, Long.MAX_VALUE).stream().map(LogEntry::number).sorted().toList();
    List<Integer> expected = new ArrayList<>();
    for (int i = 1; i <= WRITERS * (EACH - 1); i++) {
      expected.add(i);
    }
    assertThat(numbers).isEqualTo(expected);
  }

  /** One in ten is rolled back. */
  private void writeOrFail(String area, boolean fails) {
    try {
      write(
          tx -> {
            LogEntry kept = shifts.write(tx, ALL, entry(area, "x"));
            if (fails) {
              throw new IllegalStateException("rolled back " + kept.number());
            }
            return kept;
          });
    } catch (IllegalStateException e) {
      assertThat(fails).isTrue();
    }
  }

  private Handover sheet(String area) {
    return write(
        tx ->
            handovers.add(
                tx,
                ALL,
                new Handover(
                    0,
                    1,
                    area,
                    "ann",
                    NOW,
                    NOW.plusSeconds(9),
                    false,
                    Handover.Words.of("找 13900003333"),
                    Handover.Words.NONE,
                    List.of(
                        new HandoverItem(HandoverKind.OPEN, "incident-1", "1", "noise", area, NOW),
                        new HandoverItem(HandoverKind.CAMERA, "3402", "东门", "offline", area, null)),
                    List.of(),
                    true)));
  }

  private static Handover signed(Handover sheet, Signature... signatures) {
    return new Handover(
        sheet.id(),
        sheet.version() + 1,
        sheet.area(),
        sheet.outgoing(),
        sheet.since(),
        sheet.takenAt(),
        sheet.withdrawn(),
        sheet.remarks(),
        sheet.answer(),
        sheet.items(),
        List.of(signatures),
        true);
  }

  @Test
  void a_sheet_comes_back_as_it_was_signed_and_its_signatures_hold() {
    Handover sheet = sheet(AREA);
    Signature first =
        new Signature(
            Signature.Side.OUTGOING, "ann", "s-1", NOW, sheet.hash(Signature.Side.OUTGOING));
    Handover waiting = signed(sheet, first);
    write(tx -> changed(tx, waiting));
    Signature second =
        new Signature(
            Signature.Side.INCOMING, "ben", null, NOW, waiting.hash(Signature.Side.INCOMING));
    Handover done = signed(waiting, first, second);
    write(tx -> changed(tx, done));
    Handover read = found(there(AREA), sheet.id()).orElseThrow();
    assertThat(read).isEqualTo(done);
    assertThat(read.signatures()).allMatch(read::holds);
    assertThat(found(there(OTHER), sheet.id())).isEmpty();
    assertThat(list(there(OTHER), Long.MAX_VALUE)).isEmpty();
    assertThat(list(ALL, sheet.id())).isEmpty();
    assertThat(list(ALL, sheet.id() + 1).get(0).signatures()).hasSize(2);
    assertThatThrownBy(() -> write(tx -> changed(tx, waiting))).isInstanceOf(Conflict.class);
    write(
        tx -> {
          handovers.eraseNumbers(tx, ALL, Set.of("13900003333"));
          return 0;
        });
    Handover masked = found(ALL, sheet.id()).orElseThrow();
    assertThat(masked.remarks().text()).isEqualTo("找 ***");
    assertThat(masked.remarks().isWhole()).isFalse();
    assertThat(masked.signatures()).allMatch(masked::holds);
  }

  private int changed(Tx tx, Handover sheet) {
    handovers.change(tx, ALL, sheet);
    return 0;
  }

  /** An event at an instant of the test's choice is none: the log takes the transaction's. */
  private record Told(String subject) implements DomainEvent {
    @Override
    public String type() {
      return "incident-reported";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("grid", AREA);
    }
  }

  @Test
  void what_happened_after_an_instant_is_found_from_the_newest_back() throws Exception {
    try (Sequencer sequencer = new Sequencer(database, number -> {})) {
      sequencer.start();
      for (int i = 0; i < 5; i++) {
        String subject = "before-" + i;
        write(tx -> recorded(tx, subject));
      }
      Instant between = write(tx -> tx.now()).plus(1, ChronoUnit.MICROS);
      write(tx -> recorded(tx, "after-0"));
      write(tx -> recorded(tx, "after-1"));
      List<NumberedEvent> found = List.of();
      long end = System.nanoTime() + 10_000_000_000L;
      while (found.size() < 2 && System.nanoTime() < end) {
        Thread.sleep(20);
        found = look(tx -> since(tx, between));
      }
      assertThat(found).extracting(NumberedEvent::subject).containsExactly("after-1", "after-0");
      assertThat(found.get(0).facts()).containsEntry("grid", AREA);
      List<NumberedEvent> later = look(tx -> since(tx, Instant.now().plusSeconds(600)));
      assertThat(later).isEmpty();
      List<NumberedEvent> all = look(tx -> since(tx, NOW.minusSeconds(600)));
      assertThat(all).hasSizeGreaterThanOrEqualTo(7);
    }
  }

  private static List<NumberedEvent> since(Tx tx, Instant since) {
    return new JdbcHappenedStore().since(tx, since, List.of("incident-reported"), 99);
  }

  private static int recorded(Tx tx, String subject) {
    tx.record(new Told(subject));
    return 0;
  }
}
