package org.wangge.emergency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;

/** Declares emergencies, keeps who comes, ends them with a report. Thread-safe. */
public final class EmergencyRegister {
  private final Transactions transactions;
  private final EmergencyStore store;
  private final EmergencyGround ground;
  private final Ports ports;

  /**
   * What it uses of others.
   *
   * @param round takes its task from door to door
   * @param telling lets people be told
   * @param happenings what else happens
   * @param categories of incidents
   */
  public record Ports(
      EmergencyRound round,
      EmergencyTelling telling,
      EmergencyHappenings happenings,
      EmergencyCategories categories) {}

  public EmergencyRegister(
      Transactions transactions, EmergencyStore store, EmergencyGround ground, Ports ports) {
    this.transactions = transactions;
    this.store = store;
    this.ground = ground;
    this.ports = ports;
  }

  /**
   * An emergency as somebody sees it.
   *
   * @param emergency with the grids of the caller
   * @param report how it stands in them, or stood when it ended
   * @param ends whether the caller may end it
   * @param staffs whether the caller may see and say who comes
   */
  public record Seen(Emergency emergency, EmergencyReport report, boolean ends, boolean staffs) {}

  /**
   * What would follow from a declaration.
   *
   * @param grids where it would be
   * @param people how many would be asked
   * @param taken codes of grids in which one lasts already
   */
  public record Foreseen(List<EmergencyGrid> grids, int people, Set<String> taken) {
    /** How many live there. */
    public int households() {
      return grids.stream().mapToInt(EmergencyGrid::households).sum();
    }

    /** How many people it takes. */
    public int needed() {
      return grids.stream().mapToInt(EmergencyGrid::needed).sum();
    }
  }

  /**
   * Tells what would follow from a declaration; nothing changes.
   *
   * @throws NotFound with code {@code area-unknown}
   * @throws Forbidden with code {@code area-scope}
   * @throws Invalid with code {@code emergency-category-unknown}
   */
  public Foreseen foresee(Caller caller, Emergency.Plan plan) {
    Caller actor = caller.with(Right.DECLARE_EMERGENCIES);
    List<EmergencyGrid> grids = ground.grids(actor, plan);
    return transactions.read(
        tx -> {
          requireCategories(tx, plan);
          return new Foreseen(
              grids,
              ground.livingIn(tx, grids).values().stream().mapToInt(List::size).sum(),
              store.taken(tx, grids.stream().map(EmergencyGrid::code).toList()));
        });
  }

  /**
   * Declares one: people who live in its grids are asked, its task begins, all in one transaction.
   *
   * @throws NotFound with code {@code area-unknown}
   * @throws Forbidden with code {@code area-scope}
   * @throws Invalid with code {@code emergency-category-unknown}
   * @throws Conflict with code {@code emergency-grid-taken} where one lasts in a grid already
   */
  public Seen declare(Caller caller, Emergency.Plan plan) {
    Caller actor = caller.with(Right.DECLARE_EMERGENCIES);
    List<EmergencyGrid> grids = ground.grids(actor, plan);
    return transactions.write(
        caller,
        tx -> {
          Emergency meant =
              Emergency.declare(plan, grids, new Emergency.Deed(tx.now(), caller.account()));
          requireFree(tx, meant);
          requireCategories(tx, plan);
          Emergency declared = store.add(tx, actor, carried(tx, actor, meant));
          List<EmergencyCall> calls = called(tx, declared);
          store.ask(tx, actor, calls);
          ports.telling().ask(tx, actor, declared, calls);
          tx.record(new EmergencyEvent.EmergencyDeclared(declared, calls.size()));
          return seen(tx, caller, actor, declared);
        });
  }

  private void requireCategories(Tx tx, Emergency.Plan plan) {
    for (String code : plan.urgentCategories()) {
      if (!ports.categories().isInUse(tx, code)) {
        throw new Invalid(
            "urgentCategories", "emergency-category-unknown", Map.of("category", code));
      }
    }
  }

  private void requireFree(Tx tx, Emergency meant) {
    store.taken(tx, meant.gridCodes()).stream()
        .sorted()
        .findFirst()
        .ifPresent(
            grid -> {
              throw new Conflict("emergency-grid-taken", Map.of("grid", grid));
            });
  }

  private Emergency carried(Tx tx, Caller actor, Emergency meant) {
    return meant.plan().task().isEmpty()
        ? meant
        : meant.carriedBy(ports.round().begin(tx, actor, meant.plan(), meant.gridCodes()));
  }

  private List<EmergencyCall> called(Tx tx, Emergency declared) {
    List<EmergencyCall> calls = new ArrayList<>();
    ground
        .livingIn(tx, declared.grids())
        .forEach(
            (grid, people) ->
                people.forEach(
                    staff ->
                        calls.add(new EmergencyCall(declared.id(), grid, staff, tx.now(), null))));
    return calls;
  }

  /** Emergencies the caller may know of, the newest first. */
  public List<Seen> list(Caller caller, boolean lasting, long before, int limit) {
    Caller reader = caller.with(Right.READ_EMERGENCIES);
    return transactions.read(
        tx ->
            store.list(tx, reader, lasting, before, limit).stream()
                .map(one -> seen(tx, caller, reader, one))
                .toList());
  }

  /**
   * The one of an id.
   *
   * @throws NotFound with code {@code emergency-unknown}, also where the caller may not see it
   */
  public Seen get(Caller caller, long id) {
    Caller reader = caller.with(Right.READ_EMERGENCIES);
    return transactions.read(tx -> seen(tx, caller, reader, get(tx, reader, id)));
  }

  private Emergency get(Tx tx, Caller reader, long id) {
    return store
        .find(tx, reader, id)
        .orElseThrow(() -> new NotFound("emergency-unknown", Map.of("emergency", id)));
  }

  private Seen seen(Tx tx, Caller caller, Caller reader, Emergency one) {
    EmergencyReport report =
        one.isLasting()
            ? standing(tx, one)
            : store.report(tx, reader, one.id()).orElseGet(() -> standing(tx, one));
    return new Seen(
        one.within(reader.scope()),
        report.within(reader.scope()),
        one.isLasting() && isWhollyIn(caller, Right.DECLARE_EMERGENCIES, one),
        caller.has(Right.STAFF_EMERGENCIES));
  }

  private EmergencyReport standing(Tx tx, Emergency one) {
    Instant to = one.ending().map(Emergency.Deed::at).orElse(tx.now());
    return Standings.of(
        one,
        store.calls(tx, Caller.upkeep(), one.id()),
        one.campaign().map(id -> ports.round().progress(tx, id)).orElseGet(Map::of),
        ports.happenings().incidents(tx, one.gridCodes(), one.declared().at(), to),
        ports.happenings().whistles(tx, one.gridCodes(), one.declared().at(), to));
  }

  private static boolean isWhollyIn(Caller caller, Right right, Emergency one) {
    return caller.has(right)
        && one.gridCodes().stream().allMatch(caller.with(right).scope()::covers);
  }

  /**
   * Who was asked in the caller's grids.
   *
   * @throws NotFound with code {@code emergency-unknown}
   */
  public List<EmergencyCall> calls(Caller caller, long id) {
    Caller keeper = caller.with(Right.STAFF_EMERGENCIES);
    return transactions.read(
        tx ->
            store.calls(tx, keeper, get(tx, keeper, id).id()).stream()
                .filter(one -> keeper.scope().covers(one.grid()))
                .toList());
  }

  /**
   * Where the caller is asked to serve.
   *
   * @param emergency which
   * @param call what was asked
   */
  public record Own(Emergency emergency, EmergencyCall call) {}

  /** Where the caller is asked to serve, in emergencies that last. */
  public List<Own> own(Caller caller) {
    Caller asked = caller.with(Right.ANSWER_EMERGENCIES);
    return transactions.read(
        tx ->
            asked.staffCode().map(staff -> store.callsOf(tx, staff)).orElseGet(List::of).stream()
                .map(call -> new Own(get(tx, Caller.upkeep(), call.emergency()), call))
                .toList());
  }

  /**
   * Says whether the caller comes.
   *
   * @throws NotFound with code {@code emergency-unknown} or {@code emergency-call-unknown}
   * @throws Conflict with code {@code emergency-over}
   */
  public Own reply(Caller caller, long id, boolean comes) {
    Caller asked = caller.with(Right.ANSWER_EMERGENCIES);
    return replied(caller, Caller.upkeep(), id, asked.staffCode().orElse(""), comes, false);
  }

  /**
   * Says for somebody who was called whether they come.
   *
   * @throws NotFound with code {@code emergency-unknown} or {@code emergency-call-unknown}
   * @throws Conflict with code {@code emergency-over}
   */
  public Own replyFor(Caller caller, long id, String staff, boolean comes) {
    return replied(caller, caller.with(Right.STAFF_EMERGENCIES), id, staff, comes, true);
  }

  private Own replied(
      Caller caller, Caller reader, long id, String staff, boolean comes, boolean byDesk) {
    return transactions.write(
        caller,
        tx -> {
          Emergency lasting = lasting(tx, reader, id);
          EmergencyCall call =
              store.calls(tx, reader, id).stream()
                  .filter(one -> one.staff().equals(staff))
                  .filter(one -> reader.scope().covers(one.grid()))
                  .findFirst()
                  .orElseThrow(
                      () -> new NotFound("emergency-call-unknown", Map.of("emergency", id)));
          EmergencyCall said =
              call.replied(new EmergencyCall.Reply(comes, byDesk, tx.now(), caller.account()));
          store.reply(tx, reader, said);
          ports.telling().answered(tx, caller, said);
          tx.record(new EmergencyEvent.EmergencyAnswered(said));
          return new Own(lasting, said);
        });
  }

  private Emergency lasting(Tx tx, Caller reader, long id) {
    store.hold(tx, reader, id);
    Emergency found = get(tx, reader, id);
    if (!found.isLasting()) {
      throw new Conflict("emergency-over", Map.of("emergency", id));
    }
    return found;
  }

  /**
   * Has somebody else be called in a grid while it lasts.
   *
   * @param ifVersion the version the caller has seen
   * @throws NotFound with code {@code emergency-unknown} or {@code emergency-grid-unknown}
   * @throws Conflict with code {@code emergency-over} or {@code version-conflict}
   */
  public Seen contact(
      Caller caller, long id, String grid, int ifVersion, EmergencyContact contact) {
    Caller keeper = caller.with(Right.STAFF_EMERGENCIES);
    return transactions.write(
        caller,
        tx -> {
          Emergency lasting = lasting(tx, keeper, id);
          Conflict.unlessNewest(ifVersion, lasting.version());
          if (lasting.grid(grid).isEmpty() || !keeper.scope().covers(grid)) {
            throw new NotFound("emergency-grid-unknown", Map.of("grid", grid));
          }
          Emergency changed = lasting.calling(grid, contact);
          store.change(tx, keeper, changed);
          tx.record(new EmergencyEvent.EmergencyContactChanged(changed, grid));
          return seen(tx, caller, keeper, changed);
        });
  }

  /**
   * Ends one: its task ends, nobody is asked any more, and how it stood is filed.
   *
   * @param ifVersion the version the caller has seen
   * @throws NotFound with code {@code emergency-unknown}
   * @throws Conflict with code {@code emergency-over} or {@code version-conflict}
   * @throws Forbidden with code {@code area-scope} where it goes beyond the caller's areas
   */
  public Seen end(Caller caller, long id, int ifVersion) {
    Caller actor = caller.with(Right.DECLARE_EMERGENCIES);
    return transactions.write(
        caller,
        tx -> {
          Emergency lasting = lasting(tx, actor, id);
          Conflict.unlessNewest(ifVersion, lasting.version());
          if (!isWhollyIn(caller, Right.DECLARE_EMERGENCIES, lasting)) {
            throw new Forbidden("area-scope");
          }
          Emergency ended = lasting.ended(new Emergency.Deed(tx.now(), caller.account()));
          lasting.campaign().ifPresent(one -> ports.round().end(tx, actor, one));
          ports.telling().over(tx, actor, ended);
          store.file(tx, actor, id, standing(tx, ended));
          store.change(tx, actor, ended);
          tx.record(new EmergencyEvent.EmergencyEnded(ended));
          return seen(tx, caller, actor, ended);
        });
  }
}
