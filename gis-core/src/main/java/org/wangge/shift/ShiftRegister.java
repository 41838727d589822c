package org.wangge.shift;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.grid.AreaAtlas;

/** Shifts and their log. Thread-safe. */
public final class ShiftRegister {
  /** So long an entry may be. */
  public static final int LONGEST_TEXT = 2_000;

  private final Transactions transactions;
  private final ShiftStore store;
  private final ShiftAreas areas;

  public ShiftRegister(Transactions transactions, ShiftStore store, Supplier<AreaAtlas> atlas) {
    this.transactions = transactions;
    this.store = store;
    this.areas = new ShiftAreas(atlas);
  }

  /** The shift that the caller is on. */
  public Optional<Shift> present(Caller caller) {
    Caller worker = caller.with(Right.WORK_SHIFTS);
    return transactions.read(tx -> store.running(tx, worker, caller.account()));
  }

  /**
   * The caller begins a shift.
   *
   * @throws NotFound with code {@code shift-area-unknown}
   * @throws Conflict with code {@code shift-running}
   */
  public Shift begin(Caller caller, String area) {
    Caller worker = caller.with(Right.WORK_SHIFTS);
    areas.require(worker, area);
    return transactions.write(
        caller,
        tx -> {
          store.hold(tx, worker, caller.account());
          store
              .running(tx, worker, caller.account())
              .ifPresent(
                  one -> {
                    throw new Conflict("shift-running", Map.of("area", one.area()));
                  });
          return begun(tx, worker, area);
        });
  }

  /** Begins one and writes it down. */
  Shift begun(Tx tx, Caller worker, String area) {
    Shift begun =
        store.begin(tx, worker, new Shift(0, area, worker.account(), tx.now(), null, false));
    kept(tx, worker, begun, LogEntry.Kind.BEGUN, LogEntry.Link.NONE);
    tx.record(new ShiftEvent.ShiftMoved(begun, true));
    return begun;
  }

  /**
   * The caller ends the shift they are on, without a handover.
   *
   * @throws Conflict with code {@code shift-not-begun}
   */
  public void end(Caller caller) {
    Caller worker = caller.with(Right.WORK_SHIFTS);
    var unused =
        transactions.write(
            caller,
            tx -> {
              store.hold(tx, worker, caller.account());
              ended(tx, worker, presentOf(tx, worker), LogEntry.Link.NONE);
              return 0;
            });
  }

  private Shift presentOf(Tx tx, Caller worker) {
    return store
        .running(tx, worker, worker.account())
        .orElseThrow(() -> new Conflict("shift-not-begun", Map.of()));
  }

  /** Ends one and writes it down. */
  void ended(Tx tx, Caller worker, Shift shift, LogEntry.Link link) {
    store.end(tx, worker, shift.id(), tx.now());
    kept(tx, worker, shift, LogEntry.Kind.ENDED, link);
    tx.record(new ShiftEvent.ShiftMoved(shift, false));
  }

  void kept(Tx tx, Caller worker, Shift shift, LogEntry.Kind kind, LogEntry.Link link) {
    LogEntry entry = store.write(tx, worker, LogEntry.of(kind, shift, tx.now(), link));
    tx.record(new ShiftEvent.Logged(entry));
  }

  /**
   * The log of an area and what lies below it, the newest first.
   *
   * @throws NotFound with code {@code shift-area-unknown}
   */
  public List<LogEntry> log(Caller caller, String area, long before, int limit) {
    Caller worker = caller.with(Right.WORK_SHIFTS);
    areas.require(worker, area);
    return transactions.read(tx -> store.log(tx, worker, area, before, limit));
  }

  /**
   * What the caller writes down.
   *
   * @param text what
   * @param incidentOrNull number of an incident it is about
   * @param correctsOrNull number of an earlier entry of the same area that it corrects
   */
  public record Wanted(
      String text, @Nullable String incidentOrNull, @Nullable Integer correctsOrNull) {}

  /**
   * Writes an entry.
   *
   * @throws NotFound with code {@code shift-area-unknown} or {@code log-entry-unknown}
   * @throws Invalid with code {@code log-text}
   */
  public LogEntry write(Caller caller, String area, Wanted wanted) {
    Caller worker = caller.with(Right.WORK_SHIFTS);
    areas.require(worker, area);
    String text = wanted.text().strip();
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      throw new Invalid("text", "log-text", Map.of("most", LONGEST_TEXT));
    }
    Integer corrects = wanted.correctsOrNull();
    return transactions.write(
        caller,
        tx -> {
          if (corrects != null && store.find(tx, worker, area, corrects).isEmpty()) {
            throw new NotFound("log-entry-unknown", Map.of("entry", corrects));
          }
          LogEntry entry =
              store.write(
                  tx,
                  worker,
                  new LogEntry(
                      0,
                      area,
                      0,
                      corrects == null ? LogEntry.Kind.NOTE : LogEntry.Kind.CORRECTION,
                      tx.now(),
                      caller.account(),
                      text,
                      new LogEntry.Link(wanted.incidentOrNull(), corrects, null),
                      false));
          tx.record(new ShiftEvent.Logged(entry));
          return entry;
        });
  }

  /**
   * Erases what was written in an entry; that there was one stays.
   *
   * @throws NotFound with code {@code log-entry-unknown}
   */
  public void erase(Caller caller, long id) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    var unused =
        transactions.write(
            caller,
            tx -> {
              if (!store.erase(tx, keeper, id)) {
                throw new NotFound("log-entry-unknown", Map.of("entry", id));
              }
              tx.record(new ShiftEvent.WordsErased("log", id));
              return 0;
            });
  }
}
