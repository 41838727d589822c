package org.wangge.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;

/**
 * Eight writers who all want to add the same batches, each in an order of its own; every tenth time
 * one changes its mind. They must line up, not deadlock.
 */
public final class RaceOfBatches {
  /** How many things each batch has. */
  public static final int SIZE = 40;

  private static final int WRITERS = 8;
  private static final int BATCHES = 10;

  private RaceOfBatches() {}

  /**
   * Lets them race, and fails unless each batch was committed by exactly one, or when anything but
   * a conflict ended a transaction.
   *
   * @param thing makes the thing of a number
   * @param add adds a batch, or throws {@link Conflict}
   * @return how many things there must be in the end
   */
  public static <T> int eachGoesToOne(
      Database database, IntFunction<T> thing, BiConsumer<Tx, List<T>> add) throws Exception {
    AtomicIntegerArray committed = new AtomicIntegerArray(BATCHES);
    CyclicBarrier start = new CyclicBarrier(WRITERS);
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    List<Future<?>> ends = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      Random random = new Random(writer);
      ends.add(
          threads.submit(
              () -> {
                for (int i = 0; i < BATCHES; i++) {
                  List<T> things = batch(i, thing);
                  Collections.shuffle(things, random);
                  start.await(1, TimeUnit.MINUTES);
                  boolean ended = false;
                  while (!ended) {
                    ended = ends(database, random, tx -> add.accept(tx, things), committed, i);
                  }
                }
                return BATCHES;
              }));
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
    for (Future<?> end : ends) {
      end.get();
    }
    for (int i = 0; i < BATCHES; i++) {
      assertThat(committed.get(i)).as("batch " + i).isEqualTo(1);
    }
    return BATCHES * SIZE;
  }

  private static <T> List<T> batch(int number, IntFunction<T> thing) {
    List<T> things = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      things.add(thing.apply(1_000 + number * SIZE + i));
    }
    return things;
  }

  /** One try. A writer who changed its mind tries again, so that somebody gets each batch. */
  private static boolean ends(
      Database database,
      Random random,
      Consumer<Tx> work,
      AtomicIntegerArray committed,
      int batch) {
    boolean rollBack = random.nextInt(10) == 0;
    try {
      database.write(
          Caller.upkeep(),
          tx -> {
            work.accept(tx);
            if (rollBack) {
              throw new ChangedItsMind();
            }
            return 0;
          });
      committed.incrementAndGet(batch);
      return true;
    } catch (ChangedItsMind e) {
      return false;
    } catch (Conflict e) {
      assertThat(e.code()).endsWith("-taken");
      return true;
    }
  }

  private static final class ChangedItsMind extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
