package org.wangge.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Origin;
import org.wangge.access.Purpose;
import org.wangge.access.Rights;
import org.wangge.access.Role;
import org.wangge.event.HeardTx;
import org.wangge.event.OneTx;
import org.wangge.event.Tx;
import org.wangge.fault.Forbidden;

class LookBookTest {
  /** Nine in the morning there. */
  private static final Instant T0 = Instant.parse("2026-11-02T01:00:00Z");

  private static final Caller OPERATOR = caller("operator", "D1", Role.OPERATOR);
  private static final LookQuery ALL = new LookQuery(null, null, null, null, null, 10);

  private final HeardTx tx = new HeardTx(T0);
  private final OneTx transactions = new OneTx(tx);
  private final Kept kept = new Kept();
  private final AtomicLong made = new AtomicLong();
  private final LookBook book =
      new LookBook(
          transactions,
          kept,
          at -> new UUID(at.toEpochMilli(), made.incrementAndGet()),
          ZoneId.of("Asia/Shanghai"));

  private static Caller caller(String account, String staffCode, Role... roles) {
    Rights rights = Rights.of(Set.of(roles), AreaScope.unlimited());
    return new Caller(account, rights, Purpose.USE, Origin.UNKNOWN, staffCode);
  }

  private static Instant minute(int minute) {
    return T0.plus(Duration.ofMinutes(minute));
  }

  private void shown(LookKind kind, int minute, String... codes) {
    book.note(OPERATOR, kind, List.of(codes), minute(minute));
  }

  @Test
  void a_look_is_durable_before_anything_is_shown() {
    shown(LookKind.LIST, 0, "D2", "D3");
    assertThat(kept.all()).extracting(Look::staffCode).containsExactlyInAnyOrder("D2", "D3");
    assertThat(kept.all())
        .allMatch(look -> look.from().equals(T0) && look.to().equals(T0) && look.times() == 1);
    assertThat(transactions.writes()).isEqualTo(1);
  }

  @Test
  void whoever_is_shown_nobody_or_themselves_leaves_nothing() {
    shown(LookKind.LIST, 0);
    shown(LookKind.LIST, 0, "D1");
    assertThat(transactions.writes()).isZero();
  }

  @Test
  void within_a_quarter_of_an_hour_it_is_counted_in_memory_until_that_is_written() {
    shown(LookKind.LIST, 0, "D2");
    shown(LookKind.LIST, 5, "D2");
    shown(LookKind.LIST, 14, "D2");
    assertThat(transactions.writes()).isEqualTo(1);
    book.flush(minute(14));
    Look look = kept.only();
    assertThat(look.times()).isEqualTo(3);
    assertThat(look.to()).isEqualTo(minute(14));
    book.flush(minute(14));
    assertThat(transactions.writes()).as("nothing new to write").isEqualTo(2);
  }

  @Test
  void a_live_picture_is_counted_once_a_second_and_whoever_is_new_in_it_at_once() {
    for (int millis = 0; millis < 2_500; millis += 150) {
      List<String> seen = millis < 300 ? List.of("D2") : List.of("D2", "D3");
      book.note(OPERATOR, LookKind.LIVE, seen, T0.plusMillis(millis));
      assertThat(kept.all()).extracting(Look::staffCode).containsExactlyInAnyOrderElementsOf(seen);
    }
    assertThat(transactions.writes()).isEqualTo(2);
    book.flush(T0.plusSeconds(3));
    assertThat(kept.all())
        .filteredOn(look -> look.staffCode().equals("D2"))
        .singleElement()
        .extracting(Look::to)
        .isEqualTo(T0.plusMillis(2_100));
  }

  @Test
  void each_further_quarter_of_an_hour_is_durable_too() {
    shown(LookKind.LIST, 0, "D2");
    shown(LookKind.LIST, 10, "D2");
    shown(LookKind.LIST, 15, "D2");
    assertThat(kept.only().to()).isEqualTo(minute(15));
    assertThat(kept.only().times()).isEqualTo(3);
  }

  @Test
  void after_a_quarter_of_an_hour_unseen_another_look_begins_and_the_end_of_the_first_is_kept() {
    shown(LookKind.LIST, 0, "D2");
    shown(LookKind.LIST, 10, "D2");
    shown(LookKind.LIST, 25, "D2");
    assertThat(kept.all()).extracting(Look::from).containsExactly(T0, minute(25));
    assertThat(kept.all()).extracting(Look::to).containsExactly(minute(10), minute(25));
  }

  @Test
  void midnight_ends_a_look() {
    int midnight = 15 * 60;
    shown(LookKind.LIVE, midnight - 1, "D2");
    shown(LookKind.LIVE, midnight, "D2");
    assertThat(kept.all())
        .extracting(Look::from)
        .containsExactly(minute(midnight - 1), minute(midnight));
  }

  @Test
  void a_stream_is_one_answer_however_long_it_is_open() {
    for (int minute = 0; minute <= 30; minute++) {
      shown(LookKind.LIVE, minute, "D2");
    }
    assertThat(kept.only().times()).isEqualTo(1);
    assertThat(kept.only().to()).isEqualTo(minute(30));
    assertThat(transactions.writes()).isEqualTo(3);
  }

  @Test
  void each_reading_of_tracks_is_durable() {
    shown(LookKind.TRACK, 0, "D2");
    shown(LookKind.TRACK, 1, "D2");
    assertThat(transactions.writes()).isEqualTo(2);
    assertThat(kept.only().times()).isEqualTo(2);
  }

  @Test
  void another_account_or_kind_is_another_look() {
    shown(LookKind.LIST, 0, "D2");
    shown(LookKind.LIVE, 1, "D2");
    book.note(caller("other", "D9", Role.OPERATOR), LookKind.LIST, List.of("D2"), minute(2));
    assertThat(kept.all())
        .extracting(look -> look.reader() + " " + look.kind().word())
        .containsExactlyInAnyOrder("operator list", "operator live", "other list");
  }

  @Test
  void who_may_see_positions_may_not_therefore_see_tracks() {
    Caller worker = caller("worker", "D5", Role.WORKER, Role.RESIDENT);
    book.note(worker, LookKind.LIST, List.of("D2"), T0);
    assertThat(kept.only().roles()).as("what let them look").containsExactly(Role.WORKER);
    assertThatThrownBy(() -> book.note(worker, LookKind.TRACK, List.of("D2"), T0))
        .isInstanceOf(Forbidden.class);
    assertThat(kept.all()).hasSize(1);
  }

  @Test
  void people_are_told_who_looked_at_them_up_to_now_and_at_nobody_else() {
    shown(LookKind.LIST, 0, "D2", "D3");
    shown(LookKind.LIST, 7, "D2", "D3");
    List<LookStore.Seen> seen = book.listOwn(caller("two", "D2", Role.MEMBER), ALL);
    assertThat(seen).extracting(one -> one.look().staffCode()).containsExactly("D2");
    assertThat(seen).extracting(one -> one.look().to()).containsExactly(minute(7));
    Caller nobody = Caller.of("x", Set.of(Role.MEMBER), AreaScope.unlimited(), Purpose.USE);
    assertThat(book.listOwn(nobody, ALL)).isEmpty();
  }

  @Test
  void a_removal_is_on_record_where_something_was_removed() {
    shown(LookKind.LIST, 0, "D2");
    assertThat(book.removeBefore(T0)).isZero();
    assertThat(tx.audited()).isEmpty();
    assertThat(book.removeBefore(minute(1))).isEqualTo(1);
    assertThat(tx.audited()).hasSize(1);
    assertThat(tx.audited().get(0).action()).isEqualTo("looks-removed");
    assertThat(tx.audited().get(0).facts()).containsEntry("count", 1);
  }

  /** Looks in a map by id, in the order in which they began. */
  private static final class Kept implements LookStore {
    private final Map<UUID, Look> looks = new LinkedHashMap<>();

    List<Look> all() {
      return List.copyOf(looks.values());
    }

    Look only() {
      assertThat(looks).hasSize(1);
      return all().get(0);
    }

    @Override
    public void add(Tx tx, Caller caller, List<Look> begun) {
      begun.forEach(look -> looks.put(look.id(), look));
    }

    @Override
    public void goOn(Tx tx, Caller caller, List<Look> later) {
      later.forEach(look -> assertThat(looks.put(look.id(), look)).isNotNull());
    }

    @Override
    public List<Seen> list(Tx tx, Caller caller, String staffCode, LookQuery query) {
      List<Seen> seen = new ArrayList<>();
      for (Look look : looks.values()) {
        if (look.staffCode().equals(staffCode)) {
          seen.add(new Seen(look, ""));
        }
      }
      return seen;
    }

    @Override
    public int removeBefore(Tx tx, Caller caller, Instant instant) {
      int before = looks.size();
      looks.values().removeIf(look -> look.to().isBefore(instant));
      return before - looks.size();
    }
  }
}
