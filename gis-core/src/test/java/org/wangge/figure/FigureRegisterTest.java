package org.wangge.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wangge.figure.Cases.DAY;
import static org.wangge.figure.Cases.aCase;
import static org.wangge.grid.Areas.aCommunity;
import static org.wangge.grid.Areas.aDistrict;
import static org.wangge.grid.Areas.aGrid;
import static org.wangge.grid.Areas.aStreet;
import static org.wangge.grid.Areas.anArea;
import static org.wangge.grid.Areas.square;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.event.OneTx;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.Validity;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.grid.AreaQuery;
import org.wangge.grid.GridStore;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.incident.Channel;
import org.wangge.incident.Handler;
import org.wangge.incident.Priority;

/** Groups, ways down and lists of figures, and what redraws leave as it was. */
class FigureRegisterTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant REDRAWN = Instant.parse("2026-06-01T00:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant DUE = DAY.plus(Duration.ofDays(1));
  private static final String COMMUNITY = "990101001001";
  private static final String OLD = COMMUNITY + "001";
  private static final String NEW = COMMUNITY + "002";
  private static final int WEST = 1_110_000_000;
  private static final int SOUTH = 290_000_000;
  private static final LatticePoint INSIDE = new LatticePoint(WEST + 100, SOUTH + 100);
  private static final LatticePoint OUTSIDE = new LatticePoint(1, 1);
  private static final Caller SUPERVISOR = caller(Role.SUPERVISOR, AreaScope.unlimited());
  private static final Partition BEATS = new Partition("beat", "警务区", "Beats");
  private static final Handler CLEANERS = new Handler(Handler.Kind.DEPARTMENT, "cleaners");

  private final List<Area> states =
      List.of(
          aDistrict("990101").build(),
          aStreet("990101001").build(),
          aCommunity(COMMUNITY).name("旧名").validity(validity(null, REDRAWN)).build(),
          aCommunity(COMMUNITY).name("新名").validity(validity(REDRAWN, null)).build(),
          aGrid(OLD).validity(validity(null, REDRAWN)).shape(square(WEST, SOUTH, 9_000)).build(),
          aGrid(NEW).validity(validity(REDRAWN, null)).shape(square(WEST, SOUTH, 9_000)).build(),
          beat("B-1", validity(null, REDRAWN)),
          beat("B-2", validity(REDRAWN, null)));
  private final MemoryFigures store = new MemoryFigures();
  private final OneTx transactions = new OneTx(tx());
  private final FigureRegister register =
      new FigureRegister(
          transactions,
          store,
          grids(),
          () ->
              AreaAtlas.of(
                  states.stream().filter(one -> one.validity().contains(NOW)).toList(),
                  List.of(new Partition(Partition.TREE, "", ""), BEATS),
                  1));

  private static Caller caller(Role role, AreaScope scope) {
    return Caller.of("c", Set.of(role), scope, Purpose.USE);
  }

  private static Validity validity(@Nullable Instant from, @Nullable Instant to) {
    return new Validity(from == null ? Instant.parse("2025-01-01T00:00:00Z") : from, to);
  }

  private static Area beat(String code, Validity validity) {
    return anArea(Level.OVERLAY, code)
        .key(new AreaKey("beat", code))
        .validity(validity)
        .shape(square(WEST, SOUTH, 9_000))
        .build();
  }

  private static Tx tx() {
    return (Tx)
        Proxy.newProxyInstance(
            Tx.class.getClassLoader(),
            new Class<?>[] {Tx.class},
            (proxy, method, given) -> method.getName().equals("now") ? NOW : null);
  }

  private GridStore grids() {
    return (GridStore)
        Proxy.newProxyInstance(
            GridStore.class.getClassLoader(),
            new Class<?>[] {GridStore.class},
            (proxy, method, given) ->
                switch (method.getName()) {
                  case "history" ->
                      states.stream().filter(one -> one.key().equals(given[2])).toList();
                  case "list" -> listed((AreaQuery) given[2]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private List<Area> listed(AreaQuery query) {
    return states.stream()
        .filter(one -> one.key().partition().equals(query.partition()))
        .filter(one -> query.level().map(level -> one.level() == level).orElse(true))
        .filter(one -> one.validity().contains(query.asOf().at()))
        .toList();
  }

  /** Cases and grades in memory. */
  private static final class MemoryFigures implements FigureStore {
    private final List<Found> found = new ArrayList<>();
    private final List<GradeRules> rules = new ArrayList<>(List.of(rules(1, Instant.EPOCH, 90)));

    static GradeRules rules(int version, Instant since, int excellent) {
      return new GradeRules(
          version,
          since,
          List.of(
              new GradeRules.Threshold(
                  Figure.CLOSING_RATE, BigDecimal.valueOf(excellent), BigDecimal.TEN)));
    }

    @Override
    public void each(
        Tx tx, Caller caller, Period.Span span, Optional<String> area, Consumer<Found> to) {
      found.forEach(to);
    }

    @Override
    public List<Instant> changesOf(Tx tx, String partition) {
      return List.of(Instant.parse("2025-01-01T00:00:00Z"), REDRAWN);
    }

    @Override
    public GradeRules rulesAt(Tx tx, Instant at) {
      return rules.stream()
          .filter(one -> one.since().isBefore(at))
          .reduce((a, b) -> b)
          .orElseThrow();
    }

    @Override
    public GradeRules rules(Tx tx) {
      return rules.get(rules.size() - 1);
    }

    @Override
    public void add(Tx tx, Caller caller, GradeRules one) {
      rules.add(one);
    }
  }

  private static Question question(String by) {
    return question(by, Filter.ALL);
  }

  private static Question question(String by, Filter filter) {
    return new Question(
        Period.of(Period.Kind.QUARTER, LocalDate.of(2026, 2, 1), ZONE),
        filter,
        Grouping.find(by).orElseThrow());
  }

  private void there(Cases... cases) {
    for (Cases one : cases) {
      store.found.add(new FigureStore.Found(one.build(), false));
    }
  }

  private FigureTable table(String by) {
    return register.table(SUPERVISOR, question(by));
  }

  private static Map<String, Integer> received(FigureTable table) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    table.groups().forEach(one -> counts.put(one.key(), one.figures().now().of(Measure.RECEIVED)));
    return counts;
  }

  @Test
  void a_case_counts_in_the_grid_of_its_filing_though_that_is_long_gone() {
    there(aCase().filed(DAY).closed(DUE, DUE.minusSeconds(1)).in(OLD, INSIDE));
    there(aCase().in(null, OUTSIDE));
    assertThat(received(table("grid"))).containsExactly(Map.entry(OLD, 1), Map.entry("-", 1));
    FigureTable communities = table("community");
    assertThat(received(communities)).containsEntry(COMMUNITY, 1);
    assertThat(communities.groups().get(0).name()).as("as it was then").contains("旧名");
    assertThat(communities.groups().get(0).level()).contains("community");
    assertThat(received(table("children"))).containsOnlyKeys("990101", "-");
    Filter street = new Filter("990101001", null, null, null, null, null);
    FigureTable below = register.table(SUPERVISOR, question("children", street));
    assertThat(received(below)).containsExactly(Map.entry(COMMUNITY, 1));
    assertThat(below.chain())
        .extracting(FigureTable.Step::code)
        .containsExactly("990101", "990101001");
    assertThat(table("street").rules().version()).isEqualTo(1);
  }

  @Test
  void what_was_never_filed_counts_in_the_grid_of_its_report_though_it_was_redrawn() {
    store.found.add(new FigureStore.Found(aCase().in(NEW, INSIDE).build(), true));
    assertThat(received(table("grid"))).containsExactly(Map.entry(OLD, 1));
  }

  @Test
  void overlays_count_as_they_were_at_filing() {
    there(aCase().filed(DAY).due(DUE).in(OLD, INSIDE), aCase().in(null, OUTSIDE));
    there(aCase().reported(Instant.parse("2024-02-03T01:00:00Z")).filed(DAY).due(DUE));
    FigureTable table = table("partition:beat");
    assertThat(received(table)).containsEntry("B-1", 1).containsEntry("-", 1);
    Filter beat = new Filter(null, new Filter.Overlay("beat", "B-1"), null, null, null, null);
    assertThat(cases(SUPERVISOR, question("grid", beat), Measure.FILED)).hasSize(2);
    assertThat(register.table(SUPERVISOR, question("grid", beat)).overlay()).isPresent();
  }

  @Test
  void every_number_of_every_group_is_as_long_as_its_list() {
    for (int i = 0; i < 60; i++) {
      Cases one = aCase().over(i % 3 == 0 ? Channel.PHONE : Channel.CAMERA);
      if (i % 5 != 0) {
        one.filed(DAY).by(CLEANERS);
        if (i % 2 == 0) {
          one.closed(DUE, DUE.plusSeconds(i % 4 - 1));
        } else {
          one.due(DUE).suspended(DAY, i % 7 == 0 ? null : DUE);
        }
      }
      if (i % 11 == 0) {
        one.urgent().in(null, OUTSIDE);
      }
      there(one);
    }
    for (String by : Grouping.words()) {
      Grouping grouping = Grouping.find(by.replace("ID", "beat")).orElseThrow();
      assertThat(grouping.word()).isEqualTo(by.replace("ID", "beat"));
      FigureTable table = table(grouping.word());
      for (FigureTable.Group group : table.groups()) {
        for (Measure measure : Measure.values()) {
          assertThat(cases(SUPERVISOR, question(by, filter(grouping, group.key())), measure))
              .as(by + " " + group.key() + " " + measure)
              .hasSize(group.figures().now().of(measure));
        }
      }
    }
  }

  @Test
  void a_list_is_counted_as_of_the_instant_of_its_number_and_never_of_the_future() {
    there(aCase().filed(DAY).due(DUE));
    Question question = question("grid");
    assertThat(at(question, DUE)).isEmpty();
    assertThat(at(question, DUE.plusSeconds(1))).hasSize(1);
    assertThat(at(question, Instant.parse("2999-01-01T00:00:00Z"))).hasSize(1);
  }

  private List<Case> at(Question question, Instant asOf) {
    return register.cases(SUPERVISOR, question, Measure.DUE, Optional.of(asOf));
  }

  private List<Case> cases(Caller caller, Question question, Measure measure) {
    return register.cases(caller, question, measure, Optional.empty());
  }

  private static Filter filter(Grouping by, String key) {
    return switch (by.kind()) {
      case CHILDREN, LEVEL -> new Filter(key, null, null, null, null, null);
      case PARTITION -> new Filter(null, new Filter.Overlay(by.of(), key), null, null, null, null);
      case CATEGORY -> new Filter(null, null, key, null, null, null);
      case CHANNEL -> new Filter(null, null, null, Channel.find(key).orElseThrow(), null, null);
      case PRIORITY -> new Filter(null, null, null, null, Priority.find(key).orElseThrow(), null);
      case DEPARTMENT -> handled(Handler.Kind.DEPARTMENT, key);
      case PERSON -> handled(Handler.Kind.PERSON, key);
    };
  }

  private static Filter handled(Handler.Kind kind, String key) {
    return new Filter(null, null, null, null, null, new Filter.HandledBy(kind, key));
  }

  @Test
  void a_caller_counts_what_lies_in_their_scope_and_others_nothing() {
    there(aCase().in(OLD, INSIDE), aCase().in("990102001001001", OUTSIDE));
    Caller local = caller(Role.SUPERVISOR, AreaScope.of(List.of("990101")));
    assertThat(cases(local, question("grid"), Measure.RECEIVED)).hasSize(1);
    assertThat(register.table(local, question("grid")).total().now().of(Measure.RECEIVED)).isOne();
    Caller worker = caller(Role.WORKER, AreaScope.unlimited());
    assertThatThrownBy(() -> register.table(worker, question("grid")))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> cases(worker, question("grid"), Measure.DUE))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> register.change(local, 1, List.of())).isInstanceOf(Forbidden.class);
  }

  @Test
  void periods_beside_are_counted_too_and_a_series_is_one_pass() {
    Period quarter = question("grid").period();
    there(
        aCase(),
        aCase().reported(quarter.previous().from()),
        aCase().reported(quarter.lastYear().from()));
    FigureTable.Three total = table("grid").total();
    assertThat(List.of(total.now(), total.before(), total.lastYear()))
        .allSatisfy(tally -> assertThat(tally.of(Measure.RECEIVED)).isOne());
    assertThat(register.series(SUPERVISOR, Filter.ALL, quarter.series(5)))
        .extracting(tally -> tally.of(Measure.RECEIVED))
        .containsExactly(1, 0, 0, 1, 1);
  }

  @Test
  void a_period_that_is_over_keeps_its_grades() {
    Caller keeper = caller(Role.ADMINISTRATOR, AreaScope.unlimited());
    GradeRules changed = register.change(keeper, 1, MemoryFigures.rules(9, NOW, 99).thresholds());
    assertThat(changed.version()).isEqualTo(2);
    assertThat(register.rules(SUPERVISOR)).isEqualTo(changed);
    assertThat(table("grid").rules().version()).isEqualTo(1);
    assertThatThrownBy(() -> register.change(keeper, 1, changed.thresholds()))
        .isInstanceOf(Conflict.class);
  }
}
