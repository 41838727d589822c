package org.wangge.server.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.geo.Validity;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaBuilder;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;
import org.wangge.shift.DutyPost;
import org.wangge.shift.DutySpan;
import org.wangge.shift.RosterDraft;
import org.wangge.shift.RosterEntry;
import org.wangge.shift.RosterRegister;
import org.wangge.shift.RosterStore;

/** What rosters promise, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RosterStoreContract {
  private static final Caller ALL = Caller.upkeep();
  private static final String AREA = "990101";
  private static final String OTHER = "990102";
  private static final String RACED = "990103";
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final int WRITERS = 8;

  private final RosterStore store = new JdbcRosterStore();
  private Database database;

  abstract TestDatabase kind();

  @BeforeAll
  void open() {
    database = kind().open();
  }

  @AfterAll
  void close() {
    database.close();
  }

  private static DutySpan hours(int from, int to) {
    return new DutySpan(NOW.plus(Duration.ofHours(from)), NOW.plus(Duration.ofHours(to)));
  }

  private static RosterEntry entry(String area, String staff, int from, int to) {
    return new RosterEntry(0, area, DutyPost.LEADER, staff, hours(from, to), true);
  }

  private <T> T write(Function<Tx, T> work) {
    return database.write(ALL, work);
  }

  @Test
  void entries_are_found_by_area_and_by_person_as_long_as_they_stand() {
    List<RosterEntry> added =
        write(
            tx ->
                store.add(tx, ALL, List.of(entry(AREA, "one", 0, 8), entry(OTHER, "one", 8, 16))));
    assertThat(added).extracting(RosterEntry::id).doesNotContain(0L).doesNotHaveDuplicates();
    assertThat(of(AREA, hours(7, 9))).containsExactly(added.get(0));
    assertThat(of(AREA, hours(8, 9))).as("its end is no part of it").isEmpty();
    assertThat(ofStaff("one", hours(0, 24))).containsExactlyElementsOf(added);
    List<RosterEntry> nowhere = database.read(tx -> store.of(tx, ALL, List.of(), hours(0, 9)));
    assertThat(nowhere).isEmpty();
    long id = added.get(0).id();
    assertThat(isRemoved(id)).isTrue();
    assertThat(isRemoved(id)).as("a second time").isFalse();
    assertThat(ofStaff("one", hours(0, 24))).containsExactly(added.get(1));
    boolean found = database.read(tx -> store.find(tx, ALL, id).isPresent());
    assertThat(found).isFalse();
  }

  private boolean isRemoved(long id) {
    return write(tx -> store.remove(tx, ALL, id));
  }

  private List<RosterEntry> of(String area, DutySpan span) {
    return database.read(tx -> store.of(tx, ALL, List.of(area), span));
  }

  private List<RosterEntry> ofStaff(String staff, DutySpan span) {
    return database.read(tx -> store.ofStaff(tx, ALL, List.of(staff), span));
  }

  @Test
  void of_eight_who_put_one_person_on_duty_at_once_one_does() throws Exception {
    AreaAtlas atlas =
        AreaAtlas.of(
            List.of(
                new AreaBuilder()
                    .key(AreaKey.tree(RACED))
                    .level(Level.DISTRICT)
                    .name("x")
                    .reason("test")
                    .validity(Validity.since(NOW))
                    .build()),
            List.of(new Partition(Partition.TREE, "", "")),
            1);
    RosterRegister register =
        new RosterRegister(
            database,
            store,
            () -> atlas,
            (tx, codes) -> Set.copyOf(codes),
            ZoneId.of("Asia/Shanghai"));
    CyclicBarrier together = new CyclicBarrier(WRITERS);
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<Integer>> done = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        RosterDraft draft = new RosterDraft(DutyPost.OPERATOR, "raced", hours(i, i + 10));
        done.add(
            writers.submit(
                () -> {
                  together.await();
                  try {
                    return register.add(ALL, RACED, List.of(draft), true).size();
                  } catch (Conflict e) {
                    return 0;
                  }
                }));
      }
      int put = 0;
      for (Future<Integer> one : done) {
        put += one.get();
      }
      assertThat(put).isEqualTo(1);
    } finally {
      writers.shutdownNow();
    }
    assertThat(ofStaff("raced", hours(0, 99))).hasSize(1);
  }
}
