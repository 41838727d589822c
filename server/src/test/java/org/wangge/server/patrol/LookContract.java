package org.wangge.server.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Origin;
import org.wangge.access.Purpose;
import org.wangge.access.Rights;
import org.wangge.access.Role;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Forbidden;
import org.wangge.patrol.Look;
import org.wangge.patrol.LookBook;
import org.wangge.patrol.LookKind;
import org.wangge.patrol.LookQuery;
import org.wangge.patrol.LookStore.Seen;
import org.wangge.people.Datum;
import org.wangge.people.Device;
import org.wangge.people.DeviceKind;
import org.wangge.server.config.Settings;
import org.wangge.server.people.JdbcDeviceStore;
import org.wangge.server.storage.AuditIds;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.TestDatabase;

/** What is kept of who looked at whom, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LookContract {
  private static final Instant T0 = Instant.parse("2026-11-02T01:00:00Z");
  private static final LookQuery ALL = new LookQuery(null, null, null, null, null, 100);
  private static final Caller OPERATOR = staff("op", Role.OPERATOR);
  private static final Caller SUPERVISOR = staff("sup", Role.SUPERVISOR);

  private final JdbcLookStore store = new JdbcLookStore();
  private final AuditIds ids = new AuditIds();
  private Database database;
  private Counting counted;
  private LookBook book;

  abstract TestDatabase kind();

  @BeforeAll
  void open() {
    database = kind().open();
  }

  @BeforeEach
  void begin() {
    database.write(
        Caller.upkeep(), tx -> JdbcTx.of(tx).update("delete from patrol_look where 1 = 1"));
    counted = new Counting(database);
    book = bookOn(counted);
  }

  @AfterAll
  void close() {
    database.close();
  }

  private LookBook bookOn(Transactions transactions) {
    return new LookBook(transactions, store, ids::next, Settings.CHINA);
  }

  private static Caller staff(String account, Role role) {
    return Caller.of(account, Set.of(role), AreaScope.unlimited(), Purpose.USE);
  }

  private static Caller person(String code) {
    return new Caller(
        "account." + code,
        Rights.of(Set.of(Role.MEMBER, Role.WORKER), AreaScope.unlimited()),
        Purpose.USE,
        Origin.UNKNOWN,
        code);
  }

  private static Instant after(int minutes) {
    return T0.plus(Duration.ofMinutes(minutes));
  }

  /** What is in the database, without what is counted in memory. */
  private List<Look> durable(String code, LookQuery query) {
    return database.read(tx -> store.list(tx, Caller.upkeep(), code, query)).stream()
        .map(Seen::look)
        .toList();
  }

  private List<Look> told(Caller caller, LookQuery query) {
    return book.listOwn(caller, query).stream().map(Seen::look).toList();
  }

  @Test
  void a_look_is_durable_when_it_is_noted_and_says_who_as_what_and_when() {
    book.note(OPERATOR, LookKind.LIST, List.of("D1", "D2"), T0);
    Look look = durable("D1", ALL).get(0);
    assertThat(look.reader()).isEqualTo("op");
    assertThat(look.roles()).containsExactly(Role.OPERATOR);
    assertThat(look.kind()).isEqualTo(LookKind.LIST);
    assertThat(look.from()).isEqualTo(T0);
    assertThat(look.to()).isEqualTo(T0);
    assertThat(look.times()).isOne();
    assertThat(durable("D2", ALL)).hasSize(1);
    assertThat(durable("D3", ALL)).isEmpty();
  }

  @Test
  void a_stream_all_day_is_one_look_written_once_a_quarter_of_an_hour() {
    for (int second = 0; second < 3_600; second += 5) {
      book.note(OPERATOR, LookKind.LIVE, List.of("D1", "D2"), T0.plusSeconds(second));
    }
    assertThat(counted.writes).as("one to begin and one for each further quarter").isEqualTo(4);
    List<Look> told = told(person("D1"), ALL);
    assertThat(told).hasSize(1);
    assertThat(told.get(0).from()).isEqualTo(T0);
    assertThat(told.get(0).to()).as("to the last second").isEqualTo(T0.plusSeconds(3_595));
    assertThat(told.get(0).times()).isOne();
  }

  @Test
  void after_a_pause_and_after_midnight_it_is_another_look() {
    book.note(OPERATOR, LookKind.LIVE, List.of("D1"), T0);
    book.note(OPERATOR, LookKind.LIVE, List.of("D1"), after(5));
    book.note(OPERATOR, LookKind.LIVE, List.of("D1"), after(21));
    Instant lateInTheEvening = Instant.parse("2026-11-02T15:55:00Z");
    book.note(OPERATOR, LookKind.LIVE, List.of("D1"), lateInTheEvening);
    book.note(OPERATOR, LookKind.LIVE, List.of("D1"), lateInTheEvening.plusSeconds(360));
    List<Look> looks = durable("D1", ALL);
    assertThat(looks).hasSize(4);
    assertThat(looks.get(3).to()).as("what was counted is not lost").isEqualTo(after(5));
    assertThat(looks.get(0).from()).isEqualTo(lateInTheEvening.plusSeconds(360));
  }

  @Test
  void lists_are_counted_and_each_reading_of_tracks_is_durable() {
    for (int i = 0; i < 3; i++) {
      book.note(OPERATOR, LookKind.LIST, List.of("D1"), after(i));
      book.note(OPERATOR, LookKind.TRACK, List.of("D1"), after(i));
    }
    LookQuery tracks = new LookQuery(LookKind.TRACK, null, null, null, null, 9);
    assertThat(durable("D1", tracks).get(0).times()).isEqualTo(3);
    assertThat(durable("D1", tracks).get(0).to()).isEqualTo(after(2));
    LookQuery lists = new LookQuery(LookKind.LIST, null, null, null, null, 9);
    assertThat(durable("D1", lists).get(0).times()).isOne();
    book.flush(after(2));
    assertThat(durable("D1", lists).get(0).times()).isEqualTo(3);
  }

  @Test
  void what_cannot_be_written_is_refused_and_is_noted_anew_when_it_can() {
    counted.fails = true;
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> book.note(OPERATOR, LookKind.LIVE, List.of("D1"), T0))
          .isInstanceOf(IllegalStateException.class);
    }
    counted.fails = false;
    book.note(OPERATOR, LookKind.LIVE, List.of("D1"), after(1));
    assertThat(durable("D1", ALL)).hasSize(1);
    counted.fails = true;
    book.note(OPERATOR, LookKind.LIVE, List.of("D1"), after(2));
    assertThatThrownBy(() -> book.note(OPERATOR, LookKind.LIVE, List.of("D1"), after(16)))
        .as("a further quarter")
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void people_are_told_of_themselves_alone_and_leave_no_look_at_themselves() {
    book.note(OPERATOR, LookKind.LIST, List.of("D1"), T0);
    book.note(person("D1"), LookKind.LIST, List.of("D1", "D2"), T0);
    assertThat(told(person("D1"), ALL)).extracting(Look::reader).containsExactly("op");
    assertThat(told(person("D2"), ALL)).extracting(Look::reader).containsExactly("account.D1");
    assertThat(told(person("D2"), ALL).get(0).readerCode()).contains("D1");
    Caller nobodyWhoWalks =
        Caller.of("clerk", Set.of(Role.MEMBER), AreaScope.unlimited(), Purpose.USE);
    assertThat(book.listOwn(nobodyWhoWalks, ALL)).isEmpty();
    assertThatThrownBy(() -> book.listOwn(OPERATOR, ALL))
        .as("without an account of its own")
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> book.note(staff("x", Role.PLANNER), LookKind.TRACK, List.of("D1"), T0))
        .as("who may not look leaves no look")
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void a_list_narrows_by_kind_reader_time_and_page_what_began_last_first() {
    book.note(OPERATOR, LookKind.LIST, List.of("D1"), T0);
    book.note(SUPERVISOR, LookKind.LIST, List.of("D1"), after(60));
    book.note(SUPERVISOR, LookKind.TRACK, List.of("D1"), after(120));
    Function<LookQuery, List<Instant>> begun =
        query -> told(person("D1"), query).stream().map(Look::from).toList();
    assertThat(begun.apply(ALL)).containsExactly(after(120), after(60), T0);
    assertThat(begun.apply(new LookQuery(LookKind.LIST, null, null, null, null, 9)))
        .containsExactly(after(60), T0);
    assertThat(begun.apply(new LookQuery(null, "sup", null, null, null, 9)))
        .containsExactly(after(120), after(60));
    assertThat(begun.apply(new LookQuery(null, null, after(60), after(120), null, 9)))
        .containsExactly(after(60));
    LookQuery first = new LookQuery(null, null, null, null, null, 2);
    assertThat(begun.apply(first)).containsExactly(after(120), after(60));
    assertThat(begun.apply(first.after(told(person("D1"), first).get(1).id()))).containsExactly(T0);
  }

  @Test
  void a_wall_is_told_by_what_it_is_called() {
    Device wall =
        new Device(
            "abc",
            DeviceKind.WALL,
            "East hall",
            null,
            AreaScope.unlimited(),
            Datum.WGS84,
            "admin",
            T0,
            null,
            null);
    database.write(
        Caller.upkeep(),
        tx -> {
          new JdbcDeviceStore().add(tx, Caller.upkeep(), wall, "hash");
          return 0;
        });
    book.note(wall.caller(), LookKind.LIVE, List.of("D1"), T0);
    book.note(Caller.visitor(), LookKind.LIVE, List.of("D1"), after(1));
    assertThat(book.listOwn(person("D1"), ALL))
        .extracting(Seen::wall)
        .containsExactly("", "East hall");
  }

  @Test
  void what_was_kept_long_enough_is_removed_on_record() {
    book.note(OPERATOR, LookKind.LIST, List.of("D1"), T0);
    book.note(OPERATOR, LookKind.LIST, List.of("D1"), after(60));
    assertThat(book.removeBefore(after(30))).isOne();
    assertThat(book.removeBefore(after(30))).isZero();
    assertThat(durable("D1", ALL)).hasSize(1);
    int records =
        database.read(
            tx ->
                JdbcTx.of(tx)
                    .query(
                        "select id from audit_record where action = 'looks-removed'",
                        row -> row.string("id"))
                    .size());
    assertThat(records).isOne();
  }

  @Test
  void eight_who_look_at_once_leave_a_look_each_and_one_reader_a_single_one() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> readers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Caller reader = i % 2 == 0 ? OPERATOR : staff("reader" + i, Role.OPERATOR);
      Thread thread =
          new Thread(
              () -> {
                try {
                  go.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                for (int second = 0; second < 100; second++) {
                  book.note(reader, LookKind.LIVE, List.of("D1", "D2"), T0.plusSeconds(second));
                }
              });
      thread.start();
      readers.add(thread);
    }
    go.countDown();
    for (Thread thread : readers) {
      thread.join();
    }
    assertThat(durable("D1", ALL))
        .extracting(Look::reader)
        .containsExactlyInAnyOrder("op", "reader1", "reader3", "reader5", "reader7");
  }

  /** The real transactions, counted; they can be made to fail. */
  private static final class Counting implements Transactions {
    private final Transactions real;
    private int writes;
    private volatile boolean fails;

    Counting(Transactions real) {
      this.real = real;
    }

    @Override
    public <T> T write(Caller caller, Function<Tx, T> work) {
      if (fails) {
        throw new IllegalStateException("the store is away");
      }
      writes++;
      return real.write(caller, work);
    }

    @Override
    public <T> T read(Function<Tx, T> work) {
      return real.read(work);
    }
  }
}
