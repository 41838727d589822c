package org.wangge.server.errand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.errand.Errand;
import org.wangge.errand.ErrandKind;
import org.wangge.errand.ErrandOffer;
import org.wangge.errand.ErrandQuery;
import org.wangge.errand.ErrandRegister;
import org.wangge.errand.ErrandReports;
import org.wangge.errand.ErrandState;
import org.wangge.errand.ErrandStore;
import org.wangge.errand.ErrandTally;
import org.wangge.errand.ErrandWindow;
import org.wangge.errand.ErrandWords;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Partition;
import org.wangge.incident.photo.PhotoStore;
import org.wangge.server.clock.JdbcTimerStore;
import org.wangge.server.grid.GridModule;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/** What errands promise, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ErrandStoreContract {
  private static final Caller ALL = Caller.upkeep();
  private static final String GRID = "990101001001001";
  private static final String OTHER = "990101001002001";
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final int VOLUNTEERS = 8;
  private static final int MOST = 100;

  private Database database;
  private GridModule grids;
  private ErrandModule module;
  private ErrandStore store;
  private ErrandRegister register;

  abstract TestDatabase kind();

  @BeforeAll
  void open() {
    database = kind().open();
    grids = new GridModule(database, Clock.systemUTC());
    AreaAtlas atlas = AreaAtlas.of(List.of(), List.of(new Partition(Partition.TREE, "", "")), 1);
    PhotoStore photos =
        (PhotoStore)
            Proxy.newProxyInstance(
                ErrandStoreContract.class.getClassLoader(),
                new Class<?>[] {PhotoStore.class},
                (self, method, given) -> true);
    module =
        new ErrandModule(
            database,
            new ErrandModule.Ground(
                grids.store(),
                () -> atlas,
                key -> key,
                photos,
                (ErrandReports)
                    Proxy.newProxyInstance(
                        ErrandStoreContract.class.getClassLoader(),
                        new Class<?>[] {ErrandReports.class},
                        (self, method, given) -> "incident-1")),
            new JdbcTimerStore(),
            Clock.systemUTC());
    store = module.store();
    register =
        module.register(
            (tx, place) -> IntStream.range(0, VOLUNTEERS).mapToObj(i -> "v" + i).toList());
  }

  @AfterAll
  void close() {
    grids.close();
    database.close();
  }

  private <T> T write(Function<Tx, T> work) {
    return database.write(ALL, work);
  }

  private <T> T look(Function<Tx, T> work) {
    return database.read(work);
  }

  private Optional<Errand> find(Caller who, long id) {
    return look(tx -> store.find(tx, who, id));
  }

  private List<Errand> listOf(String account) {
    return look(tx -> store.listOf(tx, ALL, account, MOST));
  }

  private List<Errand> list(Caller who, ErrandQuery query) {
    return look(tx -> store.list(tx, who, query));
  }

  private Errand add(String key, String grid, ErrandState state, ErrandOffer... offers) {
    Errand errand =
        new Errand(
            0,
            1,
            "medicine",
            new Errand.Place(grid, new LatticePoint(1_126_000_001, 289_000_002)),
            new ErrandWindow(NOW, NOW.plus(Duration.ofHours(2))),
            state,
            NOW,
            NOW,
            List.of(offers),
            null,
            null,
            null,
            true);
    ErrandWords words =
        new ErrandWords("张三", "1380000" + key, "3栋", "药 1390000" + key, "r", "t", "th");
    return write(tx -> store.add(tx, ALL, errand, words, key, "hash-" + key));
  }

  private static Caller volunteer(int i) {
    return Caller.of("v" + i, Set.of(Role.VOLUNTEER), AreaScope.of(List.of(GRID)), Purpose.USE);
  }

  private static Caller there(String area) {
    return Caller.of("who", Set.of(Role.OPERATOR), AreaScope.of(List.of(area)), Purpose.USE);
  }

  @Test
  void an_errand_is_kept_with_its_offers_and_apart_from_its_words() {
    Errand kept =
        add(
            "1001",
            GRID,
            ErrandState.DISPATCHED,
            new ErrandOffer("b", ErrandOffer.Reply.OPEN),
            new ErrandOffer("a", ErrandOffer.Reply.DECLINED));
    Errand read = look(tx -> store.findByToken(tx, "hash-1001")).orElseThrow();
    assertThat(read).isEqualTo(kept);
    assertThat(read.offers()).extracting(ErrandOffer::account).containsExactly("b", "a");
    assertThat(find(there(OTHER), kept.id())).isEmpty();
    assertThat(find(there(GRID), kept.id())).isPresent();
    assertThat(listOf("b")).containsExactly(kept);
    assertThat(listOf("a")).isEmpty();
    write(
        tx -> {
          store.eraseNumbers(tx, ALL, Set.of("13900001001", "13800001001"));
          return 0;
        });
    ErrandWords left = look(tx -> store.words(tx, ALL, kept.id()));
    assertThat(left.phone()).isEmpty();
    assertThat(left.name()).isEmpty();
    assertThat(left.wish()).isEqualTo("药 ***");
    assertThat(left.thanks()).isEqualTo("th");
  }

  @Test
  void the_end_of_the_window_moves_where_it_is_dispatched_late() {
    Errand lapsed = add("1101", GRID, ErrandState.LAPSED);
    var unused = register.dispatch(there(GRID), lapsed.id(), 1, List.of("v0"));
    Errand again = find(ALL, lapsed.id()).orElseThrow();
    assertThat(again.window().until()).isAfter(lapsed.window().until());
    assertThat(again.window().from()).isEqualTo(lapsed.window().from());
    assertThat(listOf("v0")).contains(again);
  }

  @Test
  void what_is_said_afterwards_changes_nothing_else_that_is_personal() {
    long id = add("1201", GRID, ErrandState.ACCEPTED).id();
    write(
        tx -> {
          store.say(tx, ALL, id, ErrandWords.Later.TOLD, "好了");
          return 0;
        });
    assertThat(words(id))
        .isEqualTo(new ErrandWords("张三", "13800001201", "3栋", "药 13900001201", "r", "好了", "th"));
    write(
        tx -> {
          store.erase(tx, ALL, id);
          for (ErrandWords.Later one : ErrandWords.Later.values()) {
            store.say(tx, ALL, id, one, one.word());
          }
          return 0;
        });
    assertThat(words(id)).isEqualTo(new ErrandWords("", "", "", "", "reason", "told", "thanks"));
  }

  @Test
  void of_those_offered_to_an_account_the_most_urgent_are_told_each_with_its_own_offers() {
    ErrandOffer both = new ErrandOffer("many", ErrandOffer.Reply.OPEN);
    ErrandOffer other = new ErrandOffer("other", ErrandOffer.Reply.DECLINED);
    Errand first = add("1401", GRID, ErrandState.DISPATCHED, other, both);
    Errand second = add("1402", GRID, ErrandState.DISPATCHED, both);
    assertThat(listOf("many")).containsExactly(first, second);
    List<Errand> one = look(tx -> store.listOf(tx, ALL, "many", 1));
    assertThat(one).containsExactly(first);
    Map<Long, ErrandWords> words =
        look(tx -> store.words(tx, ALL, List.of(first.id(), second.id())));
    assertThat(words)
        .containsOnlyKeys(first.id(), second.id())
        .containsEntry(second.id(), words(second.id()));
  }

  @Test
  void an_erasure_lets_go_of_the_photo_and_finds_it_by_its_incident() {
    Errand filed =
        new Errand(
            0,
            1,
            "medicine",
            new Errand.Place(GRID, new LatticePoint(1_126_000_001, 289_000_002)),
            new ErrandWindow(NOW, NOW.plus(Duration.ofHours(2))),
            ErrandState.FILED,
            NOW,
            NOW,
            List.of(),
            null,
            "incident-1301",
            "photo-1",
            true);
    ErrandWords said = ErrandWords.of("张三", "13800001301", "", "");
    long id = write(tx -> store.add(tx, ALL, filed, said, "1301", "hash-1301")).id();
    write(
        tx -> {
          module.follower().eraseWords(tx, ALL, "incident-1301");
          return 0;
        });
    assertThat(find(ALL, id).orElseThrow().photoOrNull()).isNull();
    assertThat(words(id)).isEqualTo(ErrandWords.NONE);
    String hash = look(tx -> store.tokenHash(tx, id));
    assertThat(hash).isEqualTo("hash-1301");
  }

  private ErrandWords words(long id) {
    return look(tx -> store.words(tx, ALL, id));
  }

  @Test
  void lists_and_counts_are_of_the_areas_of_who_asks() {
    Errand one = add("2001", OTHER, ErrandState.ORDERED);
    add("2002", OTHER, ErrandState.DONE);
    Errand three = add("2003", OTHER, ErrandState.CONFIRMED);
    ErrandQuery done =
        new ErrandQuery(
            OTHER, Set.of(ErrandState.DONE, ErrandState.CONFIRMED), null, Long.MAX_VALUE, 10);
    assertThat(list(there(OTHER), done))
        .extracting(Errand::id)
        .containsExactly(three.id(), three.id() - 1);
    ErrandQuery all = new ErrandQuery(null, Set.of(), null, three.id(), 1);
    assertThat(list(there(OTHER), all)).hasSize(1);
    assertThat(list(there("990102"), done)).isEmpty();
    List<ErrandTally> tallies = look(tx -> store.tallies(tx, there(OTHER), null));
    assertThat(tallies).hasSize(1);
    assertThat(tallies.get(0).counts())
        .isEqualTo(Map.of(ErrandState.ORDERED, 1, ErrandState.DONE, 1, ErrandState.CONFIRMED, 1));
    assertThat(tallies.get(0).finished()).isEqualTo(2);
    assertThatThrownBy(
            () ->
                write(
                    tx -> {
                      store.change(tx, ALL, one);
                      return 0;
                    }))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void of_many_who_accept_at_once_only_one_has_it() throws Exception {
    for (int round = 0; round < 5; round++) {
      Errand errand = add("30" + round, GRID, ErrandState.ORDERED);
      List<String> all = IntStream.range(0, VOLUNTEERS).mapToObj(i -> "v" + i).toList();
      int version = register.dispatch(there(GRID), errand.id(), 1, all).errand().version();
      CyclicBarrier start = new CyclicBarrier(VOLUNTEERS);
      ExecutorService phones = Executors.newFixedThreadPool(VOLUNTEERS);
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < VOLUNTEERS; i++) {
        Caller who = volunteer(i);
        answers.add(
            phones.submit(
                () -> {
                  start.await();
                  try {
                    return register.accept(who, errand.id(), version).errand().holderOrNull();
                  } catch (Conflict late) {
                    return late.code();
                  }
                }));
      }
      List<String> said = new ArrayList<>();
      for (Future<String> one : answers) {
        said.add(one.get());
      }
      phones.shutdown();
      Errand kept = find(ALL, errand.id()).orElseThrow();
      assertThat(said).filteredOn("errand-taken"::equals).hasSize(VOLUNTEERS - 1);
      assertThat(said).containsOnlyOnce(kept.holder().orElseThrow());
      assertThat(kept.version()).isEqualTo(version + 1);
      assertThat(kept.offers())
          .filteredOn(one -> one.reply() == ErrandOffer.Reply.ACCEPTED)
          .hasSize(1);
    }
  }

  @Test
  void kinds_keep_all_their_versions_and_their_place_in_the_list() {
    JdbcErrandKindStore kinds = new JdbcErrandKindStore();
    ErrandKind second = new ErrandKind("repair", 2, "修理", "Repair", true, NOW);
    write(
        tx -> {
          kinds.add(tx, ALL, second);
          return 0;
        });
    List<ErrandKind> all = look(tx -> kinds.list(tx, ALL));
    assertThat(all)
        .extracting(ErrandKind::code)
        .containsExactly("medicine", "repair", "company", "carrying", "other");
    List<ErrandKind> versions = look(tx -> kinds.versions(tx, ALL, "repair"));
    assertThat(versions).hasSize(2);
    assertThat(versions.get(0)).isEqualTo(second);
    assertThatThrownBy(
            () ->
                write(
                    tx -> {
                      kinds.add(tx, ALL, second);
                      return 0;
                    }))
        .isInstanceOf(Conflict.class);
  }
}
