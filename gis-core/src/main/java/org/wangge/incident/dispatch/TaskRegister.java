package org.wangge.incident.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.NotFound;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.InCharge;
import org.wangge.incident.Action;
import org.wangge.incident.Handler;
import org.wangge.incident.Hands;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentRegister;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.Standing;

/**
 * Gives incidents to those who handle them: proposes whom, keeps what each has in hand and what
 * they say to it. Thread-safe.
 */
public final class TaskRegister implements Hands {
  private final Transactions transactions;
  private final IncidentStore incidents;
  private final TaskStore tasks;
  private final DepartmentStore departments;
  private final InChargeOf inCharge;
  private final OnDuty onDuty;

  /** Where is told who is in charge of a grid. */
  @FunctionalInterface
  public interface InChargeOf {
    Optional<Area> grid(String code);
  }

  /** Where is told who is on duty near a place, of those whom the caller may see. */
  @FunctionalInterface
  public interface OnDuty {
    /** Staff codes, with how far away they are in metres. */
    Map<String, Double> near(Caller caller, LatticePoint place);
  }

  /**
   * Something in hand, and what it is about.
   *
   * @param task what
   * @param incident about which
   */
  public record InHand(Task task, Incident incident) {}

  public TaskRegister(
      Transactions transactions,
      IncidentStore incidents,
      TaskStore tasks,
      DepartmentStore departments,
      InChargeOf inCharge,
      OnDuty onDuty) {
    this.transactions = transactions;
    this.incidents = incidents;
    this.tasks = tasks;
    this.departments = departments;
    this.inCharge = inCharge;
    this.onDuty = onDuty;
  }

  /** All departments, in the order of their codes. */
  public List<Department> departments(Caller caller) {
    Caller reader = caller.with(Right.READ_INCIDENTS);
    return transactions.read(tx -> departments.list(tx, reader));
  }

  /**
   * Who could handle an incident, the best first.
   *
   * @throws NotFound with code {@code incident-unknown}
   */
  public List<Suggestion> suggestions(Caller caller, String id) {
    Caller leader = caller.with(Right.LEAD_INCIDENTS);
    return transactions.read(
        tx -> {
          Incident incident = get(tx, leader, id);
          List<String> there =
              departments.list(tx, leader).stream()
                  .filter(one -> one.categories().contains(incident.category()))
                  .map(Department::code)
                  .toList();
          List<String> staff =
              incident.gridCode().flatMap(inCharge::grid).stream()
                  .flatMap(area -> area.inCharge().stream())
                  .map(InCharge::staffCode)
                  .toList();
          return Suggestions.of(
              there, staff, onDuty.near(leader, incident.location()), tasks.load(tx, leader));
        });
  }

  /**
   * A task, and what the caller may answer to it.
   *
   * @param task which
   * @param own whether it is the caller's or a department's of the caller
   * @param actions the answers; for others only of whoever leads incidents
   */
  public record Seen(Task task, boolean own, Set<Action> actions) {}

  /** Who handles an incident and who did, in the order in which it was given to them. */
  public List<Seen> tasks(Caller caller, String id) {
    Caller reader = caller.with(Right.READ_INCIDENTS);
    return transactions.read(
        tx -> {
          Incident incident = get(tx, reader, id);
          boolean handled = incident.life().standing() == Standing.DISPATCHED;
          boolean leads = IncidentRegister.may(caller, incident, Right.LEAD_INCIDENTS);
          List<Handler> own =
              caller.has(Right.HANDLE_INCIDENTS) ? departments.handlersOf(tx, caller) : List.of();
          return tasks.list(tx, reader, incident.id()).stream()
              .map(task -> seen(task, own.contains(task.handler()), handled, leads))
              .toList();
        });
  }

  private static Seen seen(Task task, boolean own, boolean handled, boolean leads) {
    return new Seen(task, own, handled && (own || leads) ? task.answers() : Set.of());
  }

  @Override
  public Map<String, Set<Action>> answers(Tx tx, Caller caller) {
    Map<String, Set<Action>> answers = new HashMap<>();
    for (Task task : tasks.openOf(tx, caller, departments.handlersOf(tx, caller))) {
      // Of several at one incident, the first is answered first.
      answers.putIfAbsent(task.incidentId(), task.answers());
    }
    return answers;
  }

  /** What the caller and the caller's departments have in hand; what is due first at first. */
  public List<InHand> mine(Caller caller) {
    Caller handler = caller.with(Right.HANDLE_INCIDENTS);
    return transactions.read(
        tx -> {
          List<InHand> all = new ArrayList<>();
          for (Task task : tasks.openOf(tx, handler, departments.handlersOf(tx, handler))) {
            incidents
                .find(tx, handler, task.incidentId())
                .ifPresent(incident -> all.add(new InHand(task, incident)));
          }
          return all;
        });
  }

  private Incident get(Tx tx, Caller caller, String id) {
    return incidents
        .find(tx, caller, id)
        .orElseThrow(() -> new NotFound("incident-unknown", Map.of("id", id)));
  }

  @Override
  public Action judge(Tx tx, Caller caller, Incident incident, IncidentRegister.Order order) {
    if (order.action() == Action.DISPATCH) {
      requireKnown(tx, caller, order.named().to());
    }
    // What cannot be done in this state at all is refused as that.
    if (!order.action().isAnswer() || incident.life().standing() != Standing.DISPATCHED) {
      return order.action();
    }
    Task own = own(tx, caller, incident, order);
    if (order.action() == Action.TAKE && own.state() == Task.State.TAKEN) {
      throw new Conflict("task-taken", Map.of("code", own.handler().code()));
    }
    boolean last = open(tx, caller, incident.id()).size() == 1;
    return order.action() == Action.DECLINE && last ? Action.SEND_BACK : order.action();
  }

  private void requireKnown(Tx tx, Caller caller, List<Handler> named) {
    Set<String> known =
        departments.list(tx, caller).stream().map(Department::code).collect(Collectors.toSet());
    for (Handler handler : named) {
      if (handler.kind() == Handler.Kind.DEPARTMENT && !known.contains(handler.code())) {
        throw Handler.unknown(handler.code());
      }
    }
  }

  private List<Task> open(Tx tx, Caller caller, String incidentId) {
    return tasks.list(tx, caller, incidentId).stream().filter(Task::isOpen).toList();
  }

  /** The task that is answered; who leads incidents may answer for others, who have telephoned. */
  private Task own(Tx tx, Caller caller, Incident incident, IncidentRegister.Order order) {
    List<Handler> given = order.named().to();
    if (!given.isEmpty() && !caller.has(Right.LEAD_INCIDENTS)) {
      throw new Forbidden("answer-for-others");
    }
    List<Handler> answering = given.isEmpty() ? departments.handlersOf(tx, caller) : given;
    return open(tx, caller, incident.id()).stream()
        .filter(task -> answering.contains(task.handler()))
        .findFirst()
        .orElseThrow(() -> new Conflict("task-none", Map.of("number", incident.number())));
  }

  @Override
  public void done(Tx tx, Caller caller, Incident changed, IncidentRegister.Order order) {
    switch (order.action()) {
      case DISPATCH -> give(tx, caller, changed, order.named());
      case TAKE, DECLINE -> answer(tx, caller, changed, order);
      case SEND_BACK, CLOSE, CANCEL -> end(tx, caller, changed.id());
      default -> {}
    }
  }

  private void give(Tx tx, Caller caller, Incident incident, Named named) {
    end(tx, caller, incident.id());
    List<Task> given =
        named.to().stream()
            .map(handler -> Task.given(incident.id(), handler, named.isLedBy(handler), tx.now()))
            .toList();
    tasks.add(tx, caller, given);
  }

  private void end(Tx tx, Caller caller, String incidentId) {
    for (Task task : open(tx, caller, incidentId)) {
      tasks.change(tx, caller, task.ended());
    }
  }

  private void answer(Tx tx, Caller caller, Incident incident, IncidentRegister.Order order) {
    Task own = own(tx, caller, incident, order);
    Task.State state = order.action() == Action.TAKE ? Task.State.TAKEN : Task.State.DECLINED;
    tasks.change(tx, caller, own.answered(state, tx.now(), caller.account()));
    if (state == Task.State.DECLINED && own.leads()) {
      open(tx, caller, incident.id()).stream()
          .findFirst()
          .ifPresent(next -> tasks.change(tx, caller, next.leading()));
    }
  }
}
