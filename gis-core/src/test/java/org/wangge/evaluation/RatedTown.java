package org.wangge.evaluation;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.DomainEvent;
import org.wangge.event.HeardTx;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Channel;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.Life;
import org.wangge.incident.Priority;
import org.wangge.incident.ReporterStore;
import org.wangge.incident.Standing;
import org.wangge.people.SecretHash;

/** Incidents, their reports, questions and answers, kept in memory, and a clock. */
final class RatedTown implements Transactions, EvaluationStore {
  static final String GRID = "990101001001001";
  static final LatticePoint PLACE = new LatticePoint(1_117_000_500, 290_300_500);
  static final Instant T0 = Instant.parse("2026-11-02T01:00:00Z");

  private final List<Terms> terms = new ArrayList<>(List.of(new Terms(1, Instant.EPOCH, 15)));
  private final Map<String, Question> questions = new LinkedHashMap<>();
  private final List<Rating> ratings = new ArrayList<>();
  private final Map<String, Incident> incidents = new HashMap<>();
  private final Map<String, String> keysByHash = new HashMap<>();
  private final Map<String, List<String>> reports = new HashMap<>();
  private final List<DomainEvent> events = new ArrayList<>();
  private Instant now = T0;

  final ClosingQuestions closing = new ClosingQuestions(this);
  final EvaluationRegister register =
      new EvaluationRegister(this, this, incidents(), reporterStore());

  /** An incident with reports, each of which is followed by the token {@code token-KEY}. */
  RatedTown with(String incident, String... keys) {
    reports.put(incident, List.of(keys));
    for (String key : keys) {
      keysByHash.put(SecretHash.of("token-" + key), key);
    }
    return this;
  }

  /** Brings an incident to a state, now. */
  Incident stands(String id, Standing standing) {
    Incident incident =
        new Incident(
            id,
            1,
            id,
            "noise",
            "",
            Priority.ORDINARY,
            Channel.PHONE,
            PLACE,
            GRID,
            GRID,
            T0,
            Life.of(standing, T0, null, standing.isOpen() ? null : now),
            true);
    incidents.put(id, incident);
    done(incident);
    return incident;
  }

  /** Something else is done to an incident. */
  void done(Incident incident) {
    write(
        Caller.upkeep(),
        tx -> {
          closing.done(tx, Caller.upkeep(), incident);
          return 0;
        });
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  List<DomainEvent> events() {
    return List.copyOf(events);
  }

  List<Question> questions() {
    return List.copyOf(questions.values());
  }

  List<Rating> ratings() {
    return List.copyOf(ratings);
  }

  private static <T> T fake(Class<T> type, Function<String, Function<Object[], Object>> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, given) -> answers.apply(method.getName()).apply(given)));
  }

  IncidentStore incidents() {
    return fake(
        IncidentStore.class,
        method -> given -> Optional.ofNullable(incidents.get((String) given[2])));
  }

  private ReporterStore reporterStore() {
    return fake(
        ReporterStore.class,
        method -> given -> Optional.ofNullable(keysByHash.get((String) given[1])));
  }

  @Override
  public <T> T write(Caller caller, Function<Tx, T> work) {
    HeardTx tx = new HeardTx(now);
    T done = work.apply(tx);
    events.addAll(tx.events());
    return done;
  }

  @Override
  public <T> T read(Function<Tx, T> work) {
    return work.apply(new HeardTx(now));
  }

  @Override
  public Terms terms(Tx tx, Caller caller) {
    return terms.get(terms.size() - 1);
  }

  @Override
  public List<Terms> editions(Tx tx, Caller caller) {
    return terms.stream().sorted(Comparator.comparing(Terms::version).reversed()).toList();
  }

  @Override
  public void add(Tx tx, Caller caller, Terms added) {
    terms.add(added);
  }

  @Override
  public List<String> followedReports(Tx tx, String incidentId) {
    return reports.getOrDefault(incidentId, List.of());
  }

  @Override
  public void ask(Tx tx, Caller caller, Question question) {
    questions.put(question.reportKey(), question);
  }

  @Override
  public void lapse(Tx tx, Caller caller, String incidentId) {
    questions.replaceAll(
        (key, one) ->
            one.incidentId().equals(incidentId) && one.isOpen(now)
                ? new Question(key, incidentId, one.askedAt(), now, one.ratingOrNull())
                : one);
  }

  @Override
  public Optional<Question> hold(Tx tx, String reportKey) {
    return question(tx, reportKey);
  }

  @Override
  public Optional<Question> question(Tx tx, String reportKey) {
    return Optional.ofNullable(questions.get(reportKey));
  }

  @Override
  public List<Question> questions(Tx tx, String incidentId) {
    return questions.values().stream().filter(it -> it.incidentId().equals(incidentId)).toList();
  }

  @Override
  public Optional<Rating> rating(Tx tx, long id) {
    return ratings.stream().filter(one -> one.id() == id).findFirst();
  }

  @Override
  public Rating add(Tx tx, Caller caller, Rating given) {
    eraseReport(tx, caller, given.reportKey());
    Rating added = with(given, ratings.size() + 1L, given.words(), null);
    ratings.add(added);
    questions.computeIfPresent(
        given.reportKey(),
        (key, one) -> new Question(key, one.incidentId(), one.askedAt(), one.until(), added.id()));
    return added;
  }

  private static Rating with(Rating one, long id, String words, Rating.@Nullable Review review) {
    return new Rating(
        id, one.reportKey(), one.incidentId(), one.score(), words, one.givenAt(), review);
  }

  @Override
  public boolean review(Tx tx, Caller caller, long id, Rating.Review review) {
    boolean first = rating(tx, id).orElseThrow().reviewedOrNull() == null;
    if (first) {
      ratings.replaceAll(one -> one.id() == id ? with(one, id, one.words(), review) : one);
    }
    return first;
  }

  @Override
  public List<Rating> list(Tx tx, Caller caller, Query query) {
    return questions.values().stream()
        .map(Question::ratingOrNull)
        .filter(Objects::nonNull)
        .flatMap(id -> rating(tx, id).stream())
        .filter(
            one ->
                query.incidentOrNull() == null || one.incidentId().equals(query.incidentOrNull()))
        .filter(one -> !query.pending() || !one.score().isSatisfied())
        .sorted(Comparator.comparingLong(Rating::id).reversed())
        .toList();
  }

  @Override
  public void eraseWords(Tx tx, Caller caller, String incidentId) {
    reword(one -> one.incidentId().equals(incidentId) ? "" : one.words());
  }

  @Override
  public void eraseReport(Tx tx, Caller caller, String reportKey) {
    reword(one -> one.reportKey().equals(reportKey) ? "" : one.words());
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {
    reword(
        one ->
            numbers.stream().reduce(one.words(), (words, number) -> words.replace(number, "***")));
  }

  private void reword(Function<Rating, String> words) {
    ratings.replaceAll(one -> with(one, one.id(), words.apply(one), one.reviewedOrNull()));
  }
}
