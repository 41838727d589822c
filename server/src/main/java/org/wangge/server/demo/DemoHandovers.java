package org.wangge.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wangge.access.Caller;
import org.wangge.demo.DemoTown;
import org.wangge.event.Tx;
import org.wangge.shift.Handover;
import org.wangge.shift.HandoverItem;
import org.wangge.shift.HandoverSource;
import org.wangge.shift.HandoverStore;
import org.wangge.shift.LogEntry;
import org.wangge.shift.Shift;
import org.wangge.shift.ShiftStore;
import org.wangge.shift.Signature;

/**
 * The log of the demonstration's street, with a handover that was signed an hour ago and one that
 * waits for somebody to take over.
 */
public final class DemoHandovers implements DemoPart {
  private static final Duration SIGNED = Duration.ofHours(1);
  private static final Duration WAITING = Duration.ofMinutes(5);
  private static final Duration SHIFT = Duration.ofHours(12);
  private static final String BEFORE = "supervisor";
  private static final String NOW_ON = "admin";

  private final ShiftStore shifts;
  private final HandoverStore handovers;
  private final HandoverSource source;

  public DemoHandovers(ShiftStore shifts, HandoverStore handovers, HandoverSource source) {
    this.shifts = shifts;
    this.handovers = handovers;
    this.source = source;
  }

  /** Something in the log, so many minutes ago. */
  private record Note(int minutes, String text) {}

  private static final List<Note> NOTES =
      List.of(
          new Note(600, "夜间巡查：云溪小区东门路灯不亮，已报维修。"),
          new Note(310, "居民来电反映夜间施工噪声，已转网格员核实。"),
          new Note(95, "东门路灯已修好，现场确认。"),
          new Note(70, "气象台发布大风提示，已通知各网格留意户外广告牌。"));

  @Override
  public void happen(Tx tx, Caller caller, DemoTown town, Instant after, Instant now) {
    String street = DemoShifts.street(town);
    if (!handovers.list(tx, caller, street, Long.MAX_VALUE, 1).isEmpty()) {
      return;
    }
    NOTES.forEach(note -> write(tx, caller, street, note, now));
    Instant taken = now.minus(SIGNED);
    List<HandoverItem> standing = source.standing(tx, caller, street, taken);
    Handover signed = add(tx, caller, street, BEFORE, taken, "东门路灯报修后还没有回音，请跟一下。", standing);
    signed = signed(tx, caller, signed, BEFORE, Signature.Side.OUTGOING, taken);
    Instant countersigned = taken.plus(WAITING);
    signed(tx, caller, signed, NOW_ON, Signature.Side.INCOMING, countersigned);
    Shift begun = shifts.begin(tx, caller, new Shift(0, street, NOW_ON, countersigned, null, true));
    var unused =
        shifts.write(
            tx,
            caller,
            new LogEntry(
                0,
                street,
                0,
                LogEntry.Kind.HANDED_OVER,
                begun.begunAt(),
                NOW_ON,
                "",
                new LogEntry.Link(null, null, signed.id()),
                true));
    Instant late = now.minus(WAITING);
    Handover waiting =
        add(
            tx,
            caller,
            street,
            NOW_ON,
            late,
            "大风提示已发，户外广告牌请重点看。",
            source.standing(tx, caller, street, late));
    signed(tx, caller, waiting, NOW_ON, Signature.Side.OUTGOING, late);
  }

  private void write(Tx tx, Caller caller, String street, Note note, Instant now) {
    var unused =
        shifts.write(
            tx,
            caller,
            new LogEntry(
                0,
                street,
                0,
                LogEntry.Kind.NOTE,
                now.minus(Duration.ofMinutes(note.minutes())),
                BEFORE,
                note.text(),
                LogEntry.Link.NONE,
                true));
  }

  private Handover add(
      Tx tx,
      Caller caller,
      String street,
      String who,
      Instant taken,
      String remarks,
      List<HandoverItem> items) {
    return handovers.add(
        tx,
        caller,
        new Handover(
            0,
            1,
            street,
            who,
            taken.minus(SHIFT),
            taken,
            false,
            Handover.Words.of(remarks),
            Handover.Words.NONE,
            items,
            List.of(),
            true));
  }

  private Handover signed(
      Tx tx, Caller caller, Handover sheet, String who, Signature.Side side, Instant at) {
    List<Signature> signatures = new ArrayList<>(sheet.signatures());
    signatures.add(new Signature(side, who, null, at, sheet.hash(side)));
    Handover signed =
        new Handover(
            sheet.id(),
            sheet.version() + 1,
            sheet.area(),
            sheet.outgoing(),
            sheet.since(),
            sheet.takenAt(),
            false,
            sheet.remarks(),
            sheet.answer(),
            sheet.items(),
            signatures,
            true);
    handovers.change(tx, caller, signed);
    return signed;
  }
}
