package org.wangge.server.demo;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the town live: whatever happens there up to now is told to the program through its public
 * API, as residents, workers and operators would. What is not acknowledged is told again, so that a
 * stop at any moment loses nothing and doubles nothing: every telling carries a key or an instant
 * of its own.
 *
 * <p>Works on a thread of its own from {@link #start} to {@link #close}.
 */
final class Simulator implements Life {
  private static final Logger log = LoggerFactory.getLogger(Simulator.class);
  private static final long TICK_MILLIS = 1_000;
  private static final long LONGEST_PAUSE_MILLIS = 15_000;

  private static final long REMEMBER_NANOS = 5_000_000_000L;

  private final Supplier<List<Part>> makesParts;
  private final Clock clock;
  private final Consumer<Instant> reached;
  private final Thread thread = new Thread(this::run, "simulator");
  private volatile boolean closed;
  private volatile Instant told;
  private long rememberedAt = System.nanoTime();

  /** A part of the town's life. */
  interface Part {

    /**
     * Tells the program what happened after one instant and up to another. Told again after a
     * failure, from the same instant.
     */
    void tell(Instant after, Instant upTo) throws IOException, InterruptedException;
  }

  /**
   * Makes a simulator.
   *
   * @param makesParts gives what is told, in its order; asked once, on the simulator's thread,
   *     because making a town takes a second
   * @param since what happened until then has been told
   * @param reached told now and then up to when everything is told
   */
  Simulator(
      Supplier<List<Part>> makesParts, Clock clock, Instant since, Consumer<Instant> reached) {
    this.makesParts = makesParts;
    this.clock = clock;
    this.told = since;
    this.reached = reached;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run() {
    List<Part> parts = makesParts.get();
    long pause = TICK_MILLIS;
    while (!closed) {
      try {
        Thread.sleep(pause);
        tick(parts);
        pause = TICK_MILLIS;
      } catch (InterruptedException e) {
        return;
      } catch (IOException | RuntimeException e) {
        if (!closed) {
          pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
          log.warn("the simulator was not heard and tells it again in {} ms: {}", pause, why(e));
        }
      }
    }
  }

  /** Tells everything up to now. */
  private void tick(List<Part> parts) throws IOException, InterruptedException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (Part part : parts) {
      part.tell(told, now);
    }
    told = now;
    if (System.nanoTime() - rememberedAt > REMEMBER_NANOS) {
      reached.accept(now);
      rememberedAt = System.nanoTime();
    }
  }

  private static String why(Exception e) {
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(5_000);
      reached.accept(told);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
