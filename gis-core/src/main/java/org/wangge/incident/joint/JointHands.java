package org.wangge.incident.joint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.incident.Action;
import org.wangge.incident.Handler;
import org.wangge.incident.Hands;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentPlace;
import org.wangge.incident.IncidentRegister;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.Standing;
import org.wangge.incident.dispatch.Task;
import org.wangge.incident.dispatch.TaskStore;

/**
 * Lets what is done to an incident and its joint handling go together: nobody reports back while
 * something of it is open, and it ends with what takes the incident out of the participants' hands.
 * Thread-safe.
 */
public final class JointHands implements Hands {
  private final Hands hands;
  private final IncidentStore incidents;
  private final TaskStore tasks;
  private final JointStore store;
  private final JointAlarms alarms;

  /**
   * Makes them.
   *
   * @param hands who have incidents in hand; asked and told before
   */
  public JointHands(
      Hands hands, IncidentStore incidents, TaskStore tasks, JointStore store, JointAlarms alarms) {
    this.hands = hands;
    this.incidents = incidents;
    this.tasks = tasks;
    this.store = store;
    this.alarms = alarms;
  }

  @Override
  public Map<String, Set<Action>> answers(Tx tx, Caller caller) {
    return hands.answers(tx, caller);
  }

  @Override
  public Action judge(Tx tx, Caller caller, Incident incident, IncidentRegister.Order order) {
    Action action = hands.judge(tx, caller, incident, order);
    // What cannot be done in this state at all is refused as that.
    if (action == Action.REPORT_BACK && incident.life().standing() == Standing.DISPATCHED) {
      // Nobody convenes between this look and the change that follows it.
      incidents.hold(tx, caller, incident.id());
      store.find(tx, caller, incident.id()).ifPresent(joint -> requireSettled(incident, joint));
    }
    return action;
  }

  private static void requireSettled(Incident incident, JointHandling joint) {
    if (joint.decision().isEmpty()) {
      throw new Conflict("joint-undecided", Map.of("number", incident.number()));
    }
    List<Duty> open = joint.openDuties();
    if (!open.isEmpty()) {
      String whose =
          open.stream()
              .map(duty -> duty.number() + " (" + duty.handler().code() + ")")
              .collect(Collectors.joining(", "));
      throw new Conflict("joint-open", Map.of("number", incident.number(), "open", whose));
    }
  }

  @Override
  public void done(Tx tx, Caller caller, Incident changed, IncidentRegister.Order order) {
    hands.done(tx, caller, changed, order);
    store
        .find(tx, caller, changed.id())
        .ifPresent(joint -> follow(tx, caller, changed, order.action(), joint));
  }

  private void follow(Tx tx, Caller caller, Incident changed, Action action, JointHandling joint) {
    Standing standing = changed.life().standing();
    if (standing != Standing.DISPATCHED && standing != Standing.SUSPENDED) {
      // Whoever was the last to decline has sent it back.
      end(tx, caller, changed, joint, action == Action.DECLINE ? Action.SEND_BACK : action);
    } else if (action == Action.DECLINE) {
      leave(tx, caller, changed, joint);
    }
  }

  private void leave(Tx tx, Caller caller, Incident changed, JointHandling joint) {
    List<Task> open = tasks.list(tx, caller, changed.id()).stream().filter(Task::isOpen).toList();
    List<Handler> still = open.stream().map(Task::handler).toList();
    Handler leader = open.stream().filter(Task::leads).findFirst().orElse(open.get(0)).handler();
    JointHandling left = joint.left(still, leader, tx.now());
    if (left.present().size() == 1 && left.decision().isEmpty()) {
      end(tx, caller, changed, joint, Action.DECLINE);
      return;
    }
    store.change(tx, caller, left);
    tx.record(new JointEvent.JointLeft(changed.id(), left.version(), IncidentPlace.of(changed)));
  }

  private void end(Tx tx, Caller caller, Incident changed, JointHandling joint, Action by) {
    JointHandling ended = joint.ended(tx.now(), by);
    store.change(tx, caller, ended);
    alarms.disarm(tx, caller, ended);
    tx.record(
        new JointEvent.JointEnded(changed.id(), ended.version(), by, IncidentPlace.of(changed)));
  }
}
