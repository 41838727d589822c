package org.wangge.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.clock.Calendars;
import org.wangge.demo.DemoTown;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentFollowers;
import org.wangge.incident.IncidentQuery;
import org.wangge.server.clock.JdbcCalendarStore;
import org.wangge.server.clock.JdbcTimerStore;
import org.wangge.server.grid.GridModule;
import org.wangge.server.grid.JdbcGridStore;
import org.wangge.server.incident.IncidentModule;
import org.wangge.server.incident.KeyedTokens;
import org.wangge.server.place.PlaceModule;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

class DemoLoaderTest {
  private static final Instant FIRST = Instant.parse("2026-11-20T02:00:00Z");
  private static final IncidentQuery ALL =
      new IncidentQuery(null, null, false, null, null, null, null, "", 10_000);

  private final Database database = TestDatabase.H2.open();
  private final GridModule grids = new GridModule(database, Clock.systemUTC());
  private final IncidentModule incidents =
      new IncidentModule(
          database,
          grids.store(),
          grids.atlas()::now,
          new KeyedTokens(new byte[32]),
          new Calendars(new JdbcCalendarStore()),
          new JdbcTimerStore(),
          (caller, place) -> Map.of(),
          new IncidentFollowers(),
          Clock.systemUTC());

  @AfterEach
  void close() {
    database.close();
  }

  private DemoLoader at(Instant now, DemoPart... more) {
    List<DemoPart> parts = new ArrayList<>(List.of(more));
    parts.add(
        0,
        new DemoIncidents(
            incidents.intake(),
            incidents.categoryStore(),
            incidents.limitStore(),
            incidents.departments(),
            incidents.taskStore()));
    return new DemoLoader(database, new JdbcGridStore(), parts, Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void the_town_goes_on_where_it_was_left_without_doubles() {
    at(FIRST).loadTown();
    List<Incident> before = stored();
    assertThat(before).isNotEmpty().allMatch(one -> !one.reportedAt().isAfter(FIRST));

    at(FIRST).loadTown();
    assertThat(stored()).hasSameSizeAs(before);

    Instant later = FIRST.plus(Duration.ofDays(2));
    at(later).loadTown();
    assertThat(stored()).hasSizeGreaterThan(before.size() + 20).containsAll(before);
    assertThat(at(later).made().orElseThrow().filledTo()).isEqualTo(later);
  }

  @Test
  void a_town_that_an_older_program_loaded_gets_its_places_once() {
    at(FIRST).loadTown();
    PlaceModule places = new PlaceModule(database, Clock.fixed(FIRST, ZoneOffset.UTC));
    assertThat(places.everything()).isEmpty();
    DemoPlaces part = new DemoPlaces(places.register(), places.store());
    at(FIRST, part).loadTown();
    int all = places.everything().size();
    assertThat(all).isGreaterThan(10_000);
    at(FIRST, part).loadTown();
    assertThat(places.everything()).hasSize(all);
  }

  @Test
  void when_a_part_fails_nothing_of_the_town_stays() {
    DemoPart broken =
        new DemoPart() {
          @Override
          public void settle(Tx tx, Caller caller, DemoTown town) {
            throw new IllegalStateException("broken");
          }
        };
    assertThatThrownBy(() -> at(FIRST, broken).loadTown()).hasMessage("broken");
    assertThat(at(FIRST).made()).isEmpty();
    assertThat(stored()).isEmpty();
    at(FIRST).loadTown();
    assertThat(stored()).isNotEmpty();
  }

  @Test
  void a_city_goes_only_into_an_empty_database_and_only_for_an_administrator() {
    assertThatThrownBy(() -> at(FIRST).loadCity(Caller.anonymous(), 40))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> at(FIRST).loadCity(Caller.upkeep(), 3)).isInstanceOf(Invalid.class);
    assertThat(at(FIRST).loadCity(Caller.upkeep(), 40)).isGreaterThan(40);
    assertThatThrownBy(() -> at(FIRST).loadCity(Caller.upkeep(), 40))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("database-not-empty");
    at(FIRST).loadTown();
    assertThat(stored()).as("a city is not made a town").isEmpty();
  }

  private List<Incident> stored() {
    return incidents.register().list(Caller.upkeep(), ALL);
  }
}
