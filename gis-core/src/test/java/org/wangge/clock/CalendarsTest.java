package org.wangge.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.event.HeardTx;
import org.wangge.event.Tx;
import org.wangge.fault.NotFound;

class CalendarsTest {
  private static final Instant T0 = Instant.parse("2026-11-02T01:00:00Z");
  private static final Caller CALLER = Caller.upkeep();
  private static final String EVERYWHERE = "";

  private final Tx tx = new HeardTx(T0);
  private final Versions store = new Versions();
  private final Calendars calendars = new Calendars(store);

  private static CalendarVersion town(int version) {
    return new CalendarVersion("town", version);
  }

  @Test
  void a_calendar_is_read_once_however_it_is_asked_for() {
    store.counts(town(1));
    WorkCalendar first = calendars.in(tx, CALLER, EVERYWHERE);
    assertThat(first.id()).isEqualTo(town(1));
    assertThat(calendars.in(tx, CALLER, "990101")).isSameAs(first);
    assertThat(calendars.of(tx, CALLER, town(1))).isSameAs(first);
    assertThat(store.reads).containsExactly(1L);
  }

  @Test
  void a_new_version_counts_as_soon_as_the_store_says_so_and_the_old_one_stays_at_hand() {
    store.counts(town(1));
    WorkCalendar old = calendars.in(tx, CALLER, EVERYWHERE);
    store.counts(town(2));
    assertThat(calendars.in(tx, CALLER, EVERYWHERE).id()).isEqualTo(town(2));
    assertThat(calendars.of(tx, CALLER, town(1))).isSameAs(old);
    assertThat(store.reads).containsExactly(1L, 2L);
  }

  @Test
  void a_version_that_nobody_made_is_unknown() {
    store.counts(town(1));
    NotFound refused =
        catchThrowableOfType(NotFound.class, () -> calendars.of(tx, CALLER, town(2)));
    assertThat(refused.code()).isEqualTo("calendar-unknown");
    assertThat(refused.details()).containsEntry("calendar", "town@2");
    assertThat(store.reads).isEmpty();
    store.counts(town(2));
    assertThat(calendars.of(tx, CALLER, town(2)).id()).as("once it is made").isEqualTo(town(2));
  }

  /** Versions of calendars of everywhere, the last of which counts. */
  private static final class Versions implements CalendarStore {
    private final List<CalendarVersion> versions = new ArrayList<>();
    private final List<Long> reads = new ArrayList<>();

    void counts(CalendarVersion version) {
      versions.add(version);
    }

    @Override
    public Optional<Long> number(Tx tx, Caller caller, CalendarVersion version) {
      int at = versions.indexOf(version);
      return at < 0 ? Optional.empty() : Optional.of(at + 1L);
    }

    @Override
    public long numberIn(Tx tx, Caller caller, String area) {
      return versions.size();
    }

    @Override
    public CalendarEdition get(Tx tx, Caller caller, long number) {
      reads.add(number);
      CalendarRules rules = CalendarRules.usual(ZoneId.of("Asia/Shanghai"));
      CalendarVersion version = versions.get((int) number - 1);
      return new CalendarEdition(number, version, EVERYWHERE, "甲", T0, true, rules);
    }

    @Override
    public List<CalendarEdition> list(Tx tx, Caller caller) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<CalendarEdition> find(Tx tx, Caller caller, String code) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CalendarEdition add(Tx tx, Caller caller, CalendarEdition first, ChangeReason reason) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CalendarEdition change(
        Tx tx, Caller caller, CalendarEdition next, int ifVersion, ChangeReason reason) {
      throw new UnsupportedOperationException();
    }
  }
}
