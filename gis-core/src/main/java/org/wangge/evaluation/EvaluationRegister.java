package org.wangge.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.ReportRegister;
import org.wangge.incident.ReporterStore;
import org.wangge.people.SecretHash;

/**
 * What reporters answer when they are asked how satisfied they are, and who looks into it.
 * Thread-safe.
 */
public final class EvaluationRegister {
  private static final String UNKNOWN = "evaluation-unknown";

  private final Transactions transactions;
  private final EvaluationStore store;
  private final IncidentStore incidents;
  private final ReporterStore reporters;

  public EvaluationRegister(
      Transactions transactions,
      EvaluationStore store,
      IncidentStore incidents,
      ReporterStore reporters) {
    this.transactions = transactions;
    this.store = store;
    this.incidents = incidents;
    this.reporters = reporters;
  }

  /**
   * What the holder of a token is asked.
   *
   * @param question it
   * @param state how far it is
   * @param open whether an answer is taken
   * @param rating the answer that holds
   */
  public record Own(
      Question question, Question.State state, boolean open, Optional<Rating> rating) {}

  /**
   * What the holder of a token is asked; empty before the incident is closed.
   *
   * @throws NotFound with code {@code report-unknown}
   */
  public Optional<Own> own(String token) {
    return transactions.read(
        tx -> store.question(tx, key(tx, token)).map(question -> own(tx, question)));
  }

  private String key(Tx tx, String token) {
    return reporters
        .findKey(tx, SecretHash.of(token))
        .orElseThrow(() -> new NotFound("report-unknown", Map.of()));
  }

  private Own own(Tx tx, Question question) {
    Optional<Rating> rating =
        Optional.ofNullable(question.ratingOrNull()).flatMap(id -> store.rating(tx, id));
    return new Own(question, question.state(tx.now()), question.isOpen(tx.now()), rating);
  }

  /**
   * Answers, or answers otherwise. The same answer again changes nothing.
   *
   * @param words what the reporter adds; empty for nothing
   * @throws NotFound with code {@code report-unknown}
   * @throws Conflict with code {@code evaluation-not-asked} before the incident is closed, or
   *     {@code evaluation-lapsed}
   * @throws Invalid with code {@code evaluation-words}
   */
  public Own rate(Caller caller, String token, Score score, String words) {
    if (words.length() > Rating.LONGEST_WORDS) {
      throw new Invalid("words", "evaluation-words", Map.of("longest", Rating.LONGEST_WORDS));
    }
    return transactions.write(
        caller,
        tx -> {
          Question question =
              store
                  .hold(tx, key(tx, token))
                  .orElseThrow(() -> new Conflict("evaluation-not-asked", Map.of()));
          if (!question.isOpen(tx.now())) {
            throw new Conflict("evaluation-lapsed", Map.of("until", question.until().toString()));
          }
          Own before = own(tx, question);
          return before.rating().filter(it -> it.says(score, words)).isPresent()
              ? before
              : answered(tx, caller, question, score, words);
        });
  }

  private Own answered(Tx tx, Caller caller, Question question, Score score, String words) {
    Incident incident = incidents.find(tx, Caller.upkeep(), question.incidentId()).orElseThrow();
    Rating rating = store.add(tx, caller, Rating.given(question, score, words, tx.now()));
    tx.record(new EvaluationEvent.EvaluationRated(incident, rating.id(), score));
    return own(tx, store.question(tx, question.reportKey()).orElseThrow());
  }

  /**
   * A rating as somebody may read it.
   *
   * @param rating it
   * @param words masked for who reads them
   * @param remark of who has looked into it, masked too; empty where there is none
   * @param incident of which it is
   */
  public record Seen(Rating rating, String words, String remark, Incident incident) {
    /** Nothing personal gets into a log by being printed. */
    @Override
    public String toString() {
      return rating.toString();
    }
  }

  /** Ratings that hold, the newest first. */
  public List<Seen> list(Caller caller, EvaluationStore.Query query) {
    Caller reader = caller.with(Right.READ_EVALUATIONS);
    return transactions.read(
        tx ->
            store.list(tx, reader, query).stream()
                .map(one -> seen(reader, one, get(tx, reader, one.incidentId())))
                .toList());
  }

  private static Seen seen(Caller reader, Rating rating, Incident incident) {
    Set<Role> roles = ReportRegister.rolesAt(reader, incident);
    String remark =
        Optional.ofNullable(rating.reviewedOrNull()).map(Rating.Review::remark).orElse("");
    return new Seen(
        rating,
        ReportRegister.text(rating.words(), roles),
        ReportRegister.text(remark, roles),
        incident);
  }

  private Incident get(Tx tx, Caller reader, String id) {
    return incidents
        .find(tx, reader, id)
        .orElseThrow(() -> new NotFound("incident-unknown", Map.of("id", id)));
  }

  /**
   * What is known of an incident.
   *
   * @param now as of which it was read
   * @param questions that its reporters were asked
   * @param ratings that hold
   */
  public record OfIncident(Instant now, List<Question> questions, List<Seen> ratings) {}

  /**
   * What is known of an incident.
   *
   * @throws NotFound with code {@code incident-unknown}, also where the caller may not see it
   */
  public OfIncident of(Caller caller, String incidentId) {
    Caller reader = caller.with(Right.READ_EVALUATIONS);
    return transactions.read(
        tx -> {
          Incident incident = get(tx, reader, incidentId);
          return new OfIncident(
              tx.now(),
              store.questions(tx, incidentId),
              store.list(tx, reader, EvaluationStore.Query.of(incidentId)).stream()
                  .map(one -> seen(reader, one, incident))
                  .toList());
        });
  }

  /**
   * Notes that an answer was looked into. Nothing changes where that is noted.
   *
   * @param remark what was found; empty for nothing
   * @throws NotFound with code {@code evaluation-unknown}, also where the caller may not see it
   * @throws Invalid with code {@code evaluation-words}
   */
  public Seen review(Caller caller, long id, String remark) {
    Caller appraiser = caller.with(Right.APPRAISE_INCIDENTS);
    if (remark.length() > Rating.LONGEST_WORDS) {
      throw new Invalid("remark", "evaluation-words", Map.of("longest", Rating.LONGEST_WORDS));
    }
    return transactions.write(
        caller,
        tx -> {
          NotFound unknown = new NotFound(UNKNOWN, Map.of("id", id));
          Rating rating = store.rating(tx, id).orElseThrow(() -> unknown);
          Incident incident =
              incidents.find(tx, appraiser, rating.incidentId()).orElseThrow(() -> unknown);
          if (store.review(tx, caller, id, new Rating.Review(tx.now(), caller.account(), remark))) {
            tx.record(new EvaluationEvent.EvaluationReviewed(incident, id));
          }
          return seen(appraiser, store.rating(tx, id).orElseThrow(), incident);
        });
  }

  /** How long reporters may answer. */
  public Terms terms(Caller caller) {
    Caller reader = caller.with(Right.READ_EVALUATIONS);
    return transactions.read(tx -> store.terms(tx, reader));
  }

  /** How long they might at any time, the newest first. */
  public List<Terms> editions(Caller caller) {
    Caller reader = caller.with(Right.READ_EVALUATIONS);
    return transactions.read(tx -> store.editions(tx, reader));
  }

  /**
   * Gives reporters another time to answer. Who was asked before keeps theirs.
   *
   * @param ifVersion the version the caller has seen
   * @throws Conflict with code {@code version-conflict}
   */
  public Terms change(Caller asking, int ifVersion, int days) {
    Caller caller = asking.with(Right.KEEP_LIMITS);
    return transactions.write(
        caller,
        tx -> {
          Terms newest = store.terms(tx, caller);
          Conflict.unlessNewest(ifVersion, newest.version());
          Terms terms = newest.with(days, tx.now());
          store.add(tx, caller, terms);
          tx.record(new EvaluationEvent.EvaluationTermsChanged(terms));
          return terms;
        });
  }
}
