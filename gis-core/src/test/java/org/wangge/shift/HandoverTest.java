package org.wangge.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wangge.grid.Areas.aDistrict;
import static org.wangge.grid.Areas.aStreet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Origin;
import org.wangge.access.Purpose;
import org.wangge.access.Rights;
import org.wangge.access.Role;
import org.wangge.event.DomainEvent;
import org.wangge.event.HeardTx;
import org.wangge.event.NumberedEvent;
import org.wangge.event.OneTx;
import org.wangge.fault.Fault;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Partition;

class HandoverTest {
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final String STREET = "990101001";
  private static final String OTHER = "990101002";
  private static final Caller ANN = as("ann", "s-ann", AreaScope.unlimited());
  private static final Caller BEN = as("ben", "s-ben", AreaScope.unlimited());

  private final HeardTx tx = new HeardTx(NOW);
  private final OneTx transactions = new OneTx(tx);
  private final KeptShifts shifts = new KeptShifts();
  private final KeptHandovers sheets = new KeptHandovers();
  private final AreaAtlas atlas =
      AreaAtlas.of(
          List.of(aDistrict("990101").build(), aStreet(STREET).build(), aStreet(OTHER).build()),
          List.of(new Partition(Partition.TREE, "", "")),
          1);
  private final ShiftRegister register = new ShiftRegister(transactions, shifts, () -> atlas);
  private final HandoverRegister handovers =
      new HandoverRegister(
          transactions,
          sheets,
          shifts,
          register,
          (any, caller, area, now) ->
              List.of(
                  item(HandoverKind.OPEN, "incident-1", area, NOW),
                  item(HandoverKind.OVERDUE, "incident-1", area, NOW),
                  new HandoverItem(HandoverKind.CAMERA, "34020000", "东门", "offline", area, null)),
          () -> atlas);

  private static Caller as(String account, String staff, AreaScope scope) {
    return new Caller(
        account, Rights.of(Set.of(Role.OPERATOR), scope), Purpose.USE, Origin.UNKNOWN, staff);
  }

  private static HandoverItem item(HandoverKind kind, String subject, String area, Instant at) {
    return new HandoverItem(kind, subject, "20261102-0001", "noise", area, at);
  }

  private static void refused(String code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }

  private Handover begun() {
    var unused = register.begin(ANN, STREET);
    return handovers.begin(ANN, STREET, "注意东门");
  }

  @Test
  void a_shift_is_handed_over_with_both_signatures_and_the_next_begins() {
    Handover sheet = begun();
    assertThat(sheet.state()).isEqualTo(Handover.State.DRAFT);
    assertThat(sheet.counts())
        .containsEntry(HandoverKind.OPEN, 1)
        .containsEntry(HandoverKind.WHISTLE, 0);
    Handover waiting = handovers.sign(ANN, sheet.id(), 1, "");
    assertThat(waiting.state()).isEqualTo(Handover.State.WAITING);
    Handover done = handovers.sign(BEN, sheet.id(), 2, "收到");
    assertThat(done.state()).isEqualTo(Handover.State.SIGNED);
    assertThat(done.signatures()).allMatch(done::holds);
    assertThat(done.answer().text()).isEqualTo("收到");
    assertThat(register.present(ANN)).isEmpty();
    assertThat(register.present(BEN)).map(Shift::area).contains(STREET);
    assertThat(shifts.entries())
        .extracting(LogEntry::kind)
        .containsExactly(
            LogEntry.Kind.BEGUN,
            LogEntry.Kind.ENDED,
            LogEntry.Kind.BEGUN,
            LogEntry.Kind.HANDED_OVER);
    assertThat(tx.events())
        .extracting(DomainEvent::type)
        .contains("shift-handover-begun", "shift-handover-signed", "shift-handed-over");
    refused("handover-over", () -> handovers.sign(BEN, sheet.id(), 3, ""));
    refused("handover-over", () -> handovers.withdraw(ANN, sheet.id(), 3));
  }

  @Test
  void nobody_signs_for_both_sides_nor_before_the_outgoing_side_nor_without_being_there() {
    Handover sheet = begun();
    refused("handover-unsigned", () -> handovers.sign(BEN, sheet.id(), 1, ""));
    refused("version-conflict", () -> handovers.sign(ANN, sheet.id(), 7, ""));
    var unused = handovers.sign(ANN, sheet.id(), 1, "");
    refused("handover-same", () -> handovers.sign(ANN, sheet.id(), 2, ""));
    Caller alsoAnn = as("ann-2", "s-ann", AreaScope.unlimited());
    refused("handover-same", () -> handovers.sign(alsoAnn, sheet.id(), 2, ""));
    refused("handover-in-person", () -> handovers.sign(Caller.owner(), sheet.id(), 2, ""));
    refused(
        "handover-unknown",
        () -> handovers.sign(as("far", "s-far", AreaScope.of(List.of(OTHER))), sheet.id(), 2, ""));
    refused("handover-words", () -> handovers.sign(BEN, sheet.id(), 2, "x".repeat(2_001)));
  }

  @Test
  void what_was_changed_behind_a_signature_is_seen_and_not_countersigned() {
    Handover sheet = begun();
    Handover waiting = handovers.sign(ANN, sheet.id(), 1, "");
    Handover forged =
        new Handover(
            waiting.id(),
            waiting.version(),
            waiting.area(),
            waiting.outgoing(),
            waiting.since(),
            waiting.takenAt(),
            false,
            waiting.remarks(),
            waiting.answer(),
            waiting.items().subList(0, 1),
            waiting.signatures(),
            false);
    sheets.forge(forged);
    assertThat(forged.holds(forged.signatures().get(0))).isFalse();
    refused("handover-broken", () -> handovers.sign(BEN, sheet.id(), 2, ""));
  }

  @Test
  void erased_words_leave_the_signatures_sound() {
    Handover sheet = begun();
    var unused = handovers.sign(ANN, sheet.id(), 1, "");
    var signed = handovers.sign(BEN, sheet.id(), 2, "电话 13800001111");
    assertThat(signed.answer().isWhole()).isTrue();
    Caller keeper =
        Caller.of("admin", Set.of(Role.ADMINISTRATOR), AreaScope.unlimited(), Purpose.USE);
    handovers.erase(keeper, sheet.id());
    Handover left = handovers.get(BEN, sheet.id());
    assertThat(left.answer().text()).isEmpty();
    assertThat(left.answer().isWhole()).isFalse();
    assertThat(left.signatures()).hasSize(2).allMatch(left::holds);
    refused("role-missing", () -> handovers.erase(BEN, sheet.id()));
  }

  @Test
  void a_sheet_is_begun_on_a_shift_and_withdrawn_by_who_began_it() {
    refused("shift-not-begun", () -> handovers.begin(ANN, STREET, ""));
    Handover sheet = begun();
    refused("shift-not-begun", () -> handovers.begin(ANN, OTHER, ""));
    refused("handover-of-other", () -> handovers.withdraw(BEN, sheet.id(), 1));
    assertThat(handovers.withdraw(ANN, sheet.id(), 1).state()).isEqualTo(Handover.State.WITHDRAWN);
    refused("handover-over", () -> handovers.sign(ANN, sheet.id(), 2, ""));
    assertThat(handovers.list(ANN, STREET, Long.MAX_VALUE, 9)).hasSize(1);
  }

  @Test
  void a_log_is_numbered_by_area_and_corrected_by_further_entries() {
    var begun = register.begin(ANN, STREET);
    assertThat(begun.begunAt()).isEqualTo(NOW);
    refused("shift-running", () -> register.begin(ANN, OTHER));
    LogEntry note =
        register.write(ANN, STREET, new ShiftRegister.Wanted(" 巡查东门 ", "20261102-0001", null));
    assertThat(note.number()).isEqualTo(2);
    assertThat(note.text()).isEqualTo("巡查东门");
    LogEntry correction = register.write(BEN, STREET, new ShiftRegister.Wanted("是西门", null, 2));
    assertThat(correction.kind()).isEqualTo(LogEntry.Kind.CORRECTION);
    refused(
        "log-entry-unknown",
        () -> register.write(BEN, OTHER, new ShiftRegister.Wanted("x", null, 2)));
    refused(
        "log-text", () -> register.write(BEN, STREET, new ShiftRegister.Wanted("  ", null, null)));
    register.end(ANN);
    refused("shift-not-begun", () -> register.end(ANN));
    assertThat(register.log(ANN, "990101", Long.MAX_VALUE, 2))
        .extracting(LogEntry::kind)
        .containsExactly(LogEntry.Kind.ENDED, LogEntry.Kind.CORRECTION);
    Caller keeper =
        Caller.of("admin", Set.of(Role.ADMINISTRATOR), AreaScope.unlimited(), Purpose.USE);
    register.erase(keeper, note.id());
    refused("log-entry-unknown", () -> register.erase(keeper, 99));
  }

  @Test
  void changes_are_counted_by_kind_in_the_area_and_for_who_may_know() {
    List<NumberedEvent> log =
        List.of(
            told(6, "incident-moved", Map.of("grid", STREET + "001", "action", "close")),
            told(5, "incident-moved", Map.of("grid", STREET + "001", "action", "take")),
            told(4, "incident-rang", Map.of("grid", STREET + "001", "mark", "due")),
            told(3, "plan-published", Map.of("plan", 1)),
            told(2, "incident-reported", Map.of("grid", OTHER + "001")),
            told(1, "whistle-blown", Map.of("grid", STREET + "002")));
    ChangesRegister changes =
        new ChangesRegister(
            transactions,
            (any, since, types, most) -> {
              assertThat(types).contains("incident-moved", "alarm-shelved").doesNotHaveDuplicates();
              return log;
            },
            (caller, event) -> !event.type().equals("whistle-blown"),
            () -> atlas);
    ChangesRegister.Changes found = changes.since(ANN, STREET, NOW.minusSeconds(60));
    assertThat(found.counts())
        .containsEntry(ChangeKind.CLOSED, 1)
        .containsEntry(ChangeKind.OVERDUE, 1)
        .containsEntry(ChangeKind.BOUNDARY, 1)
        .containsEntry(ChangeKind.REPORTED, 0)
        .containsEntry(ChangeKind.WHISTLE, 0);
    assertThat(found.newest()).extracting(one -> one.event().number()).containsExactly(6L, 4L, 3L);
    assertThat(found.cut()).isFalse();
    refused("shift-area-unknown", () -> changes.since(ANN, "990109", NOW));
  }

  private static NumberedEvent told(long number, String type, Map<String, Object> facts) {
    return new NumberedEvent(number, NOW, type, "x", facts);
  }

  @Test
  void handovers_are_told_to_those_who_work_shifts_there() {
    var unused = begun();
    DomainEvent event = tx.events().get(tx.events().size() - 1);
    NumberedEvent told = new NumberedEvent(1, NOW, event.type(), event.subject(), event.facts());
    assertThat(ShiftEvent.AUDIENCE.hears(BEN, told)).isTrue();
    Caller worker = Caller.of("w", Set.of(Role.WORKER), AreaScope.unlimited(), Purpose.USE);
    assertThat(ShiftEvent.AUDIENCE.hears(worker, told)).isFalse();
  }
}
