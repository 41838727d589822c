package org.wangge.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentFollower;
import org.wangge.incident.Standing;

/**
 * Asks reporters when their incident is closed, in the transaction of the closing; has the
 * questions lapse when it is opened again. Thread-safe.
 */
public final class ClosingQuestions implements IncidentFollower {
  private final EvaluationStore store;

  public ClosingQuestions(EvaluationStore store) {
    this.store = store;
  }

  @Override
  public void done(Tx tx, Caller caller, Incident changed) {
    Instant closed = changed.life().closedOrNull();
    if (changed.life().standing() == Standing.CLOSED && closed != null) {
      ask(tx, caller, changed, closed);
    } else if (changed.life().standing() == Standing.FILED) {
      store.lapse(tx, caller, changed.id());
    }
  }

  /** What is done to an incident after its closing asks nobody again. */
  private void ask(Tx tx, Caller caller, Incident incident, Instant closed) {
    if (store.questions(tx, incident.id()).stream().anyMatch(it -> it.askedAt().equals(closed))) {
      return;
    }
    Terms terms = store.terms(tx, caller);
    List<Question> asked =
        store.followedReports(tx, incident.id()).stream()
            .map(key -> Question.of(key, incident.id(), closed, terms))
            .toList();
    if (asked.isEmpty()) {
      return;
    }
    asked.forEach(question -> store.ask(tx, caller, question));
    tx.record(
        new EvaluationEvent.EvaluationAsked(incident, asked.size(), closed.plus(terms.answer())));
  }

  @Override
  public void eraseWords(Tx tx, Caller caller, String incidentId) {
    store.eraseWords(tx, caller, incidentId);
  }

  @Override
  public void eraseReport(Tx tx, Caller caller, String reportKey) {
    store.eraseReport(tx, caller, reportKey);
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {
    store.eraseNumbers(tx, caller, numbers);
  }
}
