package org.wangge.server.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.clock.CalendarEdition;
import org.wangge.clock.CalendarRules;
import org.wangge.clock.CalendarVersion;
import org.wangge.clock.Calendars;
import org.wangge.clock.ChangeReason;
import org.wangge.clock.SpecialDay;
import org.wangge.clock.WorkCalendar;
import org.wangge.clock.WorkSession;
import org.wangge.clock.WorkWeek;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/** What the store of calendars promises, on either database. */
abstract class CalendarStoreContract {
  private static final Caller CALLER = Caller.upkeep();
  private static final ChangeReason WHY =
      new ChangeReason(ChangeReason.Kind.HOLIDAYS_ANNOUNCED, "2026-7");
  private static final String STREET = "990101001";

  private final JdbcCalendarStore store = new JdbcCalendarStore();
  private Database database;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_place_begins_with_the_hours_of_the_field_and_the_holidays_that_were_announced() {
    List<CalendarEdition> all = read(tx -> store.list(tx, CALLER));
    assertThat(all).hasSize(1);
    CalendarRules usual = CalendarRules.usual(ZoneId.of("Asia/Shanghai"));
    assertThat(all.get(0).rules().weeks()).isEqualTo(usual.weeks());
    WorkCalendar calendar = all.get(0).calendar();
    // 1 to 7 October 2026 are off, Sunday 20 September and Saturday 10 October are made up.
    assertThat(calendar.sessionsOn(LocalDate.of(2026, 10, 7))).isEmpty();
    assertThat(calendar.sessionsOn(LocalDate.of(2026, 10, 8))).hasSize(2);
    assertThat(calendar.sessionsOn(LocalDate.of(2026, 9, 20))).hasSize(2);
    assertThat(calendar.rules().days()).hasSize(39);
    assertThat(all.get(0).id()).isEqualTo(new CalendarVersion("usual", 1));
  }

  @Test
  void every_version_comes_back_as_it_was_put_in() {
    CalendarEdition first = write(tx -> store.add(tx, CALLER, edition(tx, 1, true), WHY));
    CalendarEdition second = write(tx -> store.change(tx, CALLER, edition(tx, 2, false), 1, WHY));
    Optional<CalendarEdition> newest = read(tx -> store.find(tx, CALLER, "street"));
    assertThat(newest).contains(second);
    for (CalendarEdition edition : List.of(first, second)) {
      Optional<Long> number = read(tx -> store.number(tx, CALLER, edition.id()));
      assertThat(number).contains(edition.number());
      CalendarEdition kept = read(tx -> store.get(tx, CALLER, edition.number()));
      assertThat(kept).isEqualTo(edition);
    }
    assertThat(second.number()).isGreaterThan(first.number());
    for (String taken : List.of("street", "usual")) {
      CalendarVersion id = new CalendarVersion(taken, 1);
      CalendarEdition again =
          new CalendarEdition(0, id, STREET, "x", first.since(), true, first.rules());
      assertThatThrownBy(() -> write(tx -> store.add(tx, CALLER, again, WHY)))
          .isInstanceOf(Conflict.class)
          .hasMessageContaining("calendar-taken");
    }
    assertThatThrownBy(() -> write(tx -> store.change(tx, CALLER, edition(tx, 2, true), 1, WHY)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("version-conflict");
  }

  @Test
  void the_nearest_calendar_in_force_upwards_counts_and_old_versions_stay_at_hand() {
    Calendars calendars = new Calendars(store);
    assertThat(in(calendars, STREET + "001001")).isEqualTo("usual@1");
    write(tx -> store.add(tx, CALLER, edition(tx, 1, true), WHY));
    assertThat(in(calendars, STREET + "001001")).isEqualTo("street@1");
    assertThat(in(calendars, STREET)).isEqualTo("street@1");
    assertThat(in(calendars, "990101")).isEqualTo("usual@1");
    assertThat(in(calendars, "")).isEqualTo("usual@1");
    write(tx -> store.change(tx, CALLER, edition(tx, 2, false), 1, WHY));
    assertThat(in(calendars, STREET + "001001")).isEqualTo("usual@1");
    CalendarVersion old = new CalendarVersion("street", 1);
    String kept = read(tx -> calendars.of(tx, CALLER, old).id().toString());
    assertThat(kept).isEqualTo("street@1");
  }

  @Test
  void what_was_rolled_back_is_never_counted_by() {
    Calendars calendars = new Calendars(store);
    assertThatThrownBy(
            () ->
                write(
                    tx -> {
                      store.add(tx, CALLER, edition(tx, 1, true), WHY);
                      calendars.in(tx, CALLER, STREET);
                      throw new Conflict("version-conflict", Map.of());
                    }))
        .isInstanceOf(Conflict.class);
    assertThat(in(calendars, STREET)).isEqualTo("usual@1");
    write(
        tx -> {
          CalendarEdition other = edition(tx, 1, true);
          CalendarRules usual = CalendarRules.usual(ZoneId.of("Asia/Shanghai"));
          return store.add(
              tx,
              CALLER,
              new CalendarEdition(0, other.id(), STREET, "y", tx.now(), true, usual),
              WHY);
        });
    String zone = read(tx -> calendars.in(tx, CALLER, STREET).rules().zone().getId());
    assertThat(zone).isEqualTo("Asia/Shanghai");
  }

  @Test
  void of_8_writers_who_also_roll_back_none_loses_a_committed_change() throws Exception {
    write(tx -> store.add(tx, CALLER, edition(tx, 1, true), WHY));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int writer = 0; writer < 8; writer++) {
      Random random = new Random(writer);
      threads.execute(
          () -> {
            for (int done = 0; done < 5; ) {
              done += step(random.nextInt(10) == 0) ? 1 : 0;
            }
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    CalendarEdition newest = read(tx -> store.find(tx, CALLER, "street").orElseThrow());
    assertThat(newest.id().version()).isEqualTo(41);
    assertThat(newest.name()).isEqualTo("x".repeat(41));
  }

  /** One more than the newest; false when another writer was faster or the mind was changed. */
  private boolean step(boolean rollBack) {
    try {
      return write(
          tx -> {
            CalendarEdition now = store.find(tx, CALLER, "street").orElseThrow();
            int version = now.id().version();
            CalendarEdition next =
                new CalendarEdition(
                    0,
                    new CalendarVersion("street", version + 1),
                    STREET,
                    now.name() + "x",
                    tx.now(),
                    true,
                    now.rules());
            store.change(tx, CALLER, next, version, WHY);
            if (rollBack) {
              throw new Conflict("version-conflict", Map.of());
            }
            return true;
          });
    } catch (Conflict e) {
      return false;
    }
  }

  private static CalendarEdition edition(Tx tx, int version, boolean inForce) {
    CalendarRules rules =
        new CalendarRules(
            ZoneId.of("America/Los_Angeles"),
            List.of(
                WorkWeek.fiveDays(
                    LocalDate.of(2020, 1, 1), WorkSession.parseAll("00:00-06:00 22:00-24:00")),
                new WorkWeek(
                    LocalDate.of(2026, 6, 1),
                    Map.of(DayOfWeek.SUNDAY, WorkSession.parseAll("08:00-12:00")))),
            List.of(
                SpecialDay.holiday(LocalDate.of(2026, 10, 1)),
                new SpecialDay(
                    LocalDate.of(2026, 10, 10),
                    SpecialDay.Kind.MAKE_UP,
                    WorkSession.parseAll("09:00-12:00"))));
    Instant now = tx.now();
    return new CalendarEdition(
        0, new CalendarVersion("street", version), STREET, "x", now, inForce, rules);
  }

  private String in(Calendars calendars, String area) {
    return read(tx -> calendars.in(tx, CALLER, area).id().toString());
  }

  private <T> T write(Function<Tx, T> work) {
    return database.write(CALLER, work);
  }

  private <T> T read(Function<Tx, T> work) {
    return database.read(work);
  }
}
