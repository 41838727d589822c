package org.wangge.evaluation;

import java.time.Instant;
import java.util.Map;
import org.wangge.access.Right;
import org.wangge.event.Audience;
import org.wangge.event.DomainEvent;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentPlace;

/** What happens when closed incidents are evaluated. */
public sealed interface EvaluationEvent extends DomainEvent {

  /** Who is told of them. */
  Audience AUDIENCE = Audience.there(Right.READ_EVALUATIONS);

  /** Something about an incident. */
  sealed interface OfIncident extends EvaluationEvent {

    /** As it is now. */
    Incident incident();

    /** What there is to tell besides which one and where. */
    Map<String, Object> more();

    @Override
    default String subject() {
      return incident().id();
    }

    @Override
    default Map<String, Object> facts() {
      return IncidentPlace.of(incident()).facts(more());
    }
  }

  /**
   * Its reporters are asked how satisfied they are.
   *
   * @param count how many reports
   * @param until from when on no answer is taken
   */
  record EvaluationAsked(Incident incident, int count, Instant until) implements OfIncident {
    @Override
    public String type() {
      return "evaluation-asked";
    }

    @Override
    public Map<String, Object> more() {
      return Map.of("count", count, "until", until.toString());
    }
  }

  /** A reporter has answered, or answered otherwise than before. */
  record EvaluationRated(Incident incident, long rating, Score score) implements OfIncident {
    @Override
    public String type() {
      return "evaluation-rated";
    }

    @Override
    public Map<String, Object> more() {
      return Map.of("rating", rating, "score", score.word());
    }
  }

  /** A supervisor has looked into an answer. */
  record EvaluationReviewed(Incident incident, long rating) implements OfIncident {
    @Override
    public String type() {
      return "evaluation-reviewed";
    }

    @Override
    public Map<String, Object> more() {
      return Map.of("rating", rating);
    }
  }

  /** Closed incidents were drawn by lot. */
  record EvaluationSampled(Sample sample) implements EvaluationEvent {
    @Override
    public String type() {
      return "evaluation-sampled";
    }

    @Override
    public String subject() {
      return Long.toString(sample.id());
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of(
          "grid", sample.frame().area(),
          "seed", sample.seed(),
          "count", sample.size(),
          "population", sample.population());
    }
  }

  /** A supervisor has said what was found about an incident that was drawn. */
  record EvaluationAssessed(Incident incident, long sample, Assessment.Verdict verdict)
      implements OfIncident {
    @Override
    public String type() {
      return "evaluation-assessed";
    }

    @Override
    public Map<String, Object> more() {
      return Map.of(
          "sample", sample,
          "real", verdict.real(),
          "solved", verdict.solved(),
          "inTime", verdict.inTime(),
          "callback", verdict.callback().word());
    }
  }

  /** Anyone may read something of it from now on, or another promise. */
  record EvaluationPublished(Incident incident, int version) implements OfIncident {
    @Override
    public String type() {
      return "evaluation-published";
    }

    @Override
    public Map<String, Object> more() {
      return Map.of("version", version);
    }
  }

  /** Nobody else may read of it any more. */
  record EvaluationWithdrawn(Incident incident, int version) implements OfIncident {
    @Override
    public String type() {
      return "evaluation-withdrawn";
    }

    @Override
    public Map<String, Object> more() {
      return Map.of("version", version);
    }
  }

  /** Reporters have another time to answer, from now on. */
  record EvaluationTermsChanged(Terms terms) implements EvaluationEvent {
    @Override
    public String type() {
      return "evaluation-terms-changed";
    }

    @Override
    public String subject() {
      return Integer.toString(terms.version());
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("days", terms.days());
    }
  }
}
