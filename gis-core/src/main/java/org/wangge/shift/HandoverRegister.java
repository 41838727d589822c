package org.wangge.shift;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.grid.AreaAtlas;

/** Handovers, signed by both sides. Thread-safe. */
public final class HandoverRegister {
  /** So much can be said on a sheet by each side. */
  public static final int LONGEST_WORDS = 2_000;

  private final Transactions transactions;
  private final HandoverStore store;
  private final ShiftStore shifts;
  private final ShiftRegister register;
  private final HandoverSource source;
  private final ShiftAreas areas;

  public HandoverRegister(
      Transactions transactions,
      HandoverStore store,
      ShiftStore shifts,
      ShiftRegister register,
      HandoverSource source,
      Supplier<AreaAtlas> atlas) {
    this.transactions = transactions;
    this.store = store;
    this.shifts = shifts;
    this.register = register;
    this.source = source;
    this.areas = new ShiftAreas(atlas);
  }

  /**
   * Sheets of an area and what lies below it, the newest first, without what stood open.
   *
   * @throws NotFound with code {@code shift-area-unknown}
   */
  public List<Handover> list(Caller caller, String area, long before, int limit) {
    Caller worker = caller.with(Right.WORK_SHIFTS);
    areas.require(worker, area);
    return transactions.read(tx -> store.list(tx, worker, area, before, limit));
  }

  /**
   * One with all that stands on it.
   *
   * @throws NotFound with code {@code handover-unknown}
   */
  public Handover get(Caller caller, long id) {
    Caller worker = caller.with(Right.WORK_SHIFTS);
    return transactions.read(tx -> get(tx, worker, id));
  }

  private Handover get(Tx tx, Caller worker, long id) {
    return store
        .find(tx, worker, id)
        .orElseThrow(() -> new NotFound("handover-unknown", Map.of("handover", id)));
  }

  /**
   * The caller begins to hand over the shift they are on: what stands open now is put on a sheet.
   *
   * @throws NotFound with code {@code shift-area-unknown}
   * @throws Conflict with code {@code shift-not-begun}
   * @throws Invalid with code {@code handover-words}
   */
  public Handover begin(Caller caller, String area, String remarks) {
    Caller worker = caller.with(Right.WORK_SHIFTS);
    areas.require(worker, area);
    Handover.Words words = words("remarks", remarks);
    return transactions.write(
        caller,
        tx -> {
          Shift shift =
              shifts
                  .running(tx, worker, caller.account())
                  .filter(one -> one.area().equals(area))
                  .orElseThrow(() -> new Conflict("shift-not-begun", Map.of()));
          Handover begun =
              store.add(
                  tx,
                  worker,
                  new Handover(
                      0,
                      1,
                      area,
                      caller.account(),
                      shift.begunAt(),
                      tx.now(),
                      false,
                      words,
                      Handover.Words.NONE,
                      source.standing(tx, caller, area, tx.now()),
                      List.of(),
                      false));
          tx.record(new ShiftEvent.HandoverMoved(begun, HandoverStep.BEGUN));
          return begun;
        });
  }

  private static Handover.Words words(String field, String text) {
    if (text.strip().length() > LONGEST_WORDS) {
      throw new Invalid(field, "handover-words", Map.of("most", LONGEST_WORDS));
    }
    return Handover.Words.of(text.strip());
  }

  /**
   * The caller signs: who began it for the outgoing side, then somebody else for the incoming one.
   * With the second signature the one's shift ends and the other's begins.
   *
   * @param ifVersion the version the caller has seen
   * @param answer what the incoming side says; of no account for the outgoing one
   * @throws NotFound with code {@code handover-unknown}
   * @throws Conflict with code {@code version-conflict}, {@code handover-over} where it is signed
   *     by both or withdrawn, {@code handover-same} where one person would sign for both, {@code
   *     handover-unsigned} where the outgoing side has not signed, {@code handover-in-person} where
   *     no person signs, or {@code handover-broken} where what was signed first is no longer what
   *     stands there
   */
  public Handover sign(Caller caller, long id, int ifVersion, String answer) {
    Caller worker = caller.with(Right.WORK_SHIFTS);
    Handover.Words words = words("answer", answer);
    return transactions.write(
        caller,
        tx -> {
          Handover sheet = held(tx, worker, id, ifVersion);
          if (caller.purpose() != Purpose.USE) {
            throw new Conflict("handover-in-person", Map.of());
          }
          return sheet.signatures().isEmpty()
              ? outgoing(tx, worker, sheet)
              : incoming(tx, worker, sheet.answered(words));
        });
  }

  private Handover held(Tx tx, Caller worker, long id, int ifVersion) {
    store.hold(tx, worker, id);
    Handover sheet = get(tx, worker, id);
    Conflict.unlessNewest(ifVersion, sheet.version());
    if (sheet.withdrawn() || sheet.state() == Handover.State.SIGNED) {
      throw new Conflict("handover-over", Map.of("handover", id));
    }
    return sheet;
  }

  private Handover outgoing(Tx tx, Caller worker, Handover sheet) {
    if (!sheet.outgoing().equals(worker.account())) {
      throw new Conflict("handover-unsigned", Map.of("handover", sheet.id()));
    }
    Handover signed = signed(tx, worker, sheet, Signature.Side.OUTGOING);
    tx.record(new ShiftEvent.HandoverMoved(signed, HandoverStep.SIGNED));
    return signed;
  }

  private Handover signed(Tx tx, Caller worker, Handover sheet, Signature.Side side) {
    Handover signed =
        sheet.signed(
            new Signature(
                side, worker.account(), worker.staffCodeOrNull(), tx.now(), sheet.hash(side)));
    store.change(tx, worker, signed);
    return signed;
  }

  private Handover incoming(Tx tx, Caller worker, Handover sheet) {
    Signature first = sheet.signatures().get(0);
    boolean samePerson =
        first.staffOrNull() != null && first.staffOrNull().equals(worker.staffCodeOrNull());
    if (first.account().equals(worker.account()) || samePerson) {
      throw new Conflict("handover-same", Map.of("handover", sheet.id()));
    }
    if (!sheet.holds(first)) {
      throw new Conflict("handover-broken", Map.of("handover", sheet.id()));
    }
    Handover signed = signed(tx, worker, sheet, Signature.Side.INCOMING);
    LogEntry.Link link = new LogEntry.Link(null, null, sheet.id());
    for (String account : List.of(sheet.outgoing(), worker.account()).stream().sorted().toList()) {
      shifts.hold(tx, worker, account);
    }
    shifts
        .running(tx, worker, sheet.outgoing())
        .filter(one -> one.area().equals(sheet.area()))
        .ifPresent(one -> register.ended(tx, worker, one, link));
    Optional<Shift> own = shifts.running(tx, worker, worker.account());
    Shift now = own.orElseGet(() -> register.begun(tx, worker, sheet.area()));
    register.kept(
        tx,
        worker,
        new Shift(now.id(), sheet.area(), worker.account(), now.begunAt(), null, false),
        LogEntry.Kind.HANDED_OVER,
        link);
    tx.record(new ShiftEvent.HandoverMoved(signed, HandoverStep.COUNTERSIGNED));
    return signed;
  }

  /**
   * Who began it withdraws it, as long as it is not countersigned; it stays on record.
   *
   * @throws Conflict with code {@code version-conflict}, {@code handover-over} or {@code
   *     handover-of-other}
   */
  public Handover withdraw(Caller caller, long id, int ifVersion) {
    Caller worker = caller.with(Right.WORK_SHIFTS);
    return transactions.write(
        caller,
        tx -> {
          Handover sheet = held(tx, worker, id, ifVersion);
          if (!sheet.outgoing().equals(caller.account())) {
            throw new Conflict("handover-of-other", Map.of("handover", id));
          }
          Handover withdrawn = sheet.withdrawnNow();
          store.change(tx, worker, withdrawn);
          tx.record(new ShiftEvent.HandoverMoved(withdrawn, HandoverStep.WITHDRAWN));
          return withdrawn;
        });
  }

  /**
   * Erases what was said on a sheet; what was signed of it, its digest, stays.
   *
   * @throws NotFound with code {@code handover-unknown}
   */
  public void erase(Caller caller, long id) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    var unused =
        transactions.write(
            caller,
            tx -> {
              store.hold(tx, keeper, id);
              var sheet = get(tx, keeper, id);
              store.erase(tx, keeper, sheet.id());
              tx.record(new ShiftEvent.WordsErased("handover", id));
              return 0;
            });
  }
}
