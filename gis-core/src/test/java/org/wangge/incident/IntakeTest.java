package org.wangge.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wangge.grid.Areas.aGrid;
import static org.wangge.grid.Areas.square;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.clock.Calendars;
import org.wangge.event.Tx;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.GridFinder;
import org.wangge.grid.Partition;
import org.wangge.incident.category.Category;

/** The one intake, on stores that keep everything in memory. */
class IntakeTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final LatticePoint INSIDE = new LatticePoint(1_117_000_500, 290_300_500);
  private static final LatticePoint OUTSIDE = new LatticePoint(1, 2);
  private static final String GRID = "990101001001001";

  private final MemoryIncidents memory = new MemoryIncidents(NOW);
  private final IncidentNumbers numbers =
      new IncidentNumbers(memory, memory.store(), InstantSource.fixed(NOW), CHINA);
  private final Map<String, Urgency.Raise> noted = new HashMap<>();
  private final List<Urgency.Raise> raises = new ArrayList<>();
  private final Urgency urgency =
      new Urgency() {
        @Override
        public List<Raise> raises(Tx tx, Collection<String> grids) {
          return raises.stream().filter(one -> grids.contains(one.grid())).toList();
        }

        @Override
        public void note(Tx tx, Map<String, Raise> byIncident) {
          noted.putAll(byIncident);
        }

        @Override
        public boolean isRaised(Tx tx, String incidentId) {
          return noted.containsKey(incidentId);
        }
      };
  private final Intake intake = intake();

  private Intake intake() {
    AreaAtlas atlas =
        AreaAtlas.of(
            List.of(aGrid(GRID).shape(square(1_117_000_000, 290_300_000, 1_000)).build()),
            List.of(new Partition(Partition.TREE, "", "")),
            MemoryIncidents.COVERAGE);
    GridFinder finder = new GridFinder(memory.grids(), () -> atlas);
    IncidentClocks clocks =
        new IncidentClocks(
            memory.categories(),
            memory.limits(),
            new Calendars(memory.calendars()),
            memory.timers(),
            urgency);
    ReportWriter writer =
        new ReportWriter(
            memory.store(),
            memory.reporters(),
            memory.categories(),
            clocks,
            Enclosures.NONE,
            finder,
            key -> "t-" + key);
    return new Intake(memory, memory.store(), clocks, finder, writer, numbers);
  }

  private static Report report(String key, LatticePoint place) {
    return new Report(key, "noise", Channel.PHONE, place, "too loud", false);
  }

  private Receipt take(String key) {
    return intake.take(Caller.anonymous(), report(key, INSIDE));
  }

  @Test
  void a_report_becomes_an_incident_of_its_grid_with_a_number_of_the_day_and_a_running_clock() {
    Receipt receipt = take("a");
    Incident incident = receipt.incident();
    assertThat(incident.number()).isEqualTo("20261102-0001");
    assertThat(incident.gridCode()).contains(GRID);
    assertThat(incident.filedIn()).isEmpty();
    assertThat(incident.life().clock().orElseThrow().due())
        .isEqualTo(NOW.plus(Duration.ofMinutes(15)));
    assertThat(memory.armed()).containsExactly("incident-20261102-0001 accept");
    assertThat(intake.follow("t-a")).isEqualTo(incident);
    assertThat(memory.recorded()).containsExactly("incident-reported");
  }

  @Test
  void where_an_emergency_says_so_reports_of_its_categories_come_in_as_urgent_with_the_reason() {
    Incident before = take("a").incident();
    raises.add(new Urgency.Raise(7, GRID, Set.of("flood"), "暴雨"));
    assertThat(take("b").incident().priority()).as("another category").isEqualTo(Priority.ORDINARY);
    raises.set(0, new Urgency.Raise(7, GRID, Set.of("noise"), "暴雨"));
    Incident raised = take("c").incident();
    assertThat(raised.priority()).isEqualTo(Priority.URGENT);
    assertThat(noted).containsOnlyKeys(raised.id());
    assertThat(memory.deeds()).containsExactly("raise 暴雨");
    assertThat(intake.take(Caller.anonymous(), report("d", OUTSIDE)).incident().priority())
        .as("in no grid")
        .isEqualTo(Priority.ORDINARY);
    assertThat(intake.follow("t-a")).as("what exists stays").isEqualTo(before);
    assertThat(take("c").incident()).as("sent again").isEqualTo(raised);
    raises.clear();
    assertThat(take("e").incident().priority()).as("it is over").isEqualTo(Priority.ORDINARY);
    assertThat(memory.deeds()).hasSize(1);
  }

  @Test
  void of_a_category_out_of_use_nothing_new_is_taken_but_what_was_sent_is_known() {
    Receipt first = take("a");
    memory.retireCategory();
    assertThat(take("a").incident()).isEqualTo(first.incident());
    assertThatThrownBy(() -> take("b"))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("category-retired");
  }

  @Test
  void the_same_sent_again_is_known_and_uses_up_no_number() {
    Receipt first = take("a");
    Receipt again = take("a");
    assertThat(again.isNew()).isFalse();
    assertThat(again.incident()).isEqualTo(first.incident());
    assertThat(again.token()).isEqualTo(first.token());
    assertThat(take("b").incident().number()).isEqualTo("20261102-0002");
  }

  @Test
  void another_report_under_the_same_key_is_refused() {
    Receipt first = take("a");
    assertThat(first.isNew()).isTrue();
    Report other = report("a", OUTSIDE);
    assertThatThrownBy(() -> intake.take(Caller.anonymous(), other))
        .hasMessageContaining("report-key-taken");
    assertThat(take("b").incident().number()).as("no number is lost").endsWith("-0002");
  }

  @Test
  void what_lies_in_no_grid_is_taken_without_one() {
    Incident incident = intake.take(Caller.anonymous(), report("a", OUTSIDE)).incident();
    assertThat(incident.gridCode()).isEmpty();
    assertThat(incident.step()).isEqualTo(Step.COLLECT);
  }

  @Test
  void a_category_that_is_none_is_refused_and_nothing_is_kept() {
    Report odd = new Report("a", "odd", Channel.PHONE, INSIDE, "", false);
    assertThatThrownBy(() -> intake.take(Caller.anonymous(), odd))
        .hasMessageContaining("category-unknown");
    assertThat(memory.recorded()).isEmpty();
  }

  @Test
  void numbers_are_taken_from_the_store_some_at_a_time() {
    for (int i = 0; i < 25; i++) {
      assertThat(take("k" + i).isNew()).isTrue();
    }
    assertThat(memory.numbersTaken()).isEqualTo(2);
    assertThat(take("last").incident().number()).isEqualTo("20261102-0026");
  }

  @Test
  void what_is_filed_counts_where_it_was_filed_whatever_is_redrawn() {
    Incident reported = take("a").incident();
    Life.Circumstances with = new Life.Circumstances(NOW, memory.terms(), null);
    Incident filed = reported.after(Action.ACCEPT, with).after(Action.FILE, with);
    assertThat(filed.filedIn()).contains(GRID);
    Incident moved = filed.movedTo(INSIDE, "990101001001009", memory.terms().calendar());
    assertThat(moved.gridCode()).contains("990101001001009");
    assertThat(moved.filedIn()).contains(GRID);
    assertThat(moved.version()).isEqualTo(filed.version() + 1);
  }

  @Test
  void one_with_a_history_stands_as_its_history_says_and_is_not_loaded_twice() {
    Category noise = memory.category();
    Incident past =
        Incident.reported(
            "past", noise, "", Channel.PHONE, INSIDE, null, NOW.minusSeconds(90_000), true);
    Arrival arrival =
        new Arrival("past-1", past, List.of(new Arrival.Done(Action.ACCEPT, NOW.minusSeconds(9))));
    List<Incident> loaded =
        memory.write(Caller.upkeep(), tx -> intake.load(tx, Caller.upkeep(), List.of(arrival)));
    assertThat(loaded).hasSize(1);
    assertThat(loaded.get(0).number()).isEqualTo("20261101-0001");
    assertThat(loaded.get(0).gridCode()).contains(GRID);
    assertThat(loaded.get(0).step()).isEqualTo(Step.FILE);
    List<Incident> again =
        memory.write(Caller.upkeep(), tx -> intake.load(tx, Caller.upkeep(), List.of(arrival)));
    assertThat(again).isEmpty();
  }
}
