package org.wangge.server.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.figure.FigureRegister;
import org.wangge.figure.FigureTable;
import org.wangge.figure.Filter;
import org.wangge.figure.Grouping;
import org.wangge.figure.Measure;
import org.wangge.figure.Period;
import org.wangge.figure.Question;
import org.wangge.grid.AreaAtlas;
import org.wangge.server.grid.JdbcGridStore;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.TestDatabase;

/**
 * A quarter of a city of 8,256 grids in one pass: {@code -Dwangge.cases=100000} for the full size.
 */
class FigureSpeedTest {
  private static final int CASES = Integer.getInteger("wangge.cases", 4_000);
  private static final int GRIDS = 8_256;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Caller SUPERVISOR =
      Caller.of("s", Set.of(Role.SUPERVISOR), AreaScope.unlimited(), Purpose.USE);

  private static final String CLOCK =
      "1 working day|usual@1|2026-07-02T00:10:00Z|2026-07-02T01:00:00Z/2026-07-02T02:00:00Z||";

  @Test
  void a_quarter_of_a_city_is_one_pass_whatever_it_is_grouped_by() {
    Clock clock = Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);
    try (Database database = TestDatabase.H2.open(clock)) {
      fill(database);
      FigureRegister register =
          new FigureRegister(
              database,
              new JdbcFigureStore(),
              new JdbcGridStore(),
              () -> AreaAtlas.of(List.of(), List.of(), 0));
      for (String by : new String[] {"channel", "grid", "department"}) {
        long cpu = cpu();
        long began = System.nanoTime();
        FigureTable table =
            register.table(
                SUPERVISOR,
                new Question(
                    Period.of(Period.Kind.QUARTER, LocalDate.of(2026, 9, 30), ZONE),
                    Filter.ALL,
                    Grouping.find(by).orElseThrow()));
        System.out.printf(
            "figures of a quarter with %d cases by %s, and two quarters beside: %d ms, %d ms of a"
                + " processor%n",
            CASES, by, (System.nanoTime() - began) / 1_000_000, (cpu() - cpu) / 1_000_000);
        assertThat(table.total().now().of(Measure.RECEIVED)).isEqualTo(CASES);
        assertThat(table.total().now().of(Measure.ANSWERED)).isEqualTo(CASES);
      }
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void fill(Database database) {
    database.write(
        Caller.upkeep(),
        tx -> {
          JdbcTx jdbc = JdbcTx.of(tx);
          jdbc.update(
              """
              insert into incident_incident (id, number, category, step, priority, channel,
                location, grid_code, filed_grid_code, reported_at, filed_at, dispatched_at, due_at,
                closed_at, generated, standing, clock, stage_clock, total_clock, total_due_at)
              select 'incident-' || lpad(x, 8, '0'), lpad(x, 8, '0'), 'noise', 'evaluate',
                'ordinary', 'phone', 'SRID=4326;POINT(112.6 28.9)',
                '990101' || lpad(mod(x, %1$d), 9, '0'), '990101' || lpad(mod(x, %1$d), 9, '0'),
                %2$s, %2$s, %2$s, dateadd(day, 1, %2$s), dateadd(hour, 5, %2$s), true, 'closed',
                cast(? as varchar), null, cast(? as varchar), dateadd(day, 9, %2$s)
              from system_range(1, %3$d) as r(x)
              """
                  .formatted(
                      GRIDS,
                      "dateadd(second, mod(x * 70, 7000000), timestamp with time zone '2026-07-01"
                          + " 00:00:00+08:00')",
                      CASES),
              "handle|75 90|" + CLOCK,
              "total|75 90|" + CLOCK);
          jdbc.update(
              """
              insert into incident_clock_past (incident_id, stage, clock, started_at, due_at,
                stopped_at, overdue)
              select id, stage, 'x', reported_at, due_at, closed_at, false from incident_incident,
                (select 'accept' as stage union all select 'dispatch' union all select 'check')
              """);
          return jdbc.update(
              """
              insert into incident_task (incident_id, handler_kind, handler_code, leads, state,
                given_at)
              select id, 'department', 'cleaning', true, 'ended', filed_at from incident_incident
              """);
        });
  }
}
