package org.wangge.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;

/** Eight writers who all want the same ids; one transaction in ten is rolled back. */
public final class RaceOfWriters {
  /** How many ids they race for. */
  public static final int IDS = 40;

  private static final int WRITERS = 8;

  private RaceOfWriters() {}

  /** Lets them race, and fails unless each id was committed by exactly one. */
  public static void eachIdGoesToOne(Database database, BiConsumer<Tx, String> add) {
    Map<String, AtomicInteger> committed = new ConcurrentHashMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    for (int writer = 0; writer < WRITERS; writer++) {
      Random random = new Random(writer);
      threads.execute(
          () -> {
            for (int i = 0; i < IDS; i++) {
              race(database, add, "id-" + (1000 + i), random, committed);
            }
          });
    }
    threads.shutdown();
    try {
      assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(committed).hasSize(IDS);
    assertThat(committed.values()).allSatisfy(times -> assertThat(times).hasValue(1));
  }

  /**
   * Lets them change one thing again and again from what each has read.
   *
   * @return how many changes were committed; the others rolled back, or came second
   */
  public static int changes(Database database, Consumer<Tx> change) {
    AtomicInteger committed = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    List<Future<?>> runs = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      Random random = new Random(writer);
      runs.add(
          threads.submit(
              () -> {
                for (int i = 0; i < IDS / 2; i++) {
                  committed.addAndGet(changed(database, change, random.nextInt(10) == 0));
                }
              }));
    }
    threads.shutdown();
    try {
      for (Future<?> run : runs) {
        run.get(2, TimeUnit.MINUTES);
      }
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
    return committed.get();
  }

  private static int changed(Database database, Consumer<Tx> change, boolean rollBack) {
    try {
      return database.write(
          Caller.upkeep(),
          tx -> {
            change.accept(tx);
            if (rollBack) {
              throw new ChangedMind();
            }
            return 1;
          });
    } catch (ChangedMind e) {
      return 0;
    } catch (Conflict e) {
      assertThat(e.code()).isEqualTo("version-conflict");
      return 0;
    }
  }

  /** A writer who rolled back tries again, so that in the end somebody has the id. */
  private static void race(
      Database database,
      BiConsumer<Tx, String> add,
      String id,
      Random random,
      Map<String, AtomicInteger> committed) {
    boolean rollBack = random.nextInt(10) == 0;
    try {
      database.write(
          Caller.upkeep(),
          tx -> {
            add.accept(tx, id);
            if (rollBack) {
              throw new ChangedMind();
            }
            return 0;
          });
      committed.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet();
    } catch (ChangedMind e) {
      race(database, add, id, random, committed);
    } catch (Conflict e) {
      assertThat(e.code()).endsWith("-taken");
    }
  }

  private static final class ChangedMind extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
