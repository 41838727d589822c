package org.wangge.server.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.evaluation.EvaluationStore;
import org.wangge.evaluation.Question;
import org.wangge.event.NumberedEvent;
import org.wangge.event.Tx;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentPlace;
import org.wangge.incident.IncidentStore;
import org.wangge.message.Notification;
import org.wangge.message.Occasion;
import org.wangge.message.Reaching;
import org.wangge.message.Recipient;
import org.wangge.message.Telling;

/**
 * Brings the question how satisfied they are to reporters who left a number; the others find it
 * where they follow their report. Thread-safe.
 */
final class QuestionOccurrence implements Occurrence {
  private static final Caller CALLER = Caller.upkeep();
  private static final String ASKED = "evaluation-asked";
  private static final String RATED = "evaluation-rated";

  private final EvaluationStore evaluations;
  private final IncidentStore incidents;
  private final Fillings fillings;
  private final Reaching reaching;
  private final Telling telling;

  QuestionOccurrence(
      EvaluationStore evaluations,
      IncidentStore incidents,
      Fillings fillings,
      Reaching reaching,
      Telling telling) {
    this.evaluations = evaluations;
    this.incidents = incidents;
    this.fillings = fillings;
    this.reaching = reaching;
    this.telling = telling;
  }

  @Override
  public Set<String> types() {
    return Set.of(ASKED, RATED);
  }

  @Override
  public void happened(Tx tx, NumberedEvent event) {
    String subject = "question/" + event.subject() + "/";
    if (event.type().equals(RATED)) {
      telling.answered(
          tx,
          CALLER,
          subject,
          new Notification.Answer(null, Notification.Way.DEED, event.at(), CALLER.account()));
      return;
    }
    Optional<Incident> found = incidents.find(tx, CALLER, event.subject());
    found.ifPresent(incident -> asked(tx, incident, subject, event.at()));
  }

  /** Closed again it is asked again: each closing is a matter of its own. */
  private void asked(Tx tx, Incident incident, String subject, Instant closed) {
    List<Notification.Addressee> who =
        evaluations.questions(tx, incident.id()).stream()
            .filter(question -> question.isOpen(tx.now()))
            .map(Question::reportKey)
            .map(key -> new Recipient(Recipient.Kind.REPORTER, key))
            .filter(one -> !reaching.mediaOf(tx, CALLER, one).isEmpty())
            .map(one -> new Notification.Addressee(one, 1))
            .toList();
    Map<String, String> values = fillings.of(tx, incident);
    Notification.Matter matter =
        new Notification.Matter(
            Occasion.REPORT_CLOSED,
            subject + closed.toEpochMilli(),
            incident.id(),
            IncidentPlace.of(incident),
            values,
            incident.generated());
    var unused = telling.tell(tx, CALLER, matter, who);
  }
}
