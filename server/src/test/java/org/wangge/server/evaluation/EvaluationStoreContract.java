package org.wangge.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.clock.Calendars;
import org.wangge.evaluation.EvaluationRegister;
import org.wangge.evaluation.EvaluationStore;
import org.wangge.evaluation.Question;
import org.wangge.evaluation.Rating;
import org.wangge.evaluation.Score;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Partition;
import org.wangge.incident.Channel;
import org.wangge.incident.FiledReport;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentFollowers;
import org.wangge.incident.Life;
import org.wangge.incident.Priority;
import org.wangge.incident.Report;
import org.wangge.incident.Standing;
import org.wangge.people.SecretHash;
import org.wangge.server.clock.JdbcCalendarStore;
import org.wangge.server.clock.JdbcTimerStore;
import org.wangge.server.grid.GridModule;
import org.wangge.server.incident.IncidentModule;
import org.wangge.server.incident.KeyedTokens;
import org.wangge.server.people.SetClock;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.TestDatabase;

/** What the store of questions and answers promises, on either database. */
abstract class EvaluationStoreContract {
  private static final Caller ALL = Caller.upkeep();
  private static final int PEOPLE = 8;
  private static final LatticePoint PLACE = new LatticePoint(1_126_137_000, 289_182_000);

  private final SetClock clock = new SetClock();
  private final EvaluationStore store = new JdbcEvaluationStore();
  private final IncidentFollowers followers = new IncidentFollowers();
  private Database database;
  private GridModule grids;
  private IncidentModule incidents;
  private EvaluationRegister register;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open(clock);
    grids = new GridModule(database, clock);
    incidents =
        new IncidentModule(
            database,
            grids.store(),
            () -> AreaAtlas.of(List.of(), List.of(new Partition(Partition.TREE, "", "")), 1),
            new KeyedTokens(new byte[32]),
            new Calendars(new JdbcCalendarStore()),
            new JdbcTimerStore(),
            (caller, place) -> Map.of(),
            followers,
            clock);
    new EvaluationModule(database, incidents, followers);
    register = new EvaluationRegister(database, store, incidents.store(), incidents.reporters());
    closed("a", "990101001001001", "ka", "kb");
    closed("b", "990101002001001", "kc");
  }

  @AfterEach
  void close() {
    grids.close();
    database.close();
  }

  private void write(Consumer<Tx> work) {
    database.write(
        ALL,
        tx -> {
          work.accept(tx);
          return 0;
        });
  }

  private Incident incident(String id, String grid) {
    return new Incident(
        id,
        1,
        id,
        "noise",
        "",
        Priority.ORDINARY,
        Channel.PHONE,
        PLACE,
        grid,
        grid,
        clock.instant(),
        Life.of(Standing.CLOSED, clock.instant(), null, clock.instant()),
        true);
  }

  /** A closed incident with followed reports; their tokens are {@code t-KEY}. */
  private void closed(String id, String grid, String... keys) {
    Incident closed = incident(id, grid);
    write(
        tx -> {
          incidents.store().add(tx, ALL, List.of(closed));
          for (String key : keys) {
            Report report = new Report(key, "noise", Channel.PHONE, PLACE, "x", true);
            incidents
                .store()
                .addReports(tx, ALL, List.of(new FiledReport(report, id, clock.instant())));
            incidents.store().addTokens(tx, ALL, Map.of(key, SecretHash.of("t-" + key)));
          }
          followers.done(tx, ALL, closed);
        });
  }

  private List<Question> questions(String incident) {
    return database.read(tx -> store.questions(tx, incident));
  }

  private List<String> rated(Caller caller, EvaluationStore.Query query) {
    return database.read(
        tx -> store.list(tx, caller, query).stream().map(Rating::reportKey).toList());
  }

  private static EvaluationStore.Query query(boolean pending) {
    return new EvaluationStore.Query(null, null, null, pending, Long.MAX_VALUE, 9);
  }

  private EvaluationRegister.Own rate(String key, Score score, String words) {
    return register.rate(Caller.anonymous(), "t-" + key, score, words);
  }

  @Test
  void questions_and_answers_are_kept_as_they_were_given() {
    assertThat(questions("a")).extracting(Question::reportKey).containsExactly("ka", "kb");
    assertThat(questions("a").get(0).until()).isEqualTo(clock.instant().plus(Duration.ofDays(15)));
    Rating given = rate("ka", Score.UNSATISFIED, "又漏水了").rating().orElseThrow();
    assertThat(register.own("t-ka").orElseThrow().rating()).contains(given);
    assertThat(given.words()).isEqualTo("又漏水了");
    Rating other = rate("ka", Score.FAIRLY_SATISFIED, "").rating().orElseThrow();
    assertThat(other.id()).isGreaterThan(given.id());
    assertThat(database.read(tx -> store.rating(tx, given.id())).orElseThrow().words())
        .as("what was said before is not kept in words")
        .isEmpty();
    Rating.Review review = new Rating.Review(clock.instant(), "s", "来电 13900001111");
    write(
        tx -> {
          assertThat(store.review(tx, ALL, other.id(), review)).isTrue();
          assertThat(store.review(tx, ALL, other.id(), review)).isFalse();
        });
    assertThat(register.own("t-ka").orElseThrow().rating().orElseThrow().reviewedOrNull())
        .isEqualTo(review);
  }

  @Test
  void a_report_that_goes_on_as_another_incident_is_asked_with_that_one() {
    write(
        tx -> {
          JdbcTx.of(tx)
              .update(
                  "insert into incident_merge (incident_id, into_id, merged_at) values (?, ?, ?)",
                  "b",
                  "a",
                  clock.instant());
          assertThat(store.followedReports(tx, "a")).containsExactly("ka", "kb", "kc");
        });
  }

  @Test
  void opened_again_nobody_answers_and_closed_again_everybody_is_asked_anew() {
    rate("ka", Score.SATISFIED, "");
    clock.pass(Duration.ofHours(1));
    write(tx -> store.lapse(tx, ALL, "a"));
    assertThatThrownBy(() -> rate("kb", Score.SATISFIED, "")).isInstanceOf(Conflict.class);
    Instant again = clock.instant();
    write(
        tx ->
            store.ask(
                tx, ALL, new Question("ka", "a", again, again.plus(Duration.ofDays(1)), null)));
    assertThat(register.own("t-ka").orElseThrow().state()).isEqualTo(Question.State.ASKED);
    assertThat(rated(ALL, EvaluationStore.Query.of("a"))).isEmpty();
  }

  @Test
  void a_list_is_narrowed_to_where_somebody_may_look() {
    rate("ka", Score.UNSATISFIED, "");
    rate("kb", Score.SATISFIED, "");
    rate("kc", Score.UNSATISFIED, "");
    Caller there =
        Caller.of("s", Set.of(Role.SUPERVISOR), AreaScope.of(List.of("990101001")), Purpose.USE);
    assertThat(rated(ALL, query(false))).containsExactly("kc", "kb", "ka");
    assertThat(rated(ALL, query(true))).containsExactly("kc", "ka");
    assertThat(rated(there, query(false))).containsExactly("kb", "ka");
    assertThat(
            rated(
                ALL,
                new EvaluationStore.Query(
                    "990101002", null, Score.UNSATISFIED, false, Long.MAX_VALUE, 9)))
        .containsExactly("kc");
    long kc = register.own("t-kc").orElseThrow().rating().orElseThrow().id();
    write(
        tx -> store.review(tx, ALL, kc, new Rating.Review(clock.instant(), "s", "来电 13900001111")));
    assertThat(rated(ALL, query(true))).containsExactly("ka");
  }

  @Test
  void words_are_erased_with_their_report_their_incident_and_the_numbers_of_people() {
    rate("ka", Score.SATISFIED, "call 13900001111");
    rate("kb", Score.SATISFIED, "13900001111");
    rate("kc", Score.SATISFIED, "fine");
    write(tx -> followers.eraseNumbers(tx, ALL, Set.of("13900001111")));
    assertThat(words("ka")).isNotEmpty().doesNotContain("1111");
    write(tx -> followers.eraseReport(tx, ALL, "ka"));
    assertThat(words("ka")).isEmpty();
    write(tx -> followers.eraseWords(tx, ALL, "a"));
    assertThat(words("kb")).isEmpty();
    assertThat(words("kc")).isEqualTo("fine");
  }

  private String words(String key) {
    return register.own("t-" + key).orElseThrow().rating().orElseThrow().words();
  }

  @Test
  void of_two_who_set_terms_at_once_one_comes_too_late() {
    assertThat(register.change(ALL, 1, 7).days()).isEqualTo(7);
    assertThatThrownBy(() -> write(tx -> store.add(tx, ALL, register.terms(ALL))))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void of_many_who_answer_at_once_with_one_token_the_last_holds() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    try {
      List<Future<Long>> all =
          IntStream.range(0, PEOPLE).mapToObj(n -> people.submit(() -> answer(n))).toList();
      List<Long> ids = new ArrayList<>();
      for (Future<Long> one : all) {
        ids.add(one.get());
      }
      long newest = ids.stream().mapToLong(id -> id).max().orElseThrow();
      assertThat(questions("a").get(0).ratingOrNull()).isEqualTo(newest);
      assertThat(ids).filteredOn(id -> id > 0).doesNotHaveDuplicates().hasSize(PEOPLE - 1);
    } finally {
      people.shutdownNow();
    }
  }

  /** One of them fails after answering; nothing of it is left. */
  private long answer(int n) {
    if (n == 0) {
      assertThatThrownBy(
              () ->
                  write(
                      tx -> {
                        Question question = store.hold(tx, "ka").orElseThrow();
                        store.add(
                            tx,
                            ALL,
                            new Rating(
                                0,
                                "ka",
                                question.incidentId(),
                                Score.SATISFIED,
                                "",
                                tx.now(),
                                null));
                        throw new IllegalStateException("turned back");
                      }))
          .isInstanceOf(IllegalStateException.class);
      return 0;
    }
    return rate("ka", Score.SATISFIED, "by " + n).rating().orElseThrow().id();
  }
}
