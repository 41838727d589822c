package org.wangge.incident.joint;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.incident.Handler;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentPlace;
import org.wangge.incident.IncidentRegister;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.ReportRegister;
import org.wangge.incident.Standing;
import org.wangge.incident.dispatch.DepartmentStore;
import org.wangge.incident.dispatch.Task;
import org.wangge.incident.dispatch.TaskStore;

/** Lets several handle an incident together, and keeps what they say and decide. Thread-safe. */
public final class JointRegister {
  private static final int LEAST = 2;

  private final Transactions transactions;
  private final IncidentStore incidents;
  private final TaskStore tasks;
  private final DepartmentStore departments;
  private final JointStore store;
  private final JointAlarms alarms;

  public JointRegister(
      Transactions transactions,
      IncidentStore incidents,
      TaskStore tasks,
      DepartmentStore departments,
      JointStore store,
      JointAlarms alarms) {
    this.transactions = transactions;
    this.incidents = incidents;
    this.tasks = tasks;
    this.departments = departments;
    this.store = store;
    this.alarms = alarms;
  }

  /**
   * The joint handlings of an incident, and what the caller may do.
   *
   * @param all the newest first; their texts masked as those of reasons are
   * @param actions what may be done with the one that goes on, or that one be convened
   * @param duties numbers of its duties that the caller may say to be done
   */
  public record Seen(List<JointHandling> all, Set<JointAction> actions, Set<Integer> duties) {}

  /** As what somebody stands to an incident. */
  private record Part(boolean leads, List<Handler> own) {
    boolean mayWrite(JointHandling joint) {
      return leads || isAmong(joint.present().stream());
    }

    boolean mayDecide(JointHandling joint) {
      return leads || isAmong(joint.present().stream().filter(Participant::leads));
    }

    boolean mayDo(Duty duty) {
      return leads || own.contains(duty.handler());
    }

    private boolean isAmong(Stream<Participant> some) {
      return some.anyMatch(one -> own.contains(one.handler()));
    }
  }

  /**
   * Of an incident.
   *
   * @throws NotFound with code {@code incident-unknown}, also where the caller may not see it
   */
  public Seen seen(Caller caller, String id) {
    Caller reader = caller.with(Right.READ_INCIDENTS);
    return transactions.read(
        tx -> {
          Incident incident = get(tx, reader, id);
          Set<Role> roles = ReportRegister.rolesAt(reader, incident);
          List<JointHandling> all =
              store.list(tx, reader, id).stream()
                  .map(one -> one.reading(text -> ReportRegister.text(text, roles)))
                  .toList();
          Optional<JointHandling> open = all.stream().filter(JointHandling::isOpen).findFirst();
          Part part = part(tx, caller, incident);
          return open.map(joint -> seen(all, joint, part))
              .orElseGet(() -> new Seen(all, convening(tx, reader, incident, part), Set.of()));
        });
  }

  /** Ids of the incidents that are handled jointly now, also of those the caller may not see. */
  public Set<String> going(Caller caller) {
    Caller reader = caller.with(Right.READ_INCIDENTS);
    return transactions.read(tx -> store.going(tx, reader));
  }

  private static Seen seen(List<JointHandling> all, JointHandling joint, Part part) {
    Set<JointAction> actions = EnumSet.noneOf(JointAction.class);
    if (part.mayWrite(joint)) {
      actions.add(JointAction.MINUTE);
    }
    if (part.mayDecide(joint) && joint.decision().isEmpty()) {
      actions.add(JointAction.DECIDE);
    }
    Set<Integer> duties = new TreeSet<>();
    joint.openDuties().stream()
        .filter(one -> part.mayDo(one))
        .forEach(one -> duties.add(one.number()));
    return new Seen(all, actions, duties);
  }

  private Set<JointAction> convening(Tx tx, Caller caller, Incident incident, Part part) {
    boolean can =
        part.leads()
            && incident.life().standing() == Standing.DISPATCHED
            && participants(tx, caller, incident).size() >= LEAST;
    return can ? EnumSet.of(JointAction.CONVENE) : EnumSet.noneOf(JointAction.class);
  }

  /** As what a caller stands to an incident: who may handle none takes no part in it. */
  private Part part(Tx tx, Caller caller, Incident incident) {
    return new Part(
        IncidentRegister.may(caller, incident, Right.LEAD_INCIDENTS),
        caller.has(Right.HANDLE_INCIDENTS) ? departments.handlersOf(tx, caller) : List.of());
  }

  private Incident get(Tx tx, Caller caller, String id) {
    return incidents
        .find(tx, caller, id)
        .orElseThrow(() -> new NotFound("incident-unknown", Map.of("id", id)));
  }

  private Incident held(Tx tx, Caller caller, String id) {
    incidents.hold(tx, caller, id);
    return get(tx, caller, id);
  }

  private static void requireVersion(int seen, int now) {
    Conflict.unlessNewest(seen, now);
  }

  private List<Participant> participants(Tx tx, Caller caller, Incident incident) {
    return tasks.list(tx, caller, incident.id()).stream()
        .filter(Task::isOpen)
        .map(task -> new Participant(task.handler(), task.leads(), null))
        .toList();
  }

  /**
   * Lets those who have an incident in hand handle it together.
   *
   * @param ifVersion the version of the incident the caller has seen; it stays the same
   * @throws Conflict with code {@code version-conflict}, {@code joint-alone} unless at least two
   *     have it in hand, or {@code joint-convened} when they do so already
   * @throws Invalid with code {@code joint-text-missing}
   */
  public JointHandling convene(Caller caller, String id, int ifVersion, String reason) {
    Caller leader = caller.with(Right.LEAD_INCIDENTS);
    return transactions.write(
        caller,
        tx -> {
          Incident incident = held(tx, leader, id);
          requireVersion(ifVersion, incident.version());
          requireText("reason", reason);
          List<JointHandling> before = store.list(tx, leader, id);
          if (before.stream().anyMatch(JointHandling::isOpen)) {
            throw new Conflict("joint-convened", Map.of("number", incident.number()));
          }
          List<Participant> who = participants(tx, leader, incident);
          if (incident.life().standing() != Standing.DISPATCHED || who.size() < LEAST) {
            throw new Conflict("joint-alone", Map.of("number", incident.number()));
          }
          int version = before.isEmpty() ? 1 : before.get(0).version() + 1;
          JointHandling joint = JointHandling.convene(id, version, who, reason, hand(tx, caller));
          store.add(tx, leader, joint);
          tx.record(
              new JointEvent.JointConvened(id, version, who.size(), IncidentPlace.of(incident)));
          return joint;
        });
  }

  private static JointHandling.Hand hand(Tx tx, Caller caller) {
    return new JointHandling.Hand(tx.now(), caller.account());
  }

  private static void requireText(String field, String text) {
    if (text.isBlank()) {
      throw new Invalid(field, "joint-text-missing");
    }
  }

  /**
   * Writes something into the minutes.
   *
   * @param ifVersion the version of the joint handling the caller has seen
   * @throws Conflict with code {@code version-conflict} or {@code joint-none}
   * @throws Forbidden with code {@code joint-not-yours}
   * @throws Invalid with code {@code joint-text-missing}
   */
  public JointHandling minute(Caller caller, String id, int ifVersion, String text) {
    return change(
        caller,
        id,
        ifVersion,
        (tx, now) -> {
          require(now.part().mayWrite(now.joint()));
          requireText("text", text);
          JointHandling changed = now.joint().said(text, hand(tx, caller));
          tx.record(new JointEvent.JointMinuted(id, changed.version(), now.place()));
          return changed;
        });
  }

  /**
   * Decides who does what by when, once and for all.
   *
   * @throws Conflict with code {@code version-conflict}, {@code joint-none} or {@code
   *     joint-decided}
   * @throws Forbidden with code {@code joint-not-yours}
   * @throws Invalid as {@link Decision#duties}
   */
  public JointHandling decide(Caller caller, String id, int ifVersion, Decision decision) {
    return change(
        caller,
        id,
        ifVersion,
        (tx, now) -> {
          require(now.part().mayDecide(now.joint()));
          if (now.joint().decision().isPresent()) {
            throw new Conflict("joint-decided", Map.of("number", now.incident().number()));
          }
          requireText("text", decision.text());
          List<Duty> duties = decision.duties(now.joint().present(), tx.now());
          JointHandling changed = now.joint().decided(decision.text(), duties, hand(tx, caller));
          alarms.arm(tx, caller, changed);
          tx.record(new JointEvent.JointDecided(id, changed.version(), duties.size(), now.place()));
          return changed;
        });
  }

  /**
   * Says that a duty is done. Whoever leads incidents may say so of others, who have telephoned.
   *
   * @param note what was done; may be empty
   * @throws NotFound with code {@code joint-duty-unknown}
   * @throws Conflict with code {@code version-conflict}, {@code joint-none} or {@code joint-done}
   * @throws Forbidden with code {@code joint-not-yours}
   */
  public JointHandling done(Caller caller, String id, int ifVersion, int number, String note) {
    return change(
        caller,
        id,
        ifVersion,
        (tx, now) -> {
          Duty duty =
              now.joint()
                  .duty(number)
                  .orElseThrow(() -> new NotFound("joint-duty-unknown", Map.of("duty", number)));
          require(now.part().mayDo(duty));
          if (!duty.isOpen()) {
            throw new Conflict("joint-done", Map.of("duty", number));
          }
          JointHandling changed = now.joint().done(number, note, hand(tx, caller));
          alarms.disarm(tx, caller, changed, number);
          tx.record(
              new JointEvent.DutyDone(
                  id, changed.version(), number, changed.openDuties().size(), now.place()));
          return changed;
        });
  }

  private static void require(boolean may) {
    if (!may) {
      throw new Forbidden("joint-not-yours");
    }
  }

  /** How it stands when something is done. */
  private record Now(Incident incident, JointHandling joint, Part part) {
    IncidentPlace place() {
      return IncidentPlace.of(incident);
    }
  }

  @FunctionalInterface
  private interface Change {
    JointHandling of(Tx tx, Now now);
  }

  private JointHandling change(Caller caller, String id, int ifVersion, Change change) {
    Caller actor = caller.with(Right.HANDLE_INCIDENTS);
    return transactions.write(
        caller,
        tx -> {
          Incident incident = held(tx, actor, id);
          JointHandling joint =
              store
                  .find(tx, actor, id)
                  .orElseThrow(
                      () -> new Conflict("joint-none", Map.of("number", incident.number())));
          requireVersion(ifVersion, joint.version());
          JointHandling changed =
              change.of(tx, new Now(incident, joint, part(tx, caller, incident)));
          store.change(tx, actor, changed);
          return changed;
        });
  }
}
