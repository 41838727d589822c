package org.wangge.server.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Channel;
import org.wangge.incident.Incident;
import org.wangge.incident.Life;
import org.wangge.incident.Priority;
import org.wangge.incident.Standing;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/** What the store of merged incidents promises, on either database. */
abstract class MergeStoreContract {
  private static final Caller ALL = Caller.upkeep();
  private static final Instant T0 = Instant.parse("2026-11-01T00:00:00Z");
  private static final int WRITERS = 8;

  private final JdbcMergeStore store = new JdbcMergeStore();
  private Database database;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open();
    List<Incident> all =
        IntStream.range(0, WRITERS + 2).mapToObj(n -> incident("incident-" + n)).toList();
    write(
        tx -> {
          new JdbcIncidentStore().add(tx, ALL, all);
          return 0;
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void an_incident_goes_on_as_one_other_and_who_goes_on_as_one_is_told_in_order() {
    add("incident-3", "incident-0");
    add("incident-2", "incident-0");
    add("incident-4", "incident-1");
    assertThat(into("incident-3")).contains("incident-0");
    assertThat(into("incident-4")).contains("incident-1");
    assertThat(into("incident-0")).as("stands for itself").isEmpty();
    assertThat(merged("incident-0")).containsExactly("incident-2", "incident-3");
    assertThat(merged("incident-3")).isEmpty();
    assertThat(into("nobody")).isEmpty();
  }

  @Test
  void one_that_goes_on_as_another_cannot_go_on_as_a_third_before_it_stands_for_itself_again() {
    add("incident-2", "incident-0");
    assertThatThrownBy(() -> add("incident-2", "incident-1")).isInstanceOf(RuntimeException.class);
    assertThat(into("incident-2")).contains("incident-0");
    boolean did = remove("incident-2");
    boolean again = remove("incident-2");
    assertThat(did).isTrue();
    assertThat(again).as("it stood for itself").isFalse();
    assertThat(merged("incident-0")).isEmpty();
    add("incident-2", "incident-1");
    assertThat(into("incident-2")).contains("incident-1");
  }

  @Test
  void what_is_not_there_goes_on_as_nothing() {
    assertThatThrownBy(() -> add("nobody", "incident-0")).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> add("incident-0", "nobody")).isInstanceOf(RuntimeException.class);
    assertThat(into("incident-0")).isEmpty();
  }

  @Test
  void what_is_rolled_back_merges_nothing() {
    assertThatThrownBy(
            () ->
                write(
                    tx -> {
                      store.add(tx, ALL, "incident-2", "incident-0");
                      assertThat(store.into(tx, "incident-2")).contains("incident-0");
                      throw new IllegalStateException("another mind");
                    }))
        .hasMessageContaining("another mind");
    assertThat(into("incident-2")).isEmpty();
  }

  @Test
  void of_8_writers_who_merge_the_same_one_and_also_roll_back_exactly_one_is_heard()
      throws Exception {
    AtomicInteger heard = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    for (int n = 0; n < WRITERS; n++) {
      String into = "incident-" + (n + 1);
      Random random = new Random(n);
      threads.execute(
          () -> {
            while (into("incident-0").isEmpty()) {
              heard.addAndGet(merge(into, random.nextInt(10) == 0) ? 1 : 0);
            }
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(heard).hasValue(1);
    String one = into("incident-0").orElseThrow();
    assertThat(merged(one)).containsExactly("incident-0");
  }

  /** False when another was faster or the mind was changed. */
  private boolean merge(String into, boolean rollBack) {
    try {
      return write(
          tx -> {
            store.add(tx, ALL, "incident-0", into);
            if (rollBack) {
              throw new IllegalStateException("another mind");
            }
            return true;
          });
    } catch (RuntimeException lost) {
      return false;
    }
  }

  private void add(String id, String into) {
    write(
        tx -> {
          store.add(tx, ALL, id, into);
          return 0;
        });
  }

  private boolean remove(String id) {
    return write(tx -> store.remove(tx, ALL, id));
  }

  private Optional<String> into(String id) {
    return database.read(tx -> store.into(tx, id));
  }

  private List<String> merged(String into) {
    return database.read(tx -> store.merged(tx, ALL, into));
  }

  private <T> T write(Function<Tx, T> work) {
    return database.write(ALL, work);
  }

  private static Incident incident(String id) {
    return new Incident(
        id,
        1,
        "20261101-" + id,
        "noise",
        "",
        Priority.ORDINARY,
        Channel.PHONE,
        new LatticePoint(1, 2),
        null,
        null,
        T0,
        Life.of(Standing.REPORTED, null, null, null),
        true);
  }
}
