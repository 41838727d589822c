package org.wangge.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.clock.Calendars;
import org.wangge.evaluation.Assessment;
import org.wangge.evaluation.Callback;
import org.wangge.evaluation.Lot;
import org.wangge.evaluation.Sample;
import org.wangge.evaluation.SampleFrame;
import org.wangge.evaluation.SampleMember;
import org.wangge.evaluation.SampleStore;
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
import org.wangge.server.clock.JdbcCalendarStore;
import org.wangge.server.clock.JdbcTimerStore;
import org.wangge.server.grid.GridModule;
import org.wangge.server.incident.IncidentModule;
import org.wangge.server.incident.KeyedTokens;
import org.wangge.server.people.SetClock;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.TestDatabase;

/** What the store of samples promises, on either database. */
abstract class SampleStoreContract {
  private static final Caller ALL = Caller.upkeep();
  private static final int PEOPLE = 8;
  private static final String HERE = "990101001";
  private static final LatticePoint PLACE = new LatticePoint(1_126_137_000, 289_182_000);
  private static final Assessment.Verdict GOOD =
      new Assessment.Verdict(true, true, false, Callback.FAIRLY_SATISFIED);

  private final SetClock clock = new SetClock();
  private final SampleStore store = new JdbcSampleStore();
  private final IncidentFollowers followers = new IncidentFollowers();
  private Database database;
  private GridModule grids;
  private IncidentModule incidents;
  private Instant noon = Instant.EPOCH;

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
    noon = clock.instant();
    add("a", "noise", Channel.PHONE, HERE + "001001", noon.minusSeconds(9));
    add("b", "litter", Channel.PHONE, HERE + "001002", noon.minusSeconds(5));
    add("c", "noise", Channel.SENSOR, "990101002001001", noon.minusSeconds(5));
    add("d", "noise", Channel.PHONE, HERE + "001001", null);
    add("e", "noise", Channel.PHONE, HERE + "001001", noon);
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

  private void add(
      String id, String category, Channel channel, String grid, @Nullable Instant closed) {
    Standing standing = closed == null ? Standing.FILED : Standing.CLOSED;
    Incident incident =
        new Incident(
            id,
            1,
            id,
            category,
            "",
            Priority.ORDINARY,
            channel,
            PLACE,
            grid,
            grid,
            noon.minusSeconds(60),
            Life.of(standing, noon.minusSeconds(60), null, closed),
            true);
    Report report = new Report("k" + id, category, channel, PLACE, "x", true);
    write(
        tx -> {
          incidents.store().add(tx, ALL, List.of(incident));
          incidents.store().addReports(tx, ALL, List.of(new FiledReport(report, id, noon)));
        });
  }

  private SampleFrame frame(
      @Nullable String area,
      @Nullable String category,
      @Nullable Channel channel,
      @Nullable String department) {
    return new SampleFrame(noon.minusSeconds(9), noon, area, category, channel, department);
  }

  private SampleFrame everywhere() {
    return frame(null, null, null, null);
  }

  private static Caller supervisor(String area) {
    return Caller.of("s", Set.of(Role.SUPERVISOR), AreaScope.of(List.of(area)), Purpose.USE);
  }

  private List<String> population(Caller caller, SampleFrame frame) {
    return database.read(tx -> store.population(tx, caller, frame)).stream().sorted().toList();
  }

  private Sample draw(SampleFrame frame, String seed, int wanted) {
    return database.write(
        ALL,
        tx -> {
          List<String> all = store.population(tx, ALL, frame);
          Sample sample = new Sample(0, frame, seed, wanted, all.size(), tx.now(), "s");
          return store.add(tx, ALL, sample, Lot.draw(seed, all, wanted));
        });
  }

  private List<SampleMember> members(long id) {
    return database.read(tx -> store.members(tx, ALL, id));
  }

  private Assessment assess(long id, String incident, int ifVersion, String remark) {
    return database.write(
        ALL,
        tx ->
            store.add(
                tx, ALL, new Assessment(0, id, incident, GOOD, remark, tx.now(), "s"), ifVersion));
  }

  @Test
  void it_is_drawn_of_what_was_closed_in_the_time_and_still_is() {
    write(
        tx ->
            JdbcTx.of(tx)
                .update(
                    """
                    insert into incident_task
                      (incident_id, handler_kind, handler_code, leads, state, given_at)
                    values ('a', 'department', 'works', true, 'accepted', ?),
                      ('b', 'department', 'works', true, 'declined', ?)
                    """,
                    noon,
                    noon));
    assertThat(population(ALL, everywhere())).containsExactly("a", "b", "c");
    assertThat(population(ALL, frame(HERE, null, null, null))).containsExactly("a", "b");
    assertThat(population(ALL, frame(null, "noise", null, null))).containsExactly("a", "c");
    assertThat(population(ALL, frame(null, null, Channel.SENSOR, null))).containsExactly("c");
    assertThat(population(ALL, frame(null, null, null, "works"))).containsExactly("a");
    assertThat(population(supervisor("990101002"), everywhere())).containsExactly("c");
  }

  @Test
  void a_sample_is_kept_as_it_was_drawn_and_the_same_is_there_once() {
    SampleFrame frame = frame(HERE, "noise", Channel.PHONE, "works");
    SampleFrame all = frame(HERE, null, null, null);
    Sample drawn = draw(all, "seed-1", 1);
    assertThat(drawn.frame()).isEqualTo(all);
    assertThat(drawn.population()).isEqualTo(2);
    assertThat(drawn.drawnAt()).isEqualTo(noon);
    assertThat(members(drawn.id()))
        .extracting(SampleMember::lot)
        .isEqualTo(Lot.draw("seed-1", List.of("a", "b"), 1));
    assertThat(again(all, 1)).contains(drawn);
    assertThat(again(frame, 1)).isEmpty();
    assertThat(again(all, 2)).isEmpty();
    assertThatThrownBy(() -> draw(all, "seed-1", 1))
        .isInstanceOf(Conflict.class)
        .hasFieldOrPropertyWithValue("code", "sample-drawn");
    Sample narrow =
        database.write(
            ALL,
            tx -> store.add(tx, ALL, new Sample(0, frame, "x", 3, 1, tx.now(), "s"), List.of()));
    assertThat(find(ALL, narrow)).contains(narrow);
  }

  @Test
  void samples_are_read_where_their_area_may_be_looked_at() {
    Sample here = draw(frame(HERE, null, null, null), "x", 2);
    Sample all = draw(everywhere(), "x", 3);
    assess(here.id(), "a", 0, "");
    assertThat(list(ALL, 99, 9))
        .containsExactly(new SampleStore.Progress(all, 0), new SampleStore.Progress(here, 1));
    assertThat(list(ALL, all.id(), 9)).extracting(it -> it.sample().id()).containsOnly(here.id());
    assertThat(list(ALL, 99, 1)).hasSize(1);
    assertThat(list(supervisor("9901"), 99, 9)).extracting(it -> it.sample()).containsOnly(here);
    assertThat(list(supervisor("990101002"), 99, 9)).isEmpty();
    assertThat(find(supervisor("990101002"), here)).isEmpty();
  }

  private Optional<Sample> again(SampleFrame frame, int wanted) {
    return database.read(tx -> store.findDrawn(tx, ALL, frame, "seed-1", wanted));
  }

  private Optional<Sample> find(Caller caller, Sample sample) {
    return database.read(tx -> store.find(tx, caller, sample.id()));
  }

  private List<SampleStore.Progress> list(Caller caller, long before, int limit) {
    return database.read(tx -> store.list(tx, caller, before, limit));
  }

  @Test
  void another_assessment_holds_and_the_words_of_the_first_are_gone() {
    long id = draw(everywhere(), "x", 3).id();
    assess(id, "a", 0, "请到现场看看");
    clock.pass(Duration.ofMinutes(1));
    Assessment second = assess(id, "a", 1, "");
    assertThat(second.verdict()).isEqualTo(GOOD);
    assertThat(second.at()).isEqualTo(noon.plusSeconds(60));
    List<Assessment> all = found(id);
    assertThat(all).hasSize(2).extracting(Assessment::remark).containsOnly("");
    SampleMember member =
        members(id).stream().filter(one -> one.incidentId().equals("a")).findFirst().orElseThrow();
    assertThat(member.version()).isEqualTo(2);
    assertThat(member.assessment()).contains(second);
    assertThatThrownBy(() -> assess(id, "a", 1, "")).isInstanceOf(Conflict.class);
    assertThat(found(id)).hasSize(2);
  }

  @Test
  void remarks_are_erased_with_their_report_their_incident_and_the_numbers_of_people() {
    long id = draw(everywhere(), "x", 3).id();
    assess(id, "a", 0, "call 13900001111");
    assess(id, "b", 0, "13900001111");
    assess(id, "c", 0, "fine");
    write(tx -> followers.eraseNumbers(tx, ALL, Set.of("13900001111")));
    assertThat(remarks(id)).noneMatch(words -> words.contains("1111")).doesNotContain("");
    write(tx -> followers.eraseReport(tx, ALL, "ka"));
    write(tx -> followers.eraseWords(tx, ALL, "b"));
    assertThat(remarks(id)).containsExactly("", "", "fine");
  }

  private List<String> remarks(long id) {
    return found(id).stream().map(Assessment::remark).toList();
  }

  private List<Assessment> found(long id) {
    return database.read(tx -> store.assessments(tx, ALL, id));
  }

  @Test
  void of_many_who_assess_the_same_at_once_one_comes_first() throws Exception {
    long id = draw(everywhere(), "x", 3).id();
    ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    try {
      List<Future<Boolean>> all =
          IntStream.range(0, PEOPLE).mapToObj(n -> people.submit(() -> comesFirst(id))).toList();
      List<Boolean> first = new ArrayList<>();
      for (Future<Boolean> one : all) {
        first.add(one.get());
      }
      assertThat(first).filteredOn(is -> is).hasSize(1);
      assertThat(found(id)).hasSize(1);
    } finally {
      people.shutdownNow();
    }
  }

  private boolean comesFirst(long id) {
    try {
      assess(id, "a", 0, "");
      return true;
    } catch (Conflict late) {
      return false;
    }
  }
}
