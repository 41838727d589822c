package org.wangge.server.message;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.event.NumberedEvent;
import org.wangge.event.Tx;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentPlace;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.dispatch.Task;
import org.wangge.incident.dispatch.TaskStore;
import org.wangge.message.Notification;
import org.wangge.message.Occasion;
import org.wangge.message.Recipient;
import org.wangge.message.Telling;

/**
 * Tells who is to handle an incident; where they do not answer, the head of the grid, then the
 * cadre of the community. Thread-safe.
 */
final class TaskOccurrence implements Occurrence {
  private static final Caller CALLER = Caller.upkeep();
  private static final String MOVED = "incident-moved";

  private final IncidentStore incidents;
  private final TaskStore tasks;
  private final Fillings fillings;
  private final Supplier<AreaAtlas> atlas;
  private final Telling telling;

  TaskOccurrence(
      IncidentStore incidents,
      TaskStore tasks,
      Fillings fillings,
      Supplier<AreaAtlas> atlas,
      Telling telling) {
    this.incidents = incidents;
    this.tasks = tasks;
    this.fillings = fillings;
    this.atlas = atlas;
    this.telling = telling;
  }

  @Override
  public Set<String> types() {
    return Set.of(MOVED);
  }

  @Override
  public void happened(Tx tx, NumberedEvent event) {
    Optional<Incident> found = incidents.find(tx, CALLER, event.subject());
    found.ifPresent(
        incident ->
            tasks.list(tx, CALLER, incident.id()).forEach(task -> follow(tx, incident, task)));
  }

  private void follow(Tx tx, Incident incident, Task task) {
    String subject = "task/" + task.id() + "/";
    switch (task.state()) {
      case OFFERED -> offered(tx, incident, task, subject);
      case TAKEN ->
          telling.answered(
              tx,
              CALLER,
              subject,
              new Notification.Answer(
                  Recipient.of(task.handler()), Notification.Way.DEED, tx.now(), account(task)));
      case DECLINED, ENDED -> telling.over(tx, CALLER, subject);
    }
  }

  private static String account(Task task) {
    String account = task.answeredByOrNull();
    return account == null ? CALLER.account() : account;
  }

  private void offered(Tx tx, Incident incident, Task task, String subject) {
    Notification.Matter matter =
        new Notification.Matter(
            Occasion.TASK_GIVEN,
            subject,
            incident.id(),
            IncidentPlace.of(incident),
            fillings.of(tx, incident),
            incident.generated());
    var unused = telling.tell(tx, CALLER, matter, addressees(incident, task));
  }

  private List<Notification.Addressee> addressees(Incident incident, Task task) {
    return InCharge.after(
        List.of(Recipient.of(task.handler())),
        incident.gridCode().flatMap(code -> atlas.get().find(AreaKey.tree(code))).stream()
            .toList());
  }
}
